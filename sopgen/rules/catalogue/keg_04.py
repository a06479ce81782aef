from __future__ import annotations

__doc__ = """\
KEG-04. Jabatan yang disebut dalam kegiatan ada di kolom pelaksana.

Diperiksa:
    Jabatan sesudah kepada, ke, oleh, bersama, atau sesudah “menugaskan”, “memerintahkan”, “meminta” dan
    sejenisnya ada di antara pelaksana. Nama pendek dan panjang dianggap sama (Kabag = Kepala Bagian). Nama
    jabatan di dalam judul naskah tidak diperiksa; anggota sebuah kolom (“anggota Pokja”) dan penerima tembusan
    tidak perlu berkolom. Tidak ada yang menyerahkan kepada kolomnya sendiri, juga dengan nama pendeknya.

Dasar:
    Paparan KemenPAN-RB 2014, slide 51; contoh SOP SIREBO Setjen Wantannas 2018.

Alasan:
    Serahan kepada yang tidak ada di alur tidak pernah sampai; biasanya salah ketik atau kolom yang terlupa.

Salah:
    pelaksana: {analis: Analis, kasubid: Kasubid}
    kegiatan:
      - {uraian: Menyerahkan laporan kepada Kasubdit, pelaksana: analis}
      - {uraian: Mendokumentasikan laporan, pelaksana: kasubid}

Benar:
    pelaksana: {analis: Analis, kasubid: Kasubid}
    kegiatan:
      - {uraian: Menyerahkan laporan kepada Kasubid, pelaksana: analis}
      - {uraian: Mendokumentasikan laporan, pelaksana: kasubid}

Perbaikan:
    Samakan nama jabatan dengan kolomnya, atau tambahkan kolom dan langkahnya.

English. Offices that a text names have a column.

Checked:
    An office behind kepada, ke, oleh, bersama, or behind “menugaskan”, “memerintahkan”, “meminta” and their
    like is among the executors. Short and long names are the same (Kabag = Kepala Bagian). Offices within the
    titles of papers are not looked at; members of a column (“anggota Pokja”) and those who get a copy (tembusan)
    need no column. Nobody hands over to the column in which the step stands, by its short name either.

Basis:
    KemenPAN-RB slides 2014, slide 51; the SIREBO SOP of Setjen Wantannas 2018.

Why:
    What goes to somebody outside the flow never arrives; mostly it is misspelt, or a column was forgotten.

Remedy:
    Spell the office as its column does, or add the column and its step.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.intake.sop import Kegiatan
from sopgen.rules.finding import Finding, Spec, in_step
from sopgen.rules.language.handing import by_whole_name, hands_over_to
from sopgen.rules.language.offices import Mention, addressed, is_known, likeliest
from sopgen.rules.language.words import whole_text


def check(spec: Spec) -> Iterator[Finding]:
    for kegiatan in spec.sop.kegiatan:
        reported = set()
        text = whole_text(kegiatan.uraian)
        for mention in addressed(text, spec.sop.pelaksana):
            if mention.name in reported:
                continue
            reported.add(mention.name)
            if is_known(mention, spec.sop.pelaksana):
                if hands_over_to(mention, kegiatan.pelaksana, spec.sop.pelaksana, text):
                    yield _to_himself(kegiatan, mention, spec)
                continue
            near = likeliest(mention.shown, spec.sop.pelaksana)
            remedy = Message(
                "Samakan dengan nama kolomnya, atau tambahkan pelaksana itu.",
                "Spell it as its column does, or add that executor.",
            )
            if near is not None:
                remedy = Message(f"Mungkin maksudnya “{near.nama}”.", f"Probably “{near.nama}” is meant.")
            told = f"“{mention.shown}”"
            wrong = Message(f"{told} tidak ada di kolom pelaksana.", f"{told} is none of the executors.")
            yield Finding(in_step(kegiatan, "uraian"), wrong, remedy, at=mention.shown)


def _to_himself(kegiatan: Kegiatan, mention: Mention, spec: Spec) -> Finding:
    own = spec.lane(kegiatan.pelaksana[0])
    return Finding(
        in_step(kegiatan, "uraian"),
        Message(
            f"{own.nama} menyerahkan kepada “{mention.shown}”, yaitu dirinya sendiri.",
            f"{own.nama} hands over to “{mention.shown}”, which is the same column.",
        ),
        Message(
            "Sebut penerima yang sebenarnya, atau pindahkan kegiatan ke kolom yang menyerahkan.",
            "Name who receives it, or put the step into the column of who hands over.",
        ),
        at=mention.shown,
        sure=by_whole_name(mention, kegiatan.pelaksana, spec.sop.pelaksana),
    )
