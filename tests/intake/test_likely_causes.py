"""What a clerk mistypes: the place that is named, and the remedy that fits it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.intake.codes import Code
from tests.intake.small_specs import FINE, HEAD, ONE, load, places, refused

STEP = HEAD + "  - uraian: x\n"

SWALLOWED = {
    "bullet first, dashes below": ("peralatan:\n  • Komputer\n  - Cap\n  - Buku\n", [(8, 3), (9, 3)], "`- `"),
    "bullets": ("peralatan:\n  • Komputer\n  • Cap\n", [(8, 3)], "`- `"),
    "bullet with a no-break space": ("peralatan:\n  •\u00a0Komputer\n  •\u00a0Cap\n", [(8, 3)], "`- `"),
    "item too deep": ("peralatan:\n  - Komputer\n    - Cap\n", [(8, 5)], "`- `"),
    "item behind no-break spaces": ("peralatan:\n  - Komputer\n   \u00a0- Cap\n", [(8, 5)], "`- `"),
    "item under a text with a colon": ("peralatan:\n  - Nomor : 1\n      - Cap\n", [(8, 7)], "`- `"),
    "dashes without a space": ("peralatan:\n  -Komputer\n  -Cap\n", [(8, 3)], "`- `"),
    "typed numbers": ("peralatan:\n  1. Komputer\n  2. Cap\n", [(8, 3)], "`- `"),
}


@pytest.mark.parametrize("case", SWALLOWED)
def test_no_item_is_swallowed_by_the_text_above(tmp_path: Path, case: str) -> None:
    text, where, remedy = SWALLOWED[case]
    found = refused(tmp_path, FINE + text)
    assert places(found) == [(Code.SWALLOWED_LINE.value, *place) for place in where]
    assert remedy in found[0].remedy.id


def test_no_key_is_swallowed_by_the_text_above(tmp_path: Path) -> None:
    (found,) = refused(tmp_path, STEP + "    pelaksana: a\n    output: y\n      waktu:5 menit\n")
    assert places((found,)) == [(Code.SWALLOWED_LINE.value, 7, 7)]
    assert "spasi setelah titik dua" in found.remedy.id


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("- • Komputer", "• Komputer"),
        ("- Cap\n    dinas", "Cap dinas"),
        ("- Cap\n    2. dinas", "Cap 2. dinas"),
        ("- Undang\n    -Undang", "Undang -Undang"),
        ("- -2 derajat\n    -3 derajat", "-2 derajat -3 derajat"),
    ],
)
def test_other_texts_may_go_on_and_begin_with_a_bullet(tmp_path: Path, text: str, printed: str) -> None:
    assert load(tmp_path, FINE + f"peralatan:\n  {text}\n").sop.peralatan.butir == (printed,)


SYNTAX = {
    "too deep": (STEP + "    pelaksana: a\n      waktu: 5 menit\n", 6, 7, "`waktu` diawali 4 spasi"),
    "too deep below an item": (STEP + "      pelaksana: a\n", 5, 7, "`pelaksana` diawali 4 spasi"),
    "no space": (STEP + "    waktu:5 menit\n    pelaksana: a\n", 5, 10, "Tulis `waktu: …`"),
    "no space on the last line": (STEP + "    pelaksana: a\n    waktu:5 menit\n", 6, 10, "Tulis `waktu: …`"),
    "no space on the first line": ("judul:Judul\npelaksana: {a: A}\n", 1, 6, "Tulis `judul: …`"),
    "no space behind a dash": (HEAD + "  - uraian:x\n    pelaksana: a\n", 4, 11, "Tulis `uraian: …`"),
    "open quote": ('judul: "Judul\nnomor: "SOP"\n' + ONE, 1, 8, "Tutup tanda kutip"),
    "open quote in a step": (STEP + '    output: "a\n    waktu: "5 menit"\n', 5, 13, "Tutup tanda kutip"),
    "no-break space behind a colon": (STEP + "    waktu:\u00a05 menit\n    pelaksana: a\n", 5, 11, "spasi biasa"),
    "no-break spaces as indentation": (STEP + "  \u00a0\u00a0pelaksana: a\n", 5, 3, "spasi biasa"),
    "branches without braces": (
        STEP + "    keputusan: Setuju: 11, Tidak: cap\n", 5, 16, "`keputusan: {Ya: kirim, Tidak: konsep}`",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", SYNTAX)
def test_the_likelier_cause_is_named(tmp_path: Path, case: str) -> None:
    text, line, column, remedy = SYNTAX[case]
    (found,) = refused(tmp_path, text)
    assert places((found,)) == [(Code.SYNTAX.value, line, column)]
    assert remedy in found.remedy.id


STEP_A = STEP + "    pelaksana: a\n"
MEANING = {
    "no space in braces": (
        STEP_A + "    keputusan: {Ya:2, Tidak: selesai}\n" + ONE, [(Code.MISSING, 6, 17)], "`Ya: 2`",
    ),
    "branches in prose": (
        STEP_A + "    keputusan: Ya ke 2, Tidak ke 1\n" + ONE, [(Code.WRONG_TYPE, 6, 16)], "{Ya: kirim, Tidak: konsep}",
    ),
    "branches not indented": (
        STEP_A + "    keputusan:\n    Setuju: 2\n" + ONE, [(Code.UNKNOWN_KEY, 7, 5)], "jorokkan dua spasi",
    ),
    "a list of executors": (
        "judul: J\npelaksana:\n  - A\nkegiatan:\n" + ONE, [(Code.WRONG_TYPE, 2, 1)], "`loket: Petugas Loket`",
    ),
    "two targets in prose": (STEP_A + "    lanjut: 2 dan 3\n" + ONE + ONE, [(Code.UNKNOWN_STEP, 6, 13)], "[2, 3]"),
    "a capital letter": (FINE.replace("judul", "Judul"), [(Code.UNKNOWN_KEY, 1, 1)], "`judul`"),
    "a letter left out": (FINE.replace("kegiatan", "kegiatn"), [(Code.UNKNOWN_KEY, 3, 1)], "`kegiatan`"),
    "a label twice": (
        STEP_A + "    keputusan:\n      Ya: 2\n      Ya: selesai\n" + ONE,
        [(Code.DUPLICATE_KEY, 8, 7)], "Hapus salah satu",
    ),
    "a name for a key": (HEAD + "  - {uraian: x, pelaksana: satu}\n", [(Code.UNKNOWN_EXECUTOR, 4, 28)], "namanya: `a`"),
    "a full name for a key": (
        HEAD.replace("Dua", "{nama: Kepala Dinas}") + "  - {uraian: x, pelaksana: Kepala Dinas}\n",
        [(Code.UNKNOWN_EXECUTOR, 4, 28)], "namanya: `b`",
    ),
    "a step without its dash": (
        STEP_A + "    uraian: y\n", [(Code.DUPLICATE_KEY, 6, 5)], "awali baris pertamanya dengan `- `",
    ),
    "a bare NIP": (
        FINE + "pengesahan:\n  nomor_induk: 199001012020121000\n", [(Code.WRONG_TYPE, 7, 16)], "{NIP: ",
    ),
    "curly quotes round a colon": (FINE + "nomor: “1: 2”\n", [(Code.SYNTAX, 6, 10)], "kutip lurus"),
    "curly quotes round a colon in an item": (
        FINE + "peralatan:\n  - “Cap: Nama: 2”\n", [(Code.SYNTAX, 7, 15)], "kutip lurus",
    ),
    "curly quotes round a sharp": (FINE + "nomor: “1 # 2”\n", [(Code.COMMENT_CUTS_TEXT, 6, 11)], "kutip lurus"),
    "curly quotes round a dash": (FINE + "tanggal:\n  revisi: ‘-’\n", [(Code.DATE, 7, 11)], "kutip lurus"),
    "no logo": (FINE + "logo: gambar/../garuda.png\n", [(Code.LOGO_MISSING, 6, 7)], "/garuda.png`"),
}  # fmt: skip


@pytest.mark.parametrize("case", MEANING)
def test_one_slip_is_one_error_with_its_remedy(tmp_path: Path, case: str) -> None:
    text, where, remedy = MEANING[case]
    found = refused(tmp_path, text)
    assert places(found) == where
    assert remedy in found[0].remedy.id
