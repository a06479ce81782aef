"""Spellings that are no slip but a habit: what KBBI and the spelling guide EYD write otherwise. Needs no dictionary.

The tables cover what clerks write: loans respelt since 1972, verbs in -ir, letters put in or left out by ear,
prepositions written on, words written together, loan verbs that the language has a verb for. A word stands in them only
if its other spelling is nowhere right ("sangsi" is a word, "sertipikat" one of land law).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from types import MappingProxyType
from typing import Final

_RESPELT: Final = (
    "ahir>akhir akomodir>akomodasi akte>akta aktifa>aktiva aktip>aktif analisa>analisis antri>antre apotik>apotek "
    "atmosfir>atmosfer azas>asas beaya>biaya cidera>cedera detil>detail difinisi>definisi disain>desain "
    "efektip>efektif ekspidisi>ekspedisi ekstrim>ekstrem faham>paham fotocopi>fotokopi fotocopy>fotokopi "
    "frekwensi>frekuensi handal>andal himbau>imbau hipotesa>hipotesis hirarki>hierarki hutang>utang ijasah>ijazah "
    "ijin>izin intruksi>instruksi inventarisir>inventarisasi jadual>jadwal jaman>zaman karir>karier karna>karena "
    "katagori>kategori kolektip>kolektif komplit>komplet kongkrit>konkret konkrit>konkret konsekwensi>konsekuensi "
    "kordinasi>koordinasi kuisioner>kuesioner kwalifikasi>kualifikasi kwalitas>kualitas kwantitas>kuantitas "
    "kwartal>kuartal kwintal>kuintal kwitansi>kuitansi legalisir>legalisasi lembab>lembap lokalisir>lokalisasi "
    "managemen>manajemen management>manajemen materai>meterai matrix>matriks metoda>metode milyar>miliar "
    "nasehat>nasihat netralisir>netralisasi nomer>nomor nopember>November obyek>objek obyektif>objektif "
    "operasionil>operasional organisir>organisasi orisinil>orisinal pebruari>Februari personil>personel "
    "photo>foto photocopy>fotokopi photokopi>fotokopi pondasi>fondasi praktek>praktik propinsi>provinsi "
    "prosentase>persentase rapih>rapi realisir>realisasi rejeki>rezeki diposisi>disposisi resiko>risiko respon>respons "
    "sekedar>sekadar sekertariat>sekretariat sekertaris>sekretaris sertipikasi>sertifikasi silahkan>silakan "
    "sistim>sistem standarisasi>standardisasi subyek>subjek subyektif>subjektif supir>sopir survai>survei "
    "survey>survei team>tim tehnik>teknik tehnis>teknis tehnisi>teknisi tehnologi>teknologi telpon>telepon "
    "test>tes tilpon>telepon trampil>terampil vertifikasi>verifikasi"
)
_ROOTS: Final = MappingProxyType(dict(pair.split(">") for pair in _RESPELT.split()))
"""What is built on them is respelt too: perijinan, diijinkan, beresiko, penasehat."""
_ANY_ROOT: Final = re.compile("|".join(_ROOTS))
_RESPELT_ALONE: Final = (
    "dikelolah>dikelola; mengelolah>mengelola; pengelolah>pengelola; dirobah>diubah; dirubah>diubah; "
    "mencek>mengecek; mengcek>mengecek; mentaati>menaati; memroses>memproses; "
    "merobah>mengubah; merubah>mengubah; disyahkan>disahkan; mensahkan>mengesahkan; mensyahkan>mengesahkan; "
    "dikoordinir>dikoordinasikan; dikordinir>dikoordinasikan; mengkoordinir>mengoordinasikan; "
    "mengkordinir>mengoordinasikan; mengkordinasikan>mengoordinasikan; mengordinasikan>mengoordinasikan; "
    "kwajiban>kewajiban; mensurvey>menyurvei; menelpon>menelepon; sistimatis>sistematis; "
    "sistimatika>sistematika; mempersilahkan>mempersilakan; dipersilahkan>dipersilakan; perobahan>perubahan; "
    "trimakasih>terima kasih; terimakasih>terima kasih; kerjasama>kerja sama; tandatangan>tanda tangan; "
    "tanggungjawab>tanggung jawab; tatacara>tata cara; tatausaha>tata usaha; tatalaksana>tata laksana; "
    "serahterima>serah terima; rumahsakit>rumah sakit; ujicoba>uji coba; diantara>di antara; apapun>apa pun; "
    "bahagian>bagian; sub-bagian>subbagian; "
    # Slips so short, or so lucky, that a dictionary has words beside them that are likelier.
    "yng>yang; ynag>yang; pda>pada; dri>dari; olhe>oleh; utuk>untuk; srat>surat; rpat>rapat; dgan>dengan; "
    "setalah>setelah; perudang-undangan>perundang-undangan"
)
_WORDS: Final = MappingProxyType(dict(pair.split(">") for pair in _RESPELT_ALONE.split("; ")))
_LOAN_VERBS: Final = MappingProxyType(
    {
        "upload": ("mengunggah", "diunggah"),
        "download": ("mengunduh", "diunduh"),
        "scan": ("memindai", "dipindai"),
        "print": ("mencetak", "dicetak"),
        "update": ("memutakhirkan", "dimutakhirkan"),
        "input": ("memasukkan", "dimasukkan"),
        "entri": ("memasukkan", "dimasukkan"),
        "entry": ("memasukkan", "dimasukkan"),
        "submit": ("mengirimkan", "dikirimkan"),
        "share": ("membagikan", "dibagikan"),
        "copy": ("menyalin", "disalin"),
    }
)
_PLACES: Final = (
    "atas bawah dalam luar depan belakang samping sekitar tengah sini sana situ mana rumah kantor ruang ruangan "
    "meja lemari rak gudang lapangan lokasi tempat sekolah pasar bidang wilayah tingkat setiap unit lingkungan "
    "daerah pusat kota desa kecamatan kelurahan kabupaten provinsi instansi loket aula bank"
)
_TOWARD: Final = "atas bank bawah belakang dalam depan kantor lokasi mana ruang ruangan sana sini"
_WRITTEN_ON: Final = MappingProxyType(
    # "di" and "ke" before a place are words of their own; "dibawahi", "ketempatan" are none of these.
    {f"di{place}": f"di {place}" for place in _PLACES.split()}
    | {f"ke{place}": f"ke {place}" for place in _TOWARD.split()}
)
_IFITAS: Final = re.compile(r"(\w{3,})ifitas(nya)?")
_LOAN_VERB: Final = re.compile(
    rf"(?P<voice>me(?:nge|ng|n|m)?|di)-?(?P<loan>{'|'.join(_LOAN_VERBS)})(?:kan)?(?P<clitic>nya)?"
)
_PREFIXES: Final = (
    *("", "meng", "men", "mem", "me", "peng", "pen", "pem", "per", "pe", "ber", "be", "ter", "di", "ke", "se"),
)
_ENDINGS: Final = ("", "kannya", "annya", "inya", "nya", "kan", "an", "i")


@lru_cache(maxsize=16384)
def standard(word: str) -> str:
    """The standard spelling of a word in lower case; "" where nothing speaks against it."""
    bare, clitic = (word[:-3], "nya") if word.endswith("nya") else (word, "")
    for table in (_WORDS, _WRITTEN_ON):
        if bare in table:
            return table[bare] + clitic
    if found := _IFITAS.fullmatch(word):
        return f"{found[1]}ivitas{found[2] or ''}"
    if meant := loan_verb(word):
        return meant
    if not _ANY_ROOT.search(word):
        return ""
    return next((before + _ROOTS[root] + behind for before, root, behind in _cuts(word) if root in _ROOTS), "")


def loan_verb(word: str) -> str:
    """The verb that the language has for one made of a loan, written as that is: "Mengupload" → "Mengunggah"."""
    found = _LOAN_VERB.fullmatch(word.lower())
    if not found:
        return ""
    meant = _LOAN_VERBS[found["loan"]][found["voice"] == "di"] + (found["clitic"] or "")
    return meant.capitalize() if word[:1].isupper() else meant


def _cuts(word: str) -> Iterator[tuple[str, str, str]]:
    """A word as prefix, root and ending, in every way."""
    for before in _PREFIXES:
        for behind in _ENDINGS:
            if word.startswith(before) and word.endswith(behind) and len(word) > len(before) + len(behind) + 2:
                yield before, word[len(before) : len(word) - len(behind)], behind
