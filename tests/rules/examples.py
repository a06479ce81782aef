"""An example from a rule's page, completed by what it leaves out to a spec in which no other rule finds anything."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from sopgen.diagnostics import Diagnostic
from sopgen.intake import load_spec
from sopgen.rules import check_compilation, check_spec

TODAY = date(2026, 6, 30)
FILE = re.compile(r"^# (?P<name>\S+\.yaml)$", re.MULTILINE)
DEFAULT_FILE = "contoh.sop.yaml"

LANES: dict[str, Any] = {
    "kabag": "Kabag Umum",
    "analis": "Analis",
    "arsiparis": "Arsiparis",
    "kasubbag": "Kasubbag Tata Usaha",
    "pemohon": {"nama": "Pemohon", "eksternal": "true", "peran": "pemohon"},
}
BASE: dict[str, Any] = {
    "nomor": "SOP-07/ORG/2026",
    "judul": "Pembuatan Surat Tugas",
    "instansi": "PEMERINTAH KABUPATEN CONTOH",
    "unit": "BAGIAN UMUM",
    "tanggal": {"pembuatan": "2026-02-16", "revisi": "-", "efektif": "2026-03-02"},
    "pengesahan": {
        "jabatan": "Kepala Bagian Umum",
        "nama": "Nama Pejabat, S.E., M.Si.",
        "nomor_induk": {"NIP": "199001012020121000"},
    },
    "dasar_hukum": ["Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah"],
    "kualifikasi_pelaksana": ["Memahami tata naskah dinas"],
    "keterkaitan": ["SOP Pengelolaan Arsip Dinamis"],
    "peralatan": ["Komputer dan pencetak"],
    "peringatan": ["Surat tugas selesai paling lambat 2 hari kerja sejak disposisi."],
    "pencatatan": ["Buku agenda surat keluar"],
    "kegiatan": [
        {"uraian": "Menugaskan Analis menyusun konsep surat tugas", "pelaksana": "kabag"},
        {"uraian": "Menyusun konsep surat tugas dan menyerahkannya kepada Arsiparis", "pelaksana": "analis"},
        {"uraian": "Mendokumentasikan surat tugas", "pelaksana": "arsiparis"},
    ],
}
STEP = {"kelengkapan": "Berkas", "waktu": "1 jam", "output": "Berkas yang diproses"}


def write_example(example: str, folder: Path) -> list[Path]:
    """The specs of an example; each of its files begins with a comment that names it."""
    places = [*FILE.finditer(example)]
    files = {DEFAULT_FILE: example} if not places else {}
    for place, following in zip(places, [*places[1:], None][: len(places)], strict=True):
        files[place["name"]] = example[place.end() : following.start() if following else None]
    if [*files] == ["sopgen.yaml"]:
        files[DEFAULT_FILE] = ""
    (folder / "pyproject.toml").write_text("", encoding="utf-8")
    specs = [name for name in files if name != "sopgen.yaml"]
    for name, text in files.items():
        written = yaml.load(text, yaml.BaseLoader) or {}
        if len(specs) > 1:  # what the usual example refers to is not among them
            written.setdefault("keterkaitan", "Tidak ada")
        content = written if name == "sopgen.yaml" else _complete(written)
        whole = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=10_000)
        (folder / name).write_text(whole, encoding="utf-8")
    return [folder / name for name in specs]


def check_example(example: str, folder: Path) -> list[Diagnostic]:
    specs = [load_spec(path) for path in write_example(example, folder)]
    alone = [finding for spec in specs for finding in check_spec(spec, today=TODAY)]
    return [*alone, *(finding for of_one in check_compilation(specs) for finding in of_one)]


def _complete(written: dict[str, Any]) -> dict[str, Any]:
    whole = {**BASE, **written}
    whole["kegiatan"] = [{**STEP, **step} for step in whole["kegiatan"]]
    used = [name for step in whole["kegiatan"] for name in _listed(step["pelaksana"])]
    whole["pelaksana"] = written.get("pelaksana") or {name: LANES[name] for name in dict.fromkeys(used)}
    return whole


def _listed(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]
