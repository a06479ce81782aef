from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.generator import generate

Sopgen = Callable[..., Any]


@pytest.fixture
def two(write: Callable[..., Path]) -> None:
    for seed in (1, 2):
        write(f"specs/{seed}.sop.yaml", generate(seed, steps=(4, 4), lanes=(3, 3)))


@pytest.mark.usefixtures("two")
def test_all_specs_make_one_file(sopgen: Sopgen, write: Callable[..., Path], project: Path) -> None:
    write("sopgen.yaml", "kompilasi: {keputusan: {pejabat: 'Bupati Contoh'}}\n")
    outcome = sopgen("compile")
    assert outcome.code == 0, outcome.err
    assert outcome.out.startswith("2 SOP → output/kompilasi.pdf (")
    first = (project / "output/kompilasi.pdf").read_bytes()
    assert first.startswith(b"%PDF")
    assert sopgen("compile", "-o", "lain/buku.pdf").code == 0
    assert (project / "lain/buku.pdf").read_bytes() == first


@pytest.mark.usefixtures("two")
def test_a_volume_never_lacks_a_sop_in_silence(sopgen: Sopgen, write: Callable[..., Path], project: Path) -> None:
    write("specs/rusak.sop.yaml", "judul: x\n")
    outcome = sopgen("compile")
    assert outcome.code == 1
    assert "1 dari 3 SOP ditolak" in outcome.err
    assert not (project / "output/kompilasi.pdf").exists()


@pytest.mark.usefixtures("two")
def test_what_the_volume_says_wrongly_is_shown_where_it_stands(sopgen: Sopgen, write: Callable[..., Path]) -> None:
    write("sopgen.yaml", "kompilasi:\n  judul: '日本'\n")
    outcome = sopgen("compile")
    assert outcome.code == 1
    assert "sopgen.yaml:2" in outcome.err
    assert "GAMBAR-01" in outcome.err


@pytest.mark.usefixtures("two")
def test_several_defaults_are_told(sopgen: Sopgen, write: Callable[..., Path]) -> None:
    write("specs/sub/sopgen.yaml", "unit: Lain\n")
    write("specs/sub/x.sop.yaml", generate(3, steps=(4, 4), lanes=(3, 3)))
    outcome = sopgen("compile")
    assert outcome.code == 0
    assert "beberapa sopgen.yaml" in outcome.err


@pytest.mark.usefixtures("two")
def test_a_volume_that_was_signed_is_left_alone(sopgen: Sopgen, project: Path) -> None:
    assert sopgen("compile").code == 0
    path = project / "output/kompilasi.pdf"
    signed = path.read_bytes() + b"\n% tanda tangan\n"
    path.write_bytes(signed)
    assert sopgen("compile").code == 1
    assert path.read_bytes() == signed
    assert sopgen("compile", "--force").code == 0


@pytest.mark.usefixtures("two")
def test_a_withdrawn_sop_is_left_out_and_named(sopgen: Sopgen, write: Callable[..., Path], project: Path) -> None:
    write("specs/2.sop.yaml", generate(2, steps=(4, 4), lanes=(3, 3)) + "status: dicabut\n")
    outcome = sopgen("compile")
    assert outcome.code == 0
    assert "dicabut, tidak ikut dikompilasi: 2.sop.yaml" in outcome.err
    assert outcome.out.startswith("1 SOP →")
    write("specs/1.sop.yaml", generate(1, steps=(4, 4), lanes=(3, 3)) + "status: dicabut\n")
    (project / "output/kompilasi.pdf").unlink()
    assert sopgen("compile").code == 1
    assert not (project / "output/kompilasi.pdf").exists()


@pytest.mark.usefixtures("two")
def test_the_pages_of_a_volume_are_read_without_its_own_numbers(sopgen: Sopgen) -> None:
    """“Halaman 1 dari 2” beside the volume's 6 was told as words that nobody had read."""
    assert sopgen("compile").code == 0
    told = sopgen("check", "output/kompilasi.pdf").out
    assert "tidak ikut terbaca" not in told
