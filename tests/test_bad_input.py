"""Bad input, from the command line to the last byte: what a clerk can get wrong, and what the clerk is told.

Every case: exit code 1, its code, line and column, the place underlined, a remedy, in Indonesian and English;
no traceback, nothing left in the output folder, and the good spec in the same call is built all the same.
"""

# ruff: noqa: E501 - one case a line

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import pytest
from _pytest.mark import ParameterSet
from PIL import Image

from sopgen import pipeline
from sopgen.cli import outputs, run
from tests.properties.readback import faults

ROOT = Path(__file__).parents[1]
HEAD = "judul: Judul\npelaksana: {a: Satu, b: Dua, c: Tiga}\nkegiatan:\n"
ONE = "  - {uraian: Membaca, pelaksana: a}\n"
FINE = HEAD + ONE + "  - {uraian: Menulis, pelaksana: b}\n"
LONG = ("kata " * 4000).strip()  # 19,999 letters
WORD = "Pertanggungjawaban" * 17  # over 300 letters
OK, REFUSED, WRONG_COMMAND = 0, 1, 2
BUILT = "specs/baik.sop.yaml → output/baik.pdf (2 halaman)\n"


def step(rest: str) -> str:
    return HEAD + f"  - {{uraian: x, pelaksana: a, {rest}}}\n"


def lanes(count: int, paper: str = "A4") -> str:
    names = "".join(f"  p{n}: Pejabat Nomor {n}\n" for n in range(count))
    steps = "".join(f"  - {{uraian: Kerja, pelaksana: p{n}}}\n" for n in range(count))
    return f"judul: J\npelaksana:\n{names}kegiatan:\n{steps}tampilan: {{kertas: {paper}}}\n"


def crowded_overrides() -> str:
    """Five arrows told to pass a symbol of the first lane on its left, where no more than one or two fit."""
    sides = [", ".join(f"{n}: kiri" for n in range(at + 1, at + 6)) for at in range(2, 7)]
    steps = [
        f"  - {{uraian: x, pelaksana: p0, keputusan: {{Ya: {at + 1}, Tidak: {{ke: {at + 6}, rute: {{keluar: kiri, lewat: {{{side}}}}}}}}}}}\n"
        for at, side in enumerate(sides, 2)
    ]
    plain = "  - {uraian: x, pelaksana: p0}\n"
    return lanes(15).split("kegiatan:")[0] + "kegiatan:\n" + plain + "".join(steps) + 7 * plain


def picture(size: tuple[int, int] = (20, 10), kind: str = "PNG") -> bytes:
    file = io.BytesIO()
    Image.effect_mandelbrot(size, (-2, -1, 1, 1), 20).save(file, kind)
    return file.getvalue()


FILES = {
    "kecil.png": picture(),
    "rusak.png": picture()[:-40],
    "rusak.jpg": picture((200, 200), "JPEG")[:-900],
    "berat.png": picture() + bytes(5 * 1024 * 1024),
    "lebar.png": picture((4001, 2)),
    "gambar.svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    "gambar.gif": picture(kind="GIF"),
}


class Bad(NamedTuple):
    """A spec and what is said of it. `marked` is underlined, None where no line can be shown."""

    spec: str | bytes
    code: str
    line: int
    column: int
    marked: str | None
    id: str
    en: str


CASES = {
    "empty file": Bad("", "BACA-02", 1, 1, "", "Berkas kosong", "The file is empty"),
    "blank file": Bad("\n \n", "BACA-02", 1, 1, "", "Berkas kosong", "The file is empty"),
    "binary file": Bad(bytes(range(256)), "BACA-04", 1, 1, None, "bukan teks", "not text"),
    "a PDF": Bad(b"%PDF-1.7\n%\xe2\xe3\n", "BACA-04", 1, 1, None, "berkas PDF", "PDF"),
    "a picture": Bad(FILES["kecil.png"], "BACA-04", 1, 1, None, "gambar PNG", "PNG"),
    "not YAML": Bad("Yth. Bapak\nDengan hormat: kami kirim\n", "BACA-08", 2, 14, ":", "Titik dua", "colon"),
    "an open bracket": Bad("judul: [a\n", "BACA-08", 1, 8, "[", "tidak ditutup", "never closed"),
    "a mere text": Bad("Surat biasa\n", "BACA-21", 1, 1, "Surat biasa", "Surat biasa", "Surat biasa"),
    "tab": Bad("judul: J\npelaksana:\n\ta: A\n", "BACA-09", 3, 1, "    ", "tab", "tab"),
    "UTF-16": Bad(FINE.encode("utf-16"), "BACA-05", 1, 1, None, "UTF-16", "UTF-16"),
    "UTF-16 without a mark": Bad(FINE.encode("utf-16-be"), "BACA-05", 1, 1, None, "UTF-16", "UTF-16"),
    "Windows-1252": Bad("judul: Café b\n".encode("cp1252"), "BACA-05", 1, 11, "\ufffd", "0xE9", "0xE9"),
    "duplicate key": Bad(FINE + "judul: Lain\n", "BACA-14", 6, 1, "judul", "di baris 1", "on line 1"),
    "duplicate key inside": Bad(step("waktu: 1 jam, waktu: 2 jam"), "BACA-14", 4, 45, "waktu", "`waktu`", "`waktu`"),
    "alias bomb": Bad(
        FINE + "dasar_hukum: &a\n  - x\nketerkaitan: &b [*a, *a, *a]\nperingatan: [*b, *b, *b]\n",
        "BACA-10", 6, 14, "&a", "“&”", "“&”",
    ),
    "over 1 MiB": Bad("#" * (1024 * 1024) + "\n" + FINE, "BACA-03", 1, 1, None, "1 MiB", "1 MiB"),
    "deep brackets": Bad(FINE + "nomor: " + "[" * 2000 + "\n", "BACA-13", 6, 20, "[" * 60, "terlalu dalam", "too deep"),
    "deep lists": Bad(
        FINE + "dasar_hukum:\n" + "".join(" " * depth + "-\n" for depth in range(1, 60)),
        "BACA-13", 19, 14, "-", "terlalu dalam", "too deep",
    ),
    "a text for a map": Bad(FINE + "tanggal: besok\n", "BACA-21", 6, 10, "besok", "`besok`", "`besok`"),
    "a map for a text": Bad(FINE + "nomor: {a: b}\n", "BACA-21", 6, 1, "nomor", "`nomor`", "`nomor`"),
    "letters for a number": Bad(FINE + "tampilan: {ukuran_huruf: besar}\n", "BACA-24", 6, 26, "besar", "bukan angka", "not a number"),
    "no such choice": Bad(FINE + "tampilan: {kertas: A5}\n", "BACA-22", 6, 20, "A5", "`A5`", "`A5`"),
    "unknown key": Bad(FINE + "nomer: 1\n", "BACA-18", 6, 1, "nomer", "`nomer`", "`nomer`"),
    "unknown key of a step": Bad(step("simbol: kotak"), "BACA-18", 4, 31, "simbol", "`simbol`", "`simbol`"),
    "no such step": Bad(step("lanjut: 9") + ONE, "BACA-28", 4, 39, "9", "`9` tidak ada", "no step `9`"),
    "no such id": Bad(step("lanjut: periks") + "  - {id: periksa, uraian: y, pelaksana: b}\n", "BACA-28", 4, 39, "periks", "`periks` tidak ada", "no step `periks`"),
    "a branch to nowhere": Bad(step("keputusan: {Ya: 2, Tidak: 7}") + ONE, "BACA-28", 4, 57, "7", "`7` tidak ada", "no step `7`"),
    "no such executor": Bad(HEAD + "  - {uraian: x, pelaksana: d}\n", "BACA-29", 4, 28, "d", "`d`", "`d`"),
    "a step that points at itself": Bad(step("lanjut: 1") + ONE, "BACA-31", 4, 39, "1", "dirinya sendiri", "points at itself"),
    "an unreachable step": Bad(
        step("lanjut: 3") + 2 * ONE, "BACA-32", 5, 5, "{uraian: Membaca, pelaksana: a}", "tidak terjangkau", "cannot be reached",
    ),
    "no way to an end": Bad(
        HEAD + ONE + "  - {uraian: x, pelaksana: a, lanjut: 1}\n",
        "BACA-33", 4, 5, "{uraian: Membaca, pelaksana: a}", "tidak punya jalan ke akhir", "no way to an end",
    ),
    "one branch": Bad(step("keputusan: {Ya: 2}") + ONE, "BACA-34", 4, 31, "keputusan", "1 cabang", "branches is 1"),
    "two branches to one step": Bad(step("keputusan: {Ya: 2, Tidak: 2}") + ONE, "BACA-35", 4, 57, "2", "Dua jalan menuju kegiatan 2", "Two ways lead to step 2"),
    "control character": Bad(FINE + "nomor: a\x07b\n", "BACA-06", 6, 9, "␇", "U+0007", "U+0007"),
    "escaped control character": Bad(FINE + 'nomor: "a\\x1bb"\n', "BACA-06", 6, 8, '"a\\x1bb"', "U+001B", "U+001B"),
    "a zero byte": Bad(FINE + "nomor: a\0b\n", "BACA-04", 1, 1, None, "byte nol", "zero byte"),
    "direction override": Bad(FINE + "nomor: a\u202eb\n", "BACA-07", 6, 9, "<U+202E>", "U+202E", "U+202E"),
    "Arabic": Bad(FINE.replace("{uraian: Membaca", '{uraian: "سلام"'), "GAMBAR-01", 4, 14, '"سلام"', "U+0633 ARABIC LETTER SEEN", "U+0633 ARABIC LETTER SEEN"),
    "Hebrew": Bad(FINE.replace("{uraian: Membaca", '{uraian: "שלום"'), "GAMBAR-01", 4, 14, '"שלום"', "HEBREW LETTER", "HEBREW LETTER"),
    "emoji": Bad(FINE + "nomor: 1 😀\n", "GAMBAR-01", 6, 8, "1 😀", "U+1F600 GRINNING FACE", "U+1F600 GRINNING FACE"),
    "emoji in a step": Bad(HEAD + "  - pelaksana: a\n    uraian: Baca 🔥\n" + ONE, "GAMBAR-01", 5, 13, "Baca 🔥", "U+1F525 FIRE", "U+1F525 FIRE"),
    "emoji in a lane": Bad(FINE.replace("{a: Satu, b: Dua, c: Tiga}", "\n  a: A\n  b: 👍"), "GAMBAR-01", 4, 6, "👍", "U+1F44D THUMBS UP SIGN", "U+1F44D"),
    "Chinese": Bad(FINE + "nomor: 漢\n", "GAMBAR-01", 6, 8, "漢", "U+6F22", "U+6F22"),
    "a cell of 20,000 letters": Bad(HEAD + f"  - uraian: {LONG}\n    pelaksana: a\n", "GAMBAR-02", 4, 13, LONG[:60], "`uraian` ", "`uraian` is "),
    "a remark of 20,000 letters": Bad(
        HEAD + f"  - uraian: x\n    pelaksana: a\n    keterangan: {LONG}\n", "GAMBAR-02", 6, 17, LONG[:60], "`keterangan` ", "`keterangan` is ",
    ),
    "a list of 300 items": Bad(
        HEAD + "  - uraian: x\n    pelaksana: a\n    output:\n" + 300 * "      - berkas\n", "GAMBAR-02", 6, 5, "output", "`output` ", "`output` is ",
    ),
    "a title of 20,000 letters": Bad(FINE.replace("Judul", LONG), "GAMBAR-02", 1, 8, LONG[:60], "judul", "judul"),
    "a number of 20,000 letters": Bad(FINE + f"nomor: {LONG}\n", "GAMBAR-02", 6, 8, LONG[:60], "nomor", "nomor"),
    "an agency of 20,000 letters": Bad(FINE + f"instansi: {LONG}\n", "GAMBAR-02", 6, 11, LONG[:60], "instansi", "instansi"),
    "an office of 20,000 letters": Bad(FINE + f"pengesahan:\n  jabatan: {LONG}\n", "GAMBAR-02", 7, 12, LONG[:60], "jabatan", "jabatan"),
    "a name of 20,000 letters": Bad(FINE + f"pengesahan:\n  nama: {LONG}\n", "GAMBAR-02", 7, 9, LONG[:60], "nama", "nama"),
    "a lane's name of 20,000 letters": Bad(FINE.replace("{a: Satu, b: Dua, c: Tiga}", f"\n  a: A\n  b: {LONG}"), "GAMBAR-02", 4, 6, LONG[:60], "pelaksana", "pelaksana"),
    "a label of 300 letters": Bad(
        step(f"keputusan: {{{WORD}: 2, Tidak: selesai}}") + ONE, "GAMBAR-06", 4, 5, None, "Label cabang pada kegiatan 1", "branch label of step 1",
    ),
    "forty lanes on A4": Bad(lanes(40), "GAMBAR-03", 2, 1, "pelaksana", "40 kolom pelaksana tidak muat pada kertas A4: perlu 381 mm", "40 lanes do not fit the paper A4: 381 mm"),
    "forty lanes on Legal": Bad(lanes(40, "Legal"), "GAMBAR-03", 2, 1, "pelaksana", "kertas Legal", "paper Legal"),
    "forty-one lanes": Bad(lanes(41), "BACA-26", 2, 1, "pelaksana", "41 pelaksana", "41 executors"),
    "an override out of the opening capsule": Bad(step("rute: {keluar: kiri}") + ONE, "GAMBAR-04", 4, 5, None, "SIM-03", "SIM-03"),
    "two overrides by one side": Bad(
        HEAD + ONE + step("keputusan: {Ya: {ke: 3, rute: {keluar: kiri}}, Tidak: {ke: 4, rute: {keluar: kiri}}}").removeprefix(HEAD) + 2 * ONE,
        "GAMBAR-04", 5, 5, None, "PNH-03", "PNH-03",
    ),
    "an override past a step that is not passed": Bad(step("rute: {lewat: {2: kiri}}") + ONE, "BACA-39", 4, 46, "2", "`2`", "`2`"),
    "overrides that crowd": Bad(crowded_overrides(), "GAMBAR-04", 20, 5, None, "PNH-01", "PNH-01"),
    "a missing logo": Bad(FINE + "logo: tiada.png\n", "BACA-40", 6, 7, "tiada.png", "tidak ditemukan", "is missing"),
    "a broken PNG": Bad(FINE + "logo: ../rusak.png\n", "BACA-44", 6, 7, "../rusak.png", "rusak", "broken"),
    "a broken JPEG": Bad(FINE + "logo: ../rusak.jpg\n", "BACA-44", 6, 7, "../rusak.jpg", "rusak", "broken"),
    "a logo over 5 MB": Bad(FINE + "logo: ../berat.png\n", "BACA-42", 6, 7, "../berat.png", "5 MB", "5 MB"),
    "a logo over 4,000 px": Bad(FINE + "logo: ../lebar.png\n", "BACA-42", 6, 7, "../lebar.png", "4001 × 2", "4001 × 2"),
    "an SVG logo": Bad(FINE + "logo: ../gambar.svg\n", "BACA-43", 6, 7, "../gambar.svg", "adalah SVG", "SVG"),
    "a GIF logo": Bad(FINE + "logo: ../gambar.gif\n", "BACA-43", 6, 7, "../gambar.gif", "bukan PNG atau JPEG", "not PNG or JPEG"),
    "a logo outside the project": Bad(FINE + "logo: ../../luar.png\n", "BACA-41", 6, 7, "../../luar.png", "di luar proyek", "outside the project"),
    "a logo outside through a link": Bad(FINE + "logo: ../tautan.png\n", "BACA-41", 6, 7, "../tautan.png", "di luar proyek", "outside the project"),
    "no such date": Bad(FINE + "tanggal: {efektif: 2018-02-30}\n", "BACA-23", 6, 20, "2018-02-30", "tidak ada", "does not exist"),
}  # fmt: skip


NO_TRACK = "lanes that grew in vain are called too many lanes (GAMBAR-03); it is the override that finds no room"
NOT_YET: dict[str, str] = {"overrides that crowd": NO_TRACK}


def cases(names: Iterable[str]) -> list[ParameterSet]:
    """The cases, those that are not right yet marked so: one that comes right must leave the list."""
    return [
        pytest.param(name, marks=pytest.mark.xfail(strict=True, reason=NOT_YET[name]) if name in NOT_YET else ())
        for name in names
    ]


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


class Said(NamedTuple):
    """One diagnostic as it was printed."""

    code: str
    line: int
    column: int
    message: str
    marked: str | None
    remedy: str


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "proyek"
    (folder / "specs").mkdir(parents=True)
    (folder / "pyproject.toml").touch()
    (tmp_path / "luar.png").write_bytes(FILES["kecil.png"])
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    (folder / "tautan.png").symlink_to(tmp_path / "luar.png")
    (folder / "specs/baik.sop.yaml").write_text(FINE, encoding="utf-8")
    monkeypatch.chdir(folder)
    for variable in ("SOPGEN_LANG", "SOPGEN_DEBUG"):
        monkeypatch.delenv(variable, raising=False)
    return folder


@pytest.fixture
def sopgen(project: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    def command(*arguments: str) -> Outcome:
        capsys.readouterr()
        code = run(arguments)
        return Outcome(code, *capsys.readouterr())

    return command


def write(project: Path, spec: str | bytes, name: str = "buruk") -> Path:
    path = project / "specs" / f"{name}.sop.yaml"
    path.write_bytes(spec.encode() if isinstance(spec, str) else spec)
    return path


def left_in(folder: Path) -> list[str]:
    """All files but the manifest."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != ".sopgen.json")
    return sorted(path.relative_to(folder).as_posix() for path in found)


HEADLINE = re.compile(r"specs/\w+\.sop\.yaml:(\d+):(\d+): ([A-Z]+-\d\d)(?: \((?:kegiatan|step) \d+\))?: (.+)")


def said(err: str, remedy_word: str) -> list[Said]:
    """The diagnostics printed; fails on any line that is none of theirs."""
    found: list[Said] = []
    lines = err.splitlines()
    while lines:
        head = HEADLINE.fullmatch(lines.pop(0))
        assert head, err
        marked = None
        if re.match(r" *\d+ \|", lines[0]):
            shown, carets = lines.pop(0), lines.pop(0)
            assert re.fullmatch(r" +\| *\^+", carets), carets
            cut = "…" if shown[len(carets) :] == "…" else ""
            marked = shown[carets.index("^") : len(carets)] + cut
        remedy = lines.pop(0)
        assert remedy.startswith(f"    {remedy_word}: "), remedy
        found.append(Said(head[3], int(head[1]), int(head[2]), head[4], marked, remedy))
    return found


@pytest.mark.parametrize("name", cases(CASES))
def test_is_refused_with_place_and_remedy(sopgen, project, name):
    case = CASES[name]
    write(project, case.spec)
    outcome = sopgen("build", "--format", "pdf")
    assert outcome.code == REFUSED
    assert outcome.out.startswith(BUILT)
    assert left_in(project / "output") == ["baik.pdf"]
    told = said(outcome.err, "Perbaikan")
    assert {each.code for each in told} == {case.code}
    first = told[0]
    assert (first.line, first.column) == (case.line, case.column)
    assert case.id in first.message
    if case.code == "GAMBAR-02":
        assert re.search(r"\d+ mm", first.message), "by how much?"
    if case.marked is not None:
        assert first.marked is not None
        whole = not first.marked.endswith("…")
        assert first.marked == case.marked if whole else first.marked.startswith(case.marked)
    english = sopgen("build", "--format", "pdf", "--lang", "en", "specs/buruk.sop.yaml")
    assert (english.code, english.out) == (REFUSED, "")
    retold = said(english.err, "Remedy")
    assert [each[:3] for each in retold] == [each[:3] for each in told]
    assert case.en in retold[0].message
    assert all(a.message != b.message and a.remedy[14:] != b.remedy[12:] for a, b in zip(told, retold, strict=True))
    assert left_in(project / "output") == ["baik.pdf"]


def test_all_bad_specs_in_one_call(sopgen, project):
    """None stops the others, and nothing that one does is felt by the next."""
    names = {f"kasus{number:02}": name for number, name in enumerate(CASES) if name not in NOT_YET}
    for file, name in names.items():
        write(project, CASES[name].spec, file)
    outcome = sopgen("build", "--format", "pdf")
    assert outcome.code == REFUSED
    assert outcome.out.startswith(BUILT)
    assert left_in(project / "output") == ["baik.pdf"]
    firsts: dict[str, str] = {}
    for file, code in re.findall(r"^specs/(\w+)\.sop\.yaml:\d+:\d+: ([A-Z]+-\d\d)", outcome.err, re.MULTILINE):
        firsts.setdefault(file, code)
    assert firsts == {file: CASES[name].code for file, name in names.items()}


def test_a_refused_spec_leaves_its_former_output_as_it_was(sopgen, project):
    write(project, FINE)
    sopgen("build", "--format", "pdf")
    before = (project / "output/buruk.pdf").read_bytes()
    write(project, CASES["emoji"].spec)
    assert sopgen("build", "--format", "pdf").code == REFUSED
    assert (project / "output/buruk.pdf").read_bytes() == before


@pytest.mark.parametrize("name", ["binary file", "alias bomb", "emoji", "a cell of 20,000 letters"])
def test_a_real_process_shows_no_traceback(project, name):
    write(project, CASES[name].spec)
    done = subprocess.run(
        [sys.executable, "-m", "sopgen", "build", "--format", "pdf"],
        cwd=project,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == REFUSED
    assert done.stdout.decode().startswith(BUILT)
    assert {each.code for each in said(done.stderr.decode(), "Perbaikan")} == {CASES[name].code}


@pytest.mark.parametrize("name", ["not YAML", "no such step", "emoji", "a missing logo", "forty lanes on A4"])
def test_layout_refuses_alike_and_gives_the_others(sopgen, project, name):
    write(project, CASES[name].spec)
    outcome = sopgen("layout", "--json", "specs")
    assert outcome.code == REFUSED
    assert len(outcome.out.splitlines()) == 1
    assert '"spec": "specs/baik.sop.yaml"' in outcome.out or '"spec":"specs/baik.sop.yaml"' in outcome.out
    assert {each.code for each in said(outcome.err, "Perbaikan")} == {CASES[name].code}
    assert not (project / "output").exists()


# What looks bad but is only awkward: it is drawn, and not a letter is lost.
DRAWN = {
    "a 300-letter activity": HEAD + f"  - {{uraian: {WORD}, pelaksana: a}}\n" + ONE,
    "300-letter cells": step(f"kelengkapan: {WORD}, waktu: {WORD}, output: {WORD}, keterangan: {WORD}") + ONE,
    "a 300-letter lane": FINE.replace("Dua", WORD),
    "a 300-letter title": FINE.replace("Judul", WORD),
    "300-letter identity": FINE
    + f"nomor: {WORD}\ninstansi: {WORD}\nunit: {WORD}\ndasar_hukum: {WORD}\npengesahan: {{jabatan: {WORD}, nama: {WORD}}}\n",
    "300 digits": HEAD + f"  - {{uraian: {'1234567890' * 30}, pelaksana: a}}\n" + ONE,
    "a box of 20,000 letters": FINE + f"dasar_hukum: {LONG}\n",
    "a list of 200 laws": FINE + "dasar_hukum:\n" + "".join(f"  - Peraturan Nomor {n}\n" for n in range(200)),
    "fifteen lanes": lanes(15),
    "fifteen lanes on Letter": lanes(15, "Letter"),
    "one step": HEAD + ONE,
    "everything empty": FINE + "nomor:\ninstansi:\nunit:\npengesahan:\ntanggal:\nlogo:\nperingatan:\n",
    "BOM and CRLF": "\ufeff" + FINE.replace("\n", "\r\n"),
    "shapes for marks": FINE.replace("Membaca", "Membaca ✓ dan ☐ surat"),
}


@pytest.mark.parametrize("name", DRAWN)
def test_is_drawn_without_losing_a_letter(sopgen, project, name):
    spec = write(project, DRAWN[name])
    outcome = sopgen("build", "specs/buruk.sop.yaml")
    assert (outcome.code, outcome.err) == (OK, "")
    loaded = pipeline.load(spec)
    data = (project / "output/buruk.pdf").read_bytes()
    assert list(faults(loaded.sop, pipeline.lay_out(loaded), data)) == []


def test_an_output_folder_that_is_a_file(sopgen, project):
    (project / "output").write_text("milik orang")
    outcome = sopgen("build", "--lang", "en")
    assert outcome == (WRONG_COMMAND, "", "sopgen: output is a file, not a folder; choose another with -o\n")
    assert (project / "output").read_text() == "milik orang"


def test_an_output_folder_below_a_file(sopgen, project):
    (project / "berkas").write_text("milik orang")
    outcome = sopgen("build", "-o", "berkas/hasil")
    assert (outcome.code, outcome.out) == (WRONG_COMMAND, "")
    assert outcome.err.startswith("sopgen: berkas/hasil/baik.pdf tidak dapat ditulis: ada berkas di tempat")
    assert (project / "berkas").read_text() == "milik orang"


@pytest.mark.parametrize(
    ("number", "indonesian", "english"),
    [
        (13, "akses ditolak", "access denied"),
        (30, "hanya dapat dibaca", "read-only"),
        (28, "penyimpanan penuh", "full"),
    ],
)
def test_an_output_folder_that_cannot_be_written(sopgen, project, monkeypatch, number, indonesian, english):
    """Raised by hand, since the superuser may write anywhere."""

    def denied(*_arguments: object, **_options: object) -> None:
        raise OSError(number, "said by the system")

    monkeypatch.setattr(Path, "mkdir", denied)
    for language, reason in (("id", indonesian), ("en", english)):
        outcome = sopgen("build", "--lang", language)
        assert (outcome.code, outcome.out) == (WRONG_COMMAND, "")
        assert outcome.err.startswith("sopgen: output/baik.pdf ")
        assert reason in outcome.err
    assert not (project / "output").exists()


def test_an_output_open_in_another_program(sopgen, project, monkeypatch):
    """On Windows a file that is open cannot be replaced; the other outputs are written."""
    write(project, FINE, "lain")
    sopgen("build", "--format", "pdf")
    (project / "output/baik.pdf").write_text("lama")
    (project / "output/lain.pdf").write_text("lama")
    replace = outputs.os.replace

    def locked(source: Path, target: Path) -> None:
        if target.name == "baik.pdf":
            raise PermissionError(13, "The process cannot access the file")
        replace(source, target)

    monkeypatch.setattr(outputs.os, "replace", locked)
    outcome = sopgen("build", "--format", "pdf", "--force")
    assert outcome.code == WRONG_COMMAND
    assert "output/baik.pdf tidak dapat ditulis: akses ditolak; mungkin berkas itu sedang terbuka" in outcome.err
    assert left_in(project / "output") == ["baik.pdf", "lain.pdf"]
    assert (project / "output/baik.pdf").read_text() == "lama"
    assert (project / "output/lain.pdf").read_bytes().startswith(b"%PDF-")


def test_nothing_is_written_outside_the_output_folder(sopgen, project):
    elsewhere = project.parent / "lain"
    elsewhere.mkdir()
    (project / "output").mkdir()
    (project / "output/a").symlink_to(elsewhere)
    (project / "specs/a").mkdir()
    write(project, FINE, "a/x")
    outcome = sopgen("build", "--format", "pdf")
    assert outcome.code == WRONG_COMMAND
    assert "di luar" in outcome.err or "ke luar" in outcome.err
    assert list(elsewhere.iterdir()) == []
    assert (project / "output/baik.pdf").exists()
