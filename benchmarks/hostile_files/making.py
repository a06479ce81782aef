"""What the makers of hostile files share: sound files to spoil, ways to spoil bytes, and what is run on the result."""

from __future__ import annotations

import os
import random
import tempfile
import zlib
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO
from pathlib import Path
from typing import NamedTuple, TypeVar

SPEC = """judul: Pencatatan surat
pelaksana: {a: Staf, b: Kepala}
kegiatan:
  - {uraian: Mencatat surat, pelaksana: a, kelengkapan: Surat, waktu: 5 menit, output: Catatan}
  - {uraian: Memeriksa catatan, pelaksana: b, waktu: 1 jam, keputusan: {Ya: 3, Tidak: 1}}
  - {uraian: Menyimpan catatan, pelaksana: a, output: Arsip}
"""
MIB = 1 << 20
T = TypeVar("T")
Command = tuple[str, ...]
OPEN: Command = ("open",)
"""No command line: the page opens a file that is dropped on it."""


class Rng(random.Random):
    """Chance with a seed. `quick`: nothing larger than it must be, so that a test of hundreds of files ends soon."""

    def __init__(self, seed: str, *, quick: bool = False) -> None:
        super().__init__(seed)
        self._quick = quick

    def size(self, *sizes: T) -> T:
        """One of some sizes, of which the first is the smallest."""
        drawn = self.choice(sizes)
        return sizes[0] if self._quick else drawn


class Bases(NamedTuple):
    """Sound files of sopgen's own."""

    pdf: bytes
    xlsx: bytes
    form: bytes
    png: bytes
    jpeg: bytes
    filled: bytes
    """A form of monitoring, in which nobody has written yet."""
    baseline: bytes


Spoil = Callable[[Rng, bytes], bytes]


class Made(NamedTuple):
    """What was done to the file, and the commands to run in its folder."""

    how: str
    commands: tuple[Command, ...]


def build_bases() -> Bases:
    """Also imports all that the commands need: a child that is forked has it already."""
    from PIL import Image

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "specs").mkdir()
        (folder / "specs/x.sop.yaml").write_text(SPEC, encoding="utf-8")
        _run_here(folder, [["build"], ["form", "specs/x.sop.yaml"], *_IMPORTING])
        pictures = []
        for kind in ("PNG", "JPEG"):
            target = BytesIO()
            Image.new("RGB", (64, 48), (120, 30, 30)).save(target, kind)
            pictures.append(target.getvalue())
        read = [(folder / each).read_bytes() for each in ("output/x.pdf", "output/x.xlsx", "x.form.xlsx")]
        more = [(folder / each).read_bytes() for each in ("output/monev/monitoring.xlsx", "lama.json")]
        return Bases(*read, *pictures, *more)


_IMPORTING = (
    ["check", "output/x.xlsx"],
    ["check", "output/x.pdf", "--format", "sarif"],
    ["import", "output/x.xlsx", "-o", "lama"],
    ["import", "output/x.pdf", "-o", "baru"],
    ["extract", "output/x.pdf"],
    ["form", "x.form.xlsx", "--to-spec"],
    ["check", "--fix", "--format", "html=laporan"],
    ["index"],
    ["map", "--format", "dot"],
    ["monev", "--lembar", "monitoring", "--bentuk", "xlsx"],
    ["monev", "--baca", "output/monev/monitoring.xlsx"],
    ["check", "--baseline", "lama.json", "--update-baseline", "--mark"],
    ["diff", "output/x.pdf", "specs/x.sop.yaml", "--format", "html"],
    ["revise", "specs/x.sop.yaml", "--tanggal", "1-2-2027"],
    ["compile", "-o", "buku.pdf"],
    ["form", "x.form.xlsx", "--perbarui"],
)


def _run_here(folder: Path, commands: list[list[str]]) -> None:
    """In this very process, without a word."""
    from sopgen.cli import run

    home = Path.cwd()
    os.chdir(folder)
    try:
        with (folder / "kata").open("w", encoding="utf-8") as said, redirect_stdout(said), redirect_stderr(said):
            codes = [run(command) for command in commands]
    finally:
        os.chdir(home)
    assert not any(code > 1 for code in codes), codes


def open_in_desk(folder: Path) -> int:
    """What the page does with the file `berkas.*`; an exit code."""
    from sopgen.desk.answering import Question
    from sopgen.desk.opening import open_file
    from sopgen.diagnostics import Refusal

    path = next(path for path in sorted(folder.iterdir()) if path.is_file() and path.name.startswith("berkas"))
    try:
        open_file(Question({"name": path.name}, {"file": path.read_bytes()}))
    except Refusal:
        return 1
    return 0


def written(rng: Rng, folder: Path, data: bytes, suffix: str, how: str, commands: Sequence[Command] = ()) -> Made:
    """A document, drawing or form `berkas`, with two of the `commands` or of those that read such a file."""
    name = f"berkas{suffix}"
    (folder / name).write_bytes(data)
    if not commands:
        commands = (("check", name), ("check", name, "--format", "sarif"), ("extract", name), ("import", name), OPEN)
        if suffix == ".form.xlsx":
            to_spec = ("form", name, "--to-spec")
            commands = (("check", name), ("build", name, "--format", "xlsx"), to_spec, to_spec, OPEN)
        elif rng.random() < 0.3:
            (folder / "output").mkdir()
            (folder / f"output/berkas{suffix}").write_bytes(data)
            (folder / "specs").mkdir()
            (folder / "specs/berkas.sop.yaml").write_text(SPEC, encoding="utf-8")
            commands = (("build", "--format", suffix[1:]),)
    return Made(how, tuple(rng.sample(commands, min(2, len(commands)))))


def flip(rng: Rng, data: bytes) -> bytes:
    """Bytes changed, cut out, put in, repeated; the file cut off."""
    spoilt = bytearray(data)
    for _ in range(rng.choice((1, 3, 10, 100))):
        at = rng.randrange(len(spoilt) or 1)
        match rng.randrange(5):
            case 0:
                spoilt[at : at + 1] = bytes([rng.randrange(256)])
            case 1:
                del spoilt[at : at + rng.randrange(1, 40)]
            case 2:
                spoilt[at:at] = rng.randbytes(rng.randrange(1, 40))
            case 3:
                other = rng.randrange(len(spoilt) or 1)
                spoilt[at:at] = spoilt[other : other + rng.randrange(1, 400)]
            case 4 if rng.random() < 0.1:
                del spoilt[at:]
            case _:
                pass
    return bytes(spoilt)


def deflated(size: int, layers: int, filling: bytes = b" ") -> bytes:
    """So many bytes of a filling, packed that often."""
    data = filling * (size // len(filling))
    for _ in range(layers):
        data = zlib.compress(data, 9)
    return data
