from __future__ import annotations

__doc__ = """\
DOK-05. SOP generik ditetapkan pimpinan tertinggi, SOP spesifik oleh pimpinan unit kerja mandiri.

Diperiksa:
    Bila `cakupan: generik`, pengesah (atau yang diatasnamakannya) bukan kepala unit di bawah pimpinan
    tertinggi: kepala dinas, biro, bagian, bidang, camat, direktur, dan sebagainya. Bila `cakupan: spesifik`,
    siapa pun pimpinan unitnya diterima.

Dasar:
    Lampiran Permenpan-RB 35/2012, bagian penetapan dokumen SOP AP.

Alasan:
    SOP generik mengikat seluruh instansi; kepala satu unit tidak berwenang atas unit lain.

Salah:
    cakupan: generik

Benar:
    cakupan: generik
    pengesahan: {atas_nama: Bupati Contoh, jabatan: Sekretaris Daerah, nama: Nama Pejabat}

Perbaikan:
    Mintakan pengesahan pimpinan tertinggi (atau isi `atas_nama`), atau tulis `cakupan: spesifik`.

English. A generic SOP is enacted by the head of the agency, a specific one by the head of the unit.

Checked:
    Where `cakupan: generik`, the approver (or whom the approver signs for) is not a head of a unit below the
    top: kepala dinas, biro, bagian, bidang, camat, direktur and so on. Where `cakupan: spesifik`, any head of a
    unit is accepted.

Basis:
    Annex of Permenpan-RB 35/2012, on enacting the SOP AP document.

Why:
    A generic SOP binds the whole agency; the head of one unit has no say over the others.

Remedy:
    Have the head of the agency approve it (or give `atas_nama`), or write `cakupan: spesifik`.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec
from sopgen.rules.language.offices import written_out

UNITS = frozenset(
    "dinas biro bagian bidang seksi subbagian subbidang subdirektorat pusat kantor balai unit upt uptd satuan "  # noqa: SIM905
    "direktorat puskesmas sekolah kelurahan urusan subseksi".split()
)
HEADS = frozenset(
    {"camat", "lurah", "direktur", "deputi", "asisten", "sekretaris", "inspektur", "koordinator", "ketua"}
)
TOPS = frozenset({"daerah", "jenderal", "utama", "mahkamah", "komisi", "dewan"})
"""What makes a secretary, director or chairman the head of an agency's administration."""


def check(spec: Spec) -> Iterator[Finding]:
    approval = spec.sop.pengesahan
    said = written_out(approval.atas_nama or approval.jabatan)
    if spec.sop.cakupan != "generik" or not said:
        return
    below = said[0] in HEADS and not (said[1:] and said[1] in TOPS)
    if below or (said[0] == "kepala" and said[1:] and said[1] in UNITS):
        yield Finding(
            ("pengesahan", "atas_nama" if approval.atas_nama else "jabatan"),
            Message(
                f"SOP generik disahkan {approval.atas_nama or approval.jabatan}, bukan pimpinan tertinggi instansi.",
                f"A generic SOP approved by {approval.atas_nama or approval.jabatan}, not by the head of the agency.",
            ),
            Message(
                "Isi `atas_nama` dengan pimpinan tertinggi, atau tulis `cakupan: spesifik`.",
                "Give the head of the agency as `atas_nama`, or write `cakupan: spesifik`.",
            ),
        )
