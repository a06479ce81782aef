"""The identity part as the other hand words it."""

from __future__ import annotations

from typing import Any

from benchmarks.oldstock import words as w

BOXES = ("dasar_hukum", "kualifikasi_pelaksana", "keterkaitan", "peralatan", "peringatan", "pencatatan")


def block(sop: Any) -> list[tuple[str, str]]:
    """Labels and what stands beside them; the officer's lines below each other."""
    head, officer = sop.head, sop.head["pengesahan"]
    officer.pop("atas_nama", None)
    lines = [officer["jabatan"], officer["nama"]]
    lines += [officer["pangkat"]] if "pangkat" in officer else []
    lines += [f"{kind} {number}" for kind, number in officer.get("nomor_induk", {}).items()]
    day = lambda each: f"{each.day} {w.MONTHS[each.month - 1]} {each.year}" if each else "-"  # noqa: E731
    dates = head["tanggal"]
    return [
        ("Nomor SOP", head["nomor"]),
        ("Tgl. Pembuatan", day(dates["pembuatan"])),
        ("Tgl. Revisi", day(dates["revisi"])),
        ("Tgl. Efektif", day(dates["efektif"])),
        ("Disahkan oleh", "\n".join(lines)),
        ("Nama SOP", head["judul"]),
    ]
