# ruff: noqa: SIM905 - the order reads better as running words
"""The order in which the house writes the keys of each map: a new key takes its place in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, get_args

from pydantic import BaseModel

from sopgen.intake.fault import Path
from sopgen.intake.model import BerkasBawaan, BerkasSop

_ROOT: Final = tuple(
    (
        "nomor judul jenis sifat cakupan tim status digantikan_oleh instansi teks_kepala unit logo tanggal pengesahan "
        "dasar_hukum kualifikasi_pelaksana keterkaitan peralatan peringatan pencatatan pelaksana kegiatan pelayanan "
        "riwayat tampilan pola_nomor waktu_kerja kata aturan kompilasi monev abaikan"
    ).split()
)
_STEP: Final = tuple(
    "id uraian pelaksana bersama keputusan lanjut rute kelengkapan waktu output keterangan publik".split()
)
_ACCEPTED: Final = ("aturan", "kegiatan", "alasan", "sampai")
_FREE: Final = frozenset({"keputusan", "lewat"})


def order_of(path: Path) -> tuple[str, ...]:
    """The keys of the map at `path` in order; empty where the writer's order is the meaning."""
    match path:
        case ():
            return _ROOT
        case ("kegiatan", int()):
            return _STEP
        case ("abaikan", int()):
            return _ACCEPTED
        case ("pelaksana",):
            return ()
    if path[-1:] and path[-1] in _FREE:
        return ()
    return tuple(_fields(path))


def place_in_order(keys: Sequence[str], key: str, path: Path) -> int:
    """Where a new key goes: behind the last one that stands before it in order, else at the end."""
    order = order_of(path)
    if key not in order:
        return len(keys)
    before = order[: order.index(key)]
    places = [n for n, each in enumerate(keys) if each in before]
    if places:
        return places[-1] + 1
    return 0 if any(each in order for each in keys) else len(keys)


def _fields(path: Path) -> list[str]:
    """The fields of the model that stands at a path."""
    for model in (BerkasSop, BerkasBawaan):
        current: Any = model
        for element in path:
            current = _inner(current, element)
            if current is None:
                break
        if isinstance(current, type) and issubclass(current, BaseModel):
            return list(current.model_fields)
    return []


def _inner(current: Any, element: str | int) -> Any:
    """A number, or a key of the writer's own (an executor, a branch), leads into the same model."""
    found = current.model_fields.get(str(element))
    return current if found is None else _model_in(found.annotation)


def _model_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for each in get_args(annotation) if (found := _model_in(each)) is not None), None)
