"""The pictograms: line drawings of our own on a grid of 48 units, drawn as shapes of the Scene.

Strokes alone, with round ends; a paper-white fill where one thing lies before another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from sopgen.outlines import circle
from sopgen.scene import Command, Path, Shape

GRID: Final = 48.0


class Pictogram(NamedTuple):
    """`drawn`: outlines as `M`, `L`, `C`, `Z` with grid points, or `O x y r` for a circle; one that begins with `#` is
    filled with paper first. `words` say what is seen.
    """

    words: str
    drawn: tuple[str, ...]


_SHEET: Final = "M14 6L28 6L36 14L36 42L14 42Z"
_CORNER: Final = "M28 6L28 14L36 14"

PICTOGRAMS: Final[dict[str, Pictogram]] = {
    "ajukan": Pictogram(
        "orang menyerahkan berkas",
        (
            "O 13 13 6",
            "M3 38L3 32C3 25 8 22 13 22C18 22 23 25 23 32L23 38",
            "M32 7L40 7L45 12L45 34L29 34L29 7Z",
            "M39 7L39 13L45 13",
            "M33 19L41 19",
            "M33 24L41 24",
            "M33 29L38 29",
            "M18 20L26 20",
            "M23 17L26 20L23 23",
            "M2 43L46 43",
        ),
    ),
    "periksa": Pictogram(
        "berkas diperiksa dengan kaca pembesar",
        (
            "M9 5L24 5L32 13L32 43L9 43Z",
            "M24 5L24 13L32 13",
            "M13 17L15 19L19 15",
            "M22 18L28 18",
            "M13 25L15 27L19 23",
            "M22 26L25 26",
            "M13 33L15 35L19 31",
            "#O 33 31 8",
            "M29 31L32 34L37 28",
            "M39 37L45 43",
        ),
    ),
    "bukti": Pictogram(
        "tanda bukti",
        (
            "M10 4L38 4L38 44L34 40L31 44L27 40L24 44L21 40L17 44L14 40L10 44Z",
            "M16 12L32 12",
            "M16 18L26 18",
            "M17 28L22 33L32 23",
        ),
    ),
    "proses": Pictogram(
        "berkas dan jam",
        (
            "M13 9L13 4L30 4L38 12L38 20",
            "M30 4L30 12L38 12",
            "M20 42L5 42L5 9L22 9L30 17L30 20",
            "M11 19L20 19",
            "M11 26L20 26",
            "M11 33L17 33",
            "#O 33 33 11",
            "M33 26L33 33L38 36",
        ),
    ),
    "terima": Pictogram(
        "surat diterima dalam amplop",
        (
            "M4 20L24 6L44 20L44 43L4 43Z",
            "#M11 15L37 15L37 25L24 34L11 25Z",
            "M4 20L24 34L44 20",
            "M16 20L32 20",
            "M16 25L28 25",
            "M4 43L18 30",
            "M44 43L30 30",
        ),
    ),
    "bayar": Pictogram(
        "pembayaran",
        (
            "M5 12L43 12L43 34L5 34Z",
            "O 24 23 6",
            "M10 17L12 17",
            "M36 29L38 29",
            "M11 39L43 39L43 38",
            "M22 23L26 23",
        ),
    ),
    "rapat": Pictogram(
        "orang berembuk di meja",
        (
            "O 12 12 5",
            "O 36 12 5",
            "M4 30C4 23 8 20 12 20C16 20 19 22 20 26",
            "M44 30C44 23 40 20 36 20C32 20 29 22 28 26",
            "M6 33L42 33",
            "M12 33L12 43",
            "M36 33L36 43",
        ),
    ),
    "tanda_tangan": Pictogram(
        "surat ditandatangani",
        (
            "M8 5L24 5L32 13L32 18",
            "M24 5L24 13L32 13",
            "M8 5L8 43L32 43L32 38",
            "M14 20L24 20",
            "M14 26L21 26",
            "M13 37C15 32 17 32 17 35C17 38 20 36 22 34",
            "#M25 33L40 18L45 23L30 38L24 39Z",
            "M37 21L42 26",
        ),
    ),
    "ambil_nomor": Pictogram(
        "nomor antrean",
        (
            "M12 5L36 5L36 38L33 35L30 38L27 35L24 38L21 35L18 38L15 35L12 38Z",
            "M18 11L30 11",
            "M22 19L25 17L25 29",
            "M21 29L29 29",
            "M5 44L43 44",
        ),
    ),
    "unggah": Pictogram(
        "berkas diunggah",
        (
            "M4 8L44 8L44 34L4 34Z",
            "M24 34L24 42",
            "M15 42L33 42",
            "M24 28L24 15",
            "M18 20L24 14L30 20",
        ),
    ),
    "bawa": Pictogram(
        "berkas dan kartu identitas",
        (
            "M4 18L4 5L20 5L26 11L26 15",
            "M20 5L20 11L26 11",
            "#M4 16L44 16L44 42L4 42Z",
            "O 14 25 4",
            "M7 37C7 32 10 31 14 31C18 31 21 32 21 37",
            "M27 24L38 24",
            "M27 30L38 30",
            "M27 36L34 36",
        ),
    ),
    "waktu": Pictogram(
        "kalender",
        ("M5 9L43 9L43 43L5 43Z", "M5 19L43 19", "M14 4L14 13", "M34 4L34 13", "M17 31L22 36L32 26"),
    ),
    "biaya": Pictogram("uang", ("O 24 24 19", "O 24 24 15")),
    "tempat": Pictogram(
        "penanda tempat",
        ("M24 44C18 35 10 28 10 18C10 10 16 4 24 4C32 4 38 10 38 18C38 28 30 35 24 44Z", "O 24 18 5.5"),
    ),
    "adu": Pictogram(
        "balon percakapan dengan tanda seru",
        ("M5 7L43 7L43 34L22 34L13 43L13 34L5 34Z", "M24 13L24 23", "M24 28L24 28.2"),
    ),
}
"""By the name that `publik.ikon` calls it; the last five stand beside facts."""


def drawn_pictogram(name: str, left: float, top: float, size: float, stroke: float) -> tuple[Shape, ...]:
    """The pictogram in a square of `size` points; `stroke` in points."""
    return tuple(_shapes(PICTOGRAMS[name].drawn, left, top, size / GRID, stroke))


def _shapes(outlines: tuple[str, ...], left: float, top: float, unit: float, stroke: float) -> Iterator[Shape]:
    for outline in outlines:
        paper = "#FFFFFF" if outline.startswith("#") else None
        yield Shape(_path(outline.removeprefix("#"), left, top, unit), stroke, paper, round=True)


def _path(outline: str, left: float, top: float, unit: float) -> Path:
    if outline.startswith("O"):
        x, y, radius = map(float, outline.split()[1:])
        return circle((left + x * unit, top + y * unit), radius * unit)
    commands = []
    for letter, numbers in re.findall(r"([MLCZ])([^MLCZ]*)", outline):
        values = [float(number) for number in numbers.split()]
        points = tuple((left + x * unit, top + y * unit) for x, y in zip(values[::2], values[1::2], strict=True))
        commands.append(Command(letter, points))
    return tuple(commands)
