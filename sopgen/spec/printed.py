"""Which places of the tree hold printed texts, and which hold lists of them: there a clerk's text is protected."""

from __future__ import annotations

from typing import Final

from sopgen.spec.fault import Path

BOXES: Final = ("dasar_hukum", "kualifikasi_pelaksana", "keterkaitan", "peralatan", "peringatan", "pencatatan")
_LINES: Final = frozenset({"instansi", "teks_kepala", "unit", *BOXES})
_TEXTS: Final = frozenset({"nomor", "judul"})
_CELLS: Final = frozenset({"uraian", "kelengkapan", "output", "keterangan"})
_STEP_TEXTS: Final = frozenset({"waktu", "bersama"})
_APPROVAL: Final = frozenset({"atas_nama", "jabatan", "nama", "pangkat"})


def is_text_list(path: Path) -> bool:
    """Is a list at this place a list of printed texts?"""
    match path:
        case (str(key),):
            return key in _LINES
        case ("kegiatan", int(), str(key)) | ("kegiatan", int(), str(key), "butir"):
            return key in _CELLS
        case _:
            return False


def is_text(path: Path) -> bool:
    """Is a scalar at this place printed?"""
    match path:
        case (str(key),) if key in _TEXTS:
            return True
        case ("pengesahan", str(key)):
            return key in _APPROVAL
        case ("pelaksana", _) | ("pelaksana", _, "nama") | ("tampilan", "label", _):
            return True
        case ("kegiatan", int(), str(key)) if key in _STEP_TEXTS:
            return True
        case ("kegiatan", int(), str(key), "teks"):
            return key in _CELLS
        case (*parent, int()):
            return is_text_list(tuple(parent))
        case _:
            return is_text_list(path)


def is_label_map(path: Path) -> bool:
    """Are the keys of a map at this place printed (branch labels)?"""
    return len(path) == 3 and path[0] == "kegiatan" and path[2] == "keputusan"


def is_sign_text(path: Path) -> bool:
    """May a text at this place begin with `#`, so that an unquoted one would vanish as a comment?"""
    return is_text(path) or path == ("tampilan", "warna_kepala")
