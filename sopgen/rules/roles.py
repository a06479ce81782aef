"""Who opens and closes a procedure, and by doing what: shared by the rules on kinds of SOP (JNS)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, Literal

from sopgen.diagnostics import Message
from sopgen.intake.sop import Kegiatan, Pelaksana
from sopgen.rules.finding import Finding, Spec, in_step
from sopgen.rules.language.verbs import is_active_verb
from sopgen.rules.language.words import tokens, whole_text, without_enumerator, words

_CHECKING: Final = (
    *("memeriksa", "mengecek", "mencek", "memverifikasi", "memvalidasi", "meneliti", "menelaah", "mencermati"),
    *("meninjau", "mereviu", "me-review", "mereview", "mencocokkan", "menilai", "mengkaji", "menguji"),
    *("mengklarifikasi", "memastikan", "mengidentifikasi", "mengonfirmasi", "menganalisis", "mempelajari"),
)
_CHECKS: Final = ("pemeriksaan", "verifikasi", "pengecekan", "validasi", "penelaahan", "penelitian", "klarifikasi")
_DOING: Final = ("melakukan", "melaksanakan")
_DOCUMENTING: Final = (
    *("mendokumentasi", "mengarsip", "pendokumentasian", "pengarsipan", "dokumentasi", "meregist", "registrasi"),
    *("membukukan", "mengagenda", "pengagendaan", "menatausaha", "mengadministrasi", "menginventaris", "merekam"),
)
_KEEPING: Final = ("menyimpan", "penyimpanan", "mencatat", "pencatatan", "memasukkan", "menyalin", "menggandakan")
_RECORDS: Final = (
    *("arsip", "berkas", "dokumen", "salinan", "surat", "laporan", "bukti", "naskah", "lemari", "register", "data"),
    *("agenda", "buku", "map", "notula", "notulen", "rekaman", "hasil", "basis", "ordner", "repositori"),
)
_FOR: Final = frozenset({"sebagai", "untuk", "ke"})
_KEPT: Final = ("arsip", "pertinggal", "dokumentasi")
"""What a paper becomes, whatever is done for it: "Memindai ijazah sebagai arsip"."""
_OPENING: Final = ("menerima", "mencatat", "meregist", "mengagenda", "mengambil", "membuka", "mengunduh", "memanggil")
_ORDERING: Final = ("menugas", "memerintah", "menginstruksi", "mendisposisi", "menunjuk", "mengutus")
_GIVING: Final = (
    *("memberi", "menerbit", "mengeluar", "menandatangan", "menetap", "menyampai", "menurun", "membuat", "mengirim"),
)
_ORDERS: Final = frozenset(
    "tugas perintah disposisi penugasan instruksi arahan amanat mandat petunjuk spt spd sprin".split()  # noqa: SIM905
)
_APPLYING: Final = (
    *("mengaju", "memohon", "meminta", "mendaftar", "menyampai", "menyerah", "mengirim", "mengisi", "mengunggah"),
    *("melapor", "mengadu", "memesan", "mengusul", "mengonsultasi", "mengkonsultasi", "mendatangi", "membawa"),
    *("mengantar", "mengakses", "menanya", "melengkapi", "meregist", "memasukkan", "mengentri", "memilih"),
    *("permohonan", "pendaftaran", "permintaan", "pengaduan", "pengajuan", "usulan", "registrasi", "konsultasi"),
)
_RECEIVING: Final = ("menerima", "mengambil", "memperoleh", "mendapat", "mengunduh", "mencetak", "menikmati")
"""How verbs begin, by what an act is for the procedure: applying, checking, ordering, documenting, receiving."""


def is_applicant(lane: Pelaksana) -> bool:
    return lane.peran == "pemohon" or (lane.peran is None and (lane.eksternal or "pemohon" in words(lane.nama)))


def is_applicants(kegiatan: Kegiatan, spec: Spec) -> bool:
    return any(is_applicant(spec.lane(name)) for name in kegiatan.pelaksana)


def has_other_role(spec: Spec, kegiatan: Kegiatan, role: Literal["penanggung_jawab", "atasan", "administrasi"]) -> bool:
    """Whether somebody has this role, but none of those who do the step; without roles nothing can be said."""
    return any(lane.peran == role for lane in spec.sop.pelaksana) and not any(
        spec.lane(name).peran == role for name in kegiatan.pelaksana
    )


def checks_file(kegiatan: Kegiatan) -> bool:
    """Whether a step's first act checks; receiving and recording may come before it."""
    said = tokens(_text(kegiatan))
    for place, word in enumerate(said):
        if word.startswith(_CHECKING):
            return True
        if word.startswith(_DOING):
            return any(following.startswith(_CHECKS) for following in said[place + 1 : place + 3])
        if is_active_verb(word) and not word.startswith(_OPENING):
            return False
    return False


def documents(kegiatan: Kegiatan) -> bool:
    """Whether a step keeps a record: "Mengarsipkan …", "… sebagai arsip", "Menyimpan surat"; not "Menyimpan uang"."""
    said = words(_text(kegiatan))
    if any(word.startswith(_DOCUMENTING) for word in said):
        return True
    if any(word in _FOR and following.startswith(_KEPT) for word, following in pairwise(said)):
        return True
    return any(
        word.startswith(_KEEPING) and any(following.startswith(_RECORDS) for following in said[place + 1 :])
        for place, word in enumerate(said)
    )


def orders(kegiatan: Kegiatan) -> bool:
    """Whether a step gives an order: by its verb, or "Memberikan …", "Menerbitkan …" with what an order is called."""
    said = words(_text(kegiatan))
    if said and said[0].startswith(_ORDERING):
        return True
    return bool(said) and said[0].startswith(_GIVING) and not _ORDERS.isdisjoint(said)


def applies(kegiatan: Kegiatan) -> bool:
    """Whether a step asks for the service: "Mengajukan …", "Mengisi formulir …", "Datang membawa permohonan"."""
    return any(word.startswith(_APPLYING) for word in words(_text(kegiatan)))


def receives(kegiatan: Kegiatan) -> bool:
    """Whether a step takes the result: "Menerima …", "Mengambil …", "Mengunduh …"."""
    return any(word.startswith(_RECEIVING) for word in words(_text(kegiatan)))


def undocumented_end(spec: Spec) -> Iterator[Finding]:
    """The finding of an SOP that does not end with documenting by administrative staff."""
    last = spec.sop.kegiatan[-1]
    if not documents(last):
        yield Finding(
            in_step(last, "uraian"),
            Message(
                "Langkah terakhir bukan pendokumentasian.",
                "The last step does not document.",
            ),
            Message("Tutup dengan “Mendokumentasikan …” atau “Mengarsipkan …”.", "End with “Mendokumentasikan …”."),
        )
    elif has_other_role(spec, last, "administrasi"):
        closer = spec.lane(last.pelaksana[0])
        yield Finding(
            in_step(last, "pelaksana"),
            Message(
                f"Pendokumentasian oleh {closer.nama}, bukan pelaksana administratif.",
                f"Documented by {closer.nama}, not by administrative staff.",
            ),
            Message("Serahkan kepada pelaksana dengan `peran: administrasi`.", "Leave it to a `peran: administrasi`."),
        )


def _text(kegiatan: Kegiatan) -> str:
    return without_enumerator(whole_text(kegiatan.uraian))
