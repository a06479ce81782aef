"""What places of a printed SOP are called in a report: its columns, boxes and rows, as the form calls them."""

from __future__ import annotations

from typing import Final

COLUMN_NAMES: Final = {
    "uraian": "Kegiatan",
    "kelengkapan": "Kelengkapan",
    "waktu": "Waktu",
    "output": "Output",
    "keterangan": "Keterangan",
}
"""By the key of a kegiatan."""

BOX_NAMES: Final = {
    "dasar_hukum": "Dasar Hukum",
    "kualifikasi_pelaksana": "Kualifikasi Pelaksana",
    "keterkaitan": "Keterkaitan",
    "peralatan": "Peralatan/Perlengkapan",
    "peringatan": "Peringatan",
    "pencatatan": "Pencatatan dan Pendataan",
}

ROW_NAMES: Final = {
    ("judul",): "Judul SOP",
    ("nomor",): "Nomor SOP",
    ("tanggal",): "Tanggal",
    ("tanggal", "pembuatan"): "Tanggal Pembuatan",
    ("tanggal", "revisi"): "Tanggal Revisi",
    ("tanggal", "efektif"): "Tanggal Efektif",
    ("pengesahan",): "Disahkan oleh",
    ("instansi",): "instansi",
    ("unit",): "unit",
}
"""Of the identity page, by the spec's keys."""
