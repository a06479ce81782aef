from __future__ import annotations

__doc__ = """\
EJA-01. Kata dan nama peraturan ditulis menurut ejaan.

Diperiksa:
    Kata pada judul, keenam kotak, dan sel kegiatan: bentuk tidak baku yang lazim (“resiko”, “analisa”, “merubah”,
    “diantara”), kata pembentuk nama peraturan di Dasar Hukum (“Undang-Undnag”, “No.”), dan, bila kamus id_ID
    dari hunspell terpasang (`pip install sopgen[ejaan]`, paket `hunspell-id`, atau kamus LibreOffice), kata yang
    tidak ada di kamus padahal satu huruf salah, kurang, lebih, atau tertukar dari kata yang ada. Nama, singkatan,
    kata asing, kata berangka, kata yang muncul tiga kali atau lebih, dan kata di `kata` pada sopgen.yaml dilewati.

Dasar:
    KBBI dan EYD; penulisan nama peraturan menurut UU 12/2011, Lampiran II.

Alasan:
    Salah ketik menyesatkan pencarian, dan nama peraturan yang salah tidak ditemukan.

Salah:
    kegiatan:
      - {uraian: Menyusun analisa jabatan, pelaksana: analis}
      - {uraian: Mendokumentasikan surat, pelaksana: analis}

Benar:
    kegiatan:
      - {uraian: Menyusun analisis jabatan, pelaksana: analis}
      - {uraian: Mendokumentasikan surat, pelaksana: analis}

Perbaikan:
    Perbaiki katanya, atau daftarkan istilah instansi di `kata` pada sopgen.yaml.

English. Words and names of laws are spelt right.

Checked:
    Words of the title, the six boxes and the cells of steps: usual nonstandard forms (“resiko”, “analisa”, “merubah”,
    “diantara”), the words that names of laws are made of in Dasar Hukum (“Undang-Undnag”, “No.”), and, where
    hunspell's dictionary id_ID is installed (`pip install sopgen[ejaan]`, the package `hunspell-id`, or LibreOffice's
    dictionary), words that it does not have though one letter wrong, missing, more or changed about would make one
    that it has. Names, short forms, foreign words, words with digits, words that appear three times or more, and
    those under `kata` in sopgen.yaml are passed over.

Basis:
    KBBI and the spelling guide EYD; names of laws as in UU 12/2011, annex II.

Why:
    A slip misleads whoever searches, and a law of a wrong name is not found.

Remedy:
    Mend the word, or list an agency's own terms under `kata` in sopgen.yaml.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec
from sopgen.rules.language.spelling.document import misspelt_in


def check(spec: Spec) -> Iterator[Finding]:
    for path, slip in misspelt_in(spec.loaded):
        write = f"Tulis “{slip.meant}”", f"Write “{slip.meant}”"
        if slip.is_sure:
            told = Message(f"“{slip.written}” bukan ejaan baku.", f"“{slip.written}” is not the standard spelling.")
            remedy = Message(f"{write[0]}.", f"{write[1]}.")
        else:
            told = Message(
                f"“{slip.written}” tidak ada di kamus id_ID; mungkin “{slip.meant}”.",
                f"The dictionary id_ID has no “{slip.written}”; perhaps “{slip.meant}”.",
            )
            remedy = Message(
                f"{write[0]}; bila memang benar, daftarkan di `kata` pada sopgen.yaml.",
                f"{write[1]}; if it is right, list it under `kata` in sopgen.yaml.",
            )
        yield Finding(path, told, remedy, at=slip.written, sure=slip.is_sure)
