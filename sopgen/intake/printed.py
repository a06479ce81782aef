"""Which places of the tree hold printed texts, and which hold lists of them: there a clerk's text is protected."""

from __future__ import annotations

from typing import Final

from sopgen.intake.fault import Path
from sopgen.intake.sop import BOXES, Kotak, Pelayanan, Revisi

_LINES: Final = frozenset({"instansi", "teks_kepala", "unit", *BOXES})
_TEXTS: Final = frozenset({"nomor", "judul", "digantikan_oleh"})
_CELLS: Final = frozenset({"uraian", "kelengkapan", "output", "keterangan"})
_STEP_TEXTS: Final = frozenset({"waktu", "bersama"})
_APPROVAL: Final = frozenset({"atas_nama", "jabatan", "nama", "pangkat"})


_ACT_TEXTS: Final = frozenset({"pejabat", "nomor", "tentang", "tempat"})
_ACT_LISTS: Final = frozenset({"menimbang", "mengingat", "memperhatikan", "diktum"})
_NOTES: Final = frozenset({"ruang_lingkup", "ringkasan"})

_SERVICE: Final = frozenset(Pelayanan._fields) - {"jangka_waktu"}
_SERVICE_LISTS: Final = frozenset(key for key, usual in Pelayanan._field_defaults.items() if isinstance(usual, Kotak))
_TILE: Final = frozenset({"judul", "teks", "tempat"})
_REVISION: Final = frozenset(Revisi._fields) - {"tanggal"}


def is_text_list(path: Path) -> bool:
    """Whether a list at this place is a list of printed texts."""
    match path:
        case (str(key),):
            return key in _LINES
        case ("kegiatan", int(), str(key)) | ("kegiatan", int(), str(key), "butir"):
            return key in _CELLS
        case ("pelayanan", str(key)):
            return key in _SERVICE_LISTS
        case ("monev", "alamat"):
            return True
    return _is_compilation_list(path)


def _is_compilation_list(path: Path) -> bool:
    match path:
        case ("kompilasi", str(key)):
            return key in {"alamat", "definisi"} or key in _NOTES
        case ("kompilasi", str(key), "butir"):
            return key in _NOTES
        case ("kompilasi", "keputusan", str(key)):
            return key in _ACT_LISTS
    return False


def is_text(path: Path) -> bool:
    """Whether a scalar at this place is printed."""
    match path:
        case (str(key),):
            return key in _TEXTS or key in _LINES
        case ("pengesahan", str(key)):
            return key in _APPROVAL
        case ("pelaksana", _) | ("pelaksana", _, "nama" | "kelompok" | "publik") | ("tampilan", "label", _):
            return True
        case ("kegiatan", int(), str(key)):
            return key in _CELLS or key in _STEP_TEXTS or key == "publik"
        case ("kegiatan", int(), str(key), "teks"):
            return key in _CELLS
    listed = bool(path) and isinstance(path[-1], int) and is_text_list(path[:-1])
    return listed or _is_service_text(path) or _is_compilation_text(path) or _is_assessing_text(path)


def _is_service_text(path: Path) -> bool:
    match path:
        case ("pelayanan", str(key)):
            return key in _SERVICE or key == "jangka_waktu"
        case ("pelayanan", "jangka_waktu", "lama" | "sejak"):
            return True
        case ("kegiatan", int(), "publik", str(key)):
            return key in _TILE
        case ("riwayat", int(), str(key)):
            return key in _REVISION
    return False


def _is_compilation_text(path: Path) -> bool:
    match path:
        case ("kompilasi", str(key)) | ("kompilasi", str(key), "teks"):
            return key in {"judul", "tahun", "alamat"} or key in _NOTES
        case ("kompilasi", "keputusan", str(key)):
            return key in _ACT_TEXTS
        case ("kompilasi", "keputusan", "pengesahan", str(key)):
            return key in _APPROVAL
    return False


def _is_assessing_text(path: Path) -> bool:
    match path:
        case ("monev", "tempat" | "bertempat" | "alamat"):
            return True
        case ("monev", "penilai" | "evaluator" | "koordinator", str(key)):
            return key in _APPROVAL
    return False


def is_label_map(path: Path) -> bool:
    """Whether the keys of a map at this place are printed: branch labels."""
    return len(path) == 3 and path[0] == "kegiatan" and path[2] == "keputusan"


def is_sign_text(path: Path) -> bool:
    """Whether a text at this place may begin with `#`, so that an unquoted one would vanish as a comment."""
    return is_text(path) or path == ("tampilan", "warna_kepala")
