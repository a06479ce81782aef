"""The texts of one SOP's identity page: labels, values, and every text broken into words once."""

from __future__ import annotations

from sopgen.intake.sop import Kotak, Sop
from sopgen.layout import style
from sopgen.layout.paper import Paper
from sopgen.text.block import Block, Item, block_of, items_of
from sopgen.text.face import Face
from sopgen.text.measure import Measurer
from sopgen.wording import printed_date, wording_of

PAIRS = (
    ("dasar_hukum", "kualifikasi_pelaksana"),
    ("keterkaitan", "peralatan"),
    ("peringatan", "pencatatan"),
)
_HEADER_LABELS = {
    "nomor": "Nomor SOP",
    "tanggal_pembuatan": "Tanggal Pembuatan",
    "tanggal_revisi": "Tanggal Revisi",
    "tanggal_efektif": "Tanggal Efektif",
    "pengesahan": "Disahkan oleh",
    "judul": "Judul SOP",
}
_BOX_LABELS = {
    "dasar_hukum": "DASAR HUKUM",
    "kualifikasi_pelaksana": "KUALIFIKASI PELAKSANA",
    "keterkaitan": "KETERKAITAN",
    "peralatan": "PERALATAN/PERLENGKAPAN",
    "peringatan": "PERINGATAN",
    "pencatatan": "PENCATATAN DAN PENDATAAN",
}
_BOX_INDENT = 5.0 * style.MM
_BOX_INDENT_LEAST = 1.65  # em: a larger type needs more


class Approval:
    """The lines above and below the signature room; `below` holds (role, text, bold)."""

    def __init__(self, sop: Sop) -> None:
        p = sop.pengesahan
        self.deputy = bool(p.atas_nama)  # signed on behalf of another: "a.n." hangs to the left of all lines
        self.on_behalf = wording_of(sop.tampilan).atas_nama + " "
        self.above = ([f"{self.on_behalf}{p.atas_nama}"] if p.atas_nama else []) + ([p.jabatan] if p.jabatan else [])
        number = " ".join(p.nomor_induk) if p.nomor_induk else ""
        lines = (("nama", p.nama, True), ("pangkat", p.pangkat, False), ("nomor_induk", number, False))
        self.below = [line for line in lines if line[1]]


class Form:
    """Everything the identity page says. Blocks are kept, for several layouts are tried with the same texts."""

    def __init__(self, sop: Sop, paper: Paper, measurer: Measurer, size: float) -> None:
        self.sop, self.measurer = sop, measurer
        self.face, self.bold = paper.face(), paper.face(bold=True)
        self.size = size
        self._known: dict[tuple[str, bool], Block] = {}
        tanggal = sop.tanggal
        self.fields = {
            "nomor": sop.nomor,
            "tanggal_pembuatan": printed_date(tanggal.pembuatan),
            "tanggal_revisi": printed_date(tanggal.revisi),
            "tanggal_efektif": printed_date(tanggal.efektif),
        }
        self.labels = {key: self._label(key, text) for key, text in (_HEADER_LABELS | _BOX_LABELS).items()}
        self.label_width = max(measurer.width(self.labels[key], self.face, self.size) for key in _HEADER_LABELS)
        self.approval = Approval(sop)
        self.approval_indent = 0.0
        if self.approval.deputy:
            self.approval_indent = measurer.width(self.approval.on_behalf, self.face, self.size)
        kind = "\n".join(sop.teks_kepala)
        self.kind = self.block(kind, bold=True) if kind else None
        self.title = self.block(sop.judul, bold=True)
        self.agency = self._agency()
        self.boxes = [(self._box(a), self._box(b)) for a, b in PAIRS]

    def block(self, text: str, *, bold: bool = False) -> Block:
        if (text, bold) not in self._known:
            self._known[text, bold] = block_of(items_of(text, (), "none"), self.face_of(bold=bold), self.measurer)
        return self._known[text, bold]

    def face_of(self, *, bold: bool) -> Face:
        return self.bold if bold else self.face

    def _label(self, key: str, usual: str) -> str:
        tampilan = self.sop.tampilan
        return tampilan.printed(key, tampilan.printed(key.removeprefix("tanggal_"), usual))

    def _agency(self) -> list[tuple[str, Block, float]]:
        """(role, block, size) of the lines under the emblem."""
        found = []
        if self.sop.instansi:
            found.append(("instansi", self._plain(self.sop.instansi, self.bold), style.AGENCY_SIZE * self.size))
        if self.sop.unit:
            found.append(("unit", self._plain(self.sop.unit, self.face), style.UNIT_SIZE * self.size))
        return found

    def _plain(self, lines: tuple[str, ...], face: Face) -> Block:
        return block_of((Item("", "\n".join(lines)),), face, self.measurer)

    def _box(self, key: str) -> Block:
        kotak: Kotak = getattr(self.sop, key)
        return block_of(
            items_of(kotak.teks, kotak.butir, "numbers"),
            self.face,
            self.measurer,
            max(_BOX_INDENT / self.size, _BOX_INDENT_LEAST),
        )
