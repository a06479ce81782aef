"""Who opens and closes a procedure, and by doing what: shared by the rules on kinds of SOP (JNS)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, Literal

from sopgen.diagnostics import Message
from sopgen.intake.sop import Kegiatan, Pelaksana, Sop
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
_ASKING: Final = ("mengaju", "memohon", "mengadu", "melapor", "memesan")
_OF_THE_OFFICE: Final = ("konsep", "draf", "rancangan", "naskah", "hasil")
"""What the staff asks for, and no applicant: "Mengajukan konsep surat"."""
_HANDING_IN: Final = (
    *("menyampai", "menyerah", "mengirim", "mengisi", "mengunggah", "membawa", "mengantar", "datang"),
    *("melengkapi", "membuat", "menulis"),
)
_REQUESTS: Final = ("permohonan", "pendaftaran", "permintaan", "pengaduan", "pengajuan", "registrasi")
_NEAR: Final = 6  # words; what stands farther off may be another act's
_RECEIVING: Final = ("menerima", "mengambil", "memperoleh", "mendapat", "mengunduh", "mencetak", "menikmati")
"""How verbs begin, by what an act is for the procedure: applying, checking, ordering, documenting, receiving."""


Role = Literal["penanggung_jawab", "atasan", "administrasi"]


def is_known_applicant(lane: Pelaksana) -> bool:
    """Whether the column says so by itself: by its `peran`, its name, or as one from outside."""
    return _is_named_applicant(lane) or (lane.peran is None and lane.eksternal)


def is_applicants(kegiatan: Kegiatan, spec: Spec) -> bool:
    return not applicants(spec.sop).isdisjoint(kegiatan.pelaksana)


def applicants(sop: Sop) -> frozenset[str]:
    """The columns of those whom a service is for.

    By `peran`, or named Pemohon; else those from outside, and whoever opens the procedure by asking for the service:
    an applicant may be called anything ("Masyarakat", "Wajib Pajak"), and no paper has `peran`.
    """
    if named := _named_applicants(sop):
        return named
    opening = sop.kegiatan[0]
    asks = {lane.id for lane in sop.pelaksana if lane.id == opening.pelaksana[0] and lane.peran is None}
    outside = {lane.id for lane in sop.pelaksana if is_known_applicant(lane)}
    return frozenset(outside | (asks if _asks_plainly(opening) else set()))


def undecided_applicants(sop: Sop) -> tuple[Pelaksana, ...]:
    """Executors at either end of a service of whom nobody can say whether it is theirs: their act leaves it open.

    So do "Menyerahkan berkas" at the start and "Menerima surat" at the end, where no column is known to be the
    applicant's by its name or `peran`.
    """
    if sop.sifat != "pelayanan" or _named_applicants(sop):
        return ()
    known = applicants(sop)
    opening, closing = sop.kegiatan[0], sop.kegiatan[-1]
    left = [step for step, is_open in ((opening, _may_ask(opening)), (closing, _may_take(closing))) if is_open]
    names = {step.pelaksana[0] for step in left if known.isdisjoint(step.pelaksana)}
    return tuple(lane for lane in sop.pelaksana if lane.id in names and lane.peran is None)


def _named_applicants(sop: Sop) -> frozenset[str]:
    return frozenset(lane.id for lane in sop.pelaksana if _is_named_applicant(lane))


def _is_named_applicant(lane: Pelaksana) -> bool:
    return lane.peran == "pemohon" or (lane.peran is None and "pemohon" in words(lane.nama))


def _asks_plainly(kegiatan: Kegiatan) -> bool:
    """Whether its first verb asks ("Mengajukan …"), or hands in what asks ("Mengisi formulir permohonan")."""
    first, *others = words(_text(kegiatan)) or ("",)
    if first == "mendaftar":
        return True
    if first.startswith(_ASKING):
        return not any(word.startswith(_OF_THE_OFFICE) for word in others[:2])
    return first.startswith(_HANDING_IN) and any(word.startswith(_REQUESTS) for word in others[:_NEAR])


def _may_ask(kegiatan: Kegiatan) -> bool:
    return (words(_text(kegiatan)) or ("",))[0].startswith((*_APPLYING, *_HANDING_IN))


def _may_take(kegiatan: Kegiatan) -> bool:
    return (words(_text(kegiatan)) or ("",))[0].startswith(_RECEIVING) and not documents(kegiatan)


def has_other_role(spec: Spec, kegiatan: Kegiatan, role: Role) -> bool:
    """Whether somebody has this role, but none of those who do the step; without roles nothing can be said."""
    return any(lane.peran == role for lane in spec.sop.pelaksana) and not any(
        spec.lane(name).peran == role for name in kegiatan.pelaksana
    )


def holders_of(spec: Spec, role: Role) -> Message:
    """Behind a mention of a role, the columns that a spec gives it: no paper shows that."""
    names = ", ".join(lane.nama for lane in spec.sop.pelaksana if lane.peran == role)
    if not names:
        return Message("", "")
    return Message(f" (menurut spesifikasinya {names})", f" (by its spec {names})")


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
        closer, holders = spec.lane(last.pelaksana[0]), holders_of(spec, "administrasi")
        yield Finding(
            in_step(last, "pelaksana"),
            Message(
                f"Pendokumentasian oleh {closer.nama}, bukan pelaksana administratif{holders.id}.",
                f"Documented by {closer.nama}, not by administrative staff{holders.en}.",
            ),
            Message("Serahkan kepada pelaksana dengan `peran: administrasi`.", "Leave it to a `peran: administrasi`."),
        )


def _text(kegiatan: Kegiatan) -> str:
    return without_enumerator(whole_text(kegiatan.uraian))
