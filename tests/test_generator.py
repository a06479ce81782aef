"""The generator keeps its promises: valid specs, the shares its docstring's bounds speak of, the same text always."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sopgen.diagnostics import Refusal
from sopgen.intake import load_spec
from sopgen.intake.sop import Kegiatan, Sop
from tests.generator import generate, generate_flow

SEEDS = range(300)
ROOT = Path(__file__).parents[1]


def read(folder: Path, text: str) -> Sop:
    path = folder / "acak.sop.yaml"
    path.write_text(text, encoding="utf-8")
    return load_spec(path).sop


@pytest.fixture(scope="module")
def sops(tmp_path_factory: pytest.TempPathFactory) -> list[Sop]:
    folder = tmp_path_factory.mktemp("acak")
    found = []
    for seed in SEEDS:
        try:
            found.append(read(folder, generate(seed)))
        except Refusal as refusal:
            pytest.fail(f"seed {seed}: {refusal}")
    return found


@pytest.fixture(scope="module")
def steps(sops: list[Sop]) -> list[Kegiatan]:
    return [k for sop in sops for k in sop.kegiatan]


def share(found: list[bool]) -> float:
    return sum(found) / len(found)


def returns(step: Kegiatan) -> list[int]:
    return [a.ke for a in step.arah if a.ke is not None and a.ke < step.nomor]


def test_sizes_fill_their_bounds(sops: list[Sop]) -> None:
    counts = [len(sop.kegiatan) for sop in sops]
    widths = [len(sop.pelaksana) for sop in sops]
    assert (min(counts), max(counts), min(widths), max(widths)) == (8, 60, 2, 15)


def test_shares_of_steps(steps: list[Kegiatan]) -> None:
    assert share([k.keputusan for k in steps]) == pytest.approx(0.25, abs=0.02)
    assert share([len(k.pelaksana) > 1 for k in steps]) == pytest.approx(0.05, abs=0.01)
    assert share([len(k.arah) > 1 and not k.keputusan for k in steps]) == pytest.approx(0.05, abs=0.015)
    assert share([k.keputusan and len(k.arah) == 3 for k in steps]) == pytest.approx(0.05, abs=0.015)
    assert share([k.keputusan and any(a.ke is None for a in k.arah) for k in steps]) == pytest.approx(0.05, abs=0.025)


def test_shares_of_decisions_and_returns(steps: list[Kegiatan]) -> None:
    decisions = [k for k in steps if k.keputusan and k.nomor > 1]
    assert share([bool(returns(k)) for k in decisions]) == pytest.approx(0.5, abs=0.05)
    far = [target == 1 for k in decisions if k.nomor > 9 for target in returns(k)]
    assert share(far) == pytest.approx(0.1, abs=0.03)


def test_joint_steps_of_every_kind(sops: list[Sop]) -> None:
    kinds = set()
    for sop in sops:
        order = [p.id for p in sop.pelaksana]
        for lanes in (sorted(map(order.index, k.pelaksana)) for k in sop.kegiatan if len(k.pelaksana) > 1):
            whole = len(lanes) == len(order)
            kinds.add("all" if whole else "adjacent" if lanes[-1] - lanes[0] == len(lanes) - 1 else "apart")
    assert kinds == {"all", "adjacent", "apart"}


def test_every_value_of_every_option_occurs(sops: list[Sop]) -> None:
    looks = [sop.tampilan for sop in sops]
    assert {t.kertas for t in looks} == {"A4", "F4", "Letter", "Legal"}
    assert {t.huruf for t in looks} == {"Arial", "Times", "Bookman"}
    assert {t.kapsul for t in looks} == {"kegiatan", "tambahan"}
    assert {t.gabungan for t in looks} == {"tertaut", "lebar"}
    assert {t.pita_tte for t in looks} == {0.0, 12.0, 20.0}
    assert {t.ukuran_huruf for t in looks} == {8.0, 8.5, 9.0, 9.5, 10.0}
    assert {t.nomor_kolom for t in looks} == {t.kepala_berulang for t in looks} == {False, True}


def test_texts_keep_their_bounds(steps: list[Kegiatan]) -> None:
    lengths = [len(k.uraian.teks) for k in steps]
    assert 1 <= min(lengths) <= 5
    assert 380 <= max(lengths) <= 400
    assert any(k.output.butir for k in steps)
    assert any(k.output.butir and k.output.teks for k in steps)
    assert any("\nb) " in k.output.teks for k in steps)


def test_bounds_are_obeyed(tmp_path: Path) -> None:
    for seed in range(30):
        sop = read(tmp_path, generate(seed, steps=(3, 4), lanes=(2, 3), letters=(1, 20), decisions=0.6))
        assert len(sop.kegiatan) in {3, 4}
        assert len(sop.pelaksana) in {2, 3}
        assert all(len(k.uraian.teks) <= 20 for k in sop.kegiatan)


@pytest.mark.parametrize("size", [(2, 2, 0.25), (11, 5, 0.3), (60, 12, 0.2), (500, 20, 0.2)])
def test_flows_for_benchmarks(tmp_path: Path, size: tuple[int, int, float]) -> None:
    count, lanes, decisions = size
    sop = read(tmp_path, generate_flow(1, count, lanes, decisions))
    assert (len(sop.kegiatan), len(sop.pelaksana)) == (count, lanes)
    if count >= 60:
        assert share([k.keputusan for k in sop.kegiatan]) == pytest.approx(decisions, abs=0.03)


def test_same_text_under_another_hash_seed() -> None:
    script = "from tests.generator import generate; import sys; sys.stdout.buffer.write(generate(7).encode())"
    run = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": "4"},
        capture_output=True,
        check=True,
    )
    assert run.stdout.decode() == generate(7) != generate(8)
