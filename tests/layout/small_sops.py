"""Small SOPs for the tests, one short text a kegiatan.

`a` is a kegiatan of lane a, `ab` a joint one that a leads; behind it stand its ways out: `a > 3`, `a > 3 5` (parallel),
`a > selesai`, `b ? Ya 3 Tidak 1`. Without any it leads to the next kegiatan, the last one ends.
"""

from __future__ import annotations

from typing import Any, TypeVar

from sopgen.intake.sop import Arah, Isi, Kegiatan, Pelaksana, Rute, Sop, Tampilan

T = TypeVar("T")


def changed(value: T, **changes: Any) -> T:
    """A copy of a plain value, dataclass or named tuple, with some fields changed."""
    if isinstance(value, tuple):
        return value._replace(**changes)  # type: ignore[attr-defined, no-any-return]
    return value._replace(**changes)  # type: ignore[type-var]


def small_sop(*steps: str, lanes: str = "abc", **tampilan: Any) -> Sop:
    kegiatan = tuple(_kegiatan(number, text, len(steps)) for number, text in enumerate(steps, start=1))
    pelaksana = tuple(Pelaksana(lane, f"Lajur {lane.upper()}") for lane in lanes)
    return Sop("Contoh", pelaksana, kegiatan, tampilan=Tampilan(**tampilan))


def _kegiatan(number: int, text: str, count: int) -> Kegiatan:
    executors, _, ways = text.partition(" ")
    pelaksana = tuple(executors)
    uraian = Isi(f"Kegiatan {number}")
    bersama = "rapat" if len(pelaksana) > 1 else ""
    if ways.startswith("?"):
        words = ways[1:].split()
        arah = tuple(Arah(_target(to), label) for label, to in zip(words[::2], words[1::2], strict=True))
        return Kegiatan(number, uraian, pelaksana, arah, keputusan=True, bersama=bersama)
    if ways.startswith(">"):
        arah = tuple(Arah(_target(to)) for to in ways[1:].split())
    else:
        arah = (Arah(number + 1 if number < count else None),)
    return Kegiatan(number, uraian, pelaksana, arah, bersama=bersama)


def _target(word: str) -> int | None:
    return None if word == "selesai" else int(word)


def forced(sop: Sop, number: int, branch: int, **rute: Any) -> Sop:
    """`sop` with an override on one way out of a kegiatan."""
    kegiatan = list(sop.kegiatan)
    ways = list(kegiatan[number - 1].arah)
    ways[branch] = changed(ways[branch], rute=Rute(**rute))
    kegiatan[number - 1] = changed(kegiatan[number - 1], arah=tuple(ways))
    return changed(sop, kegiatan=tuple(kegiatan))
