"""Any sequence of operations on random specs reads as the data says, and undone gives the first text back."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from sopgen.editing import Draft, EditFault, apply_operations
from sopgen.editing.targets import mentions, steps_of
from sopgen.intake import MemorySource, load_spec
from tests.editing.edit_oracle import expected, plain
from tests.generator import generate

TEXTS = ["Satu", "a: b", "x # y", "- butir", "'kutip'", '"ganda"', "dua\nbaris", "010", "ya", "{a}", "[b", "50%", "–"]
TEXTS += ["#1", "@", "a, b", "1. Satu", "2018-10-15", "tab\tbel", "akhir:"]
NEW = {"uraian": "Mencatat", "pelaksana": "lajur0"}


def commented(text: str, rng: Random) -> str:
    """The text with comments where a clerk may put them, and at times other line ends and list indents."""
    lines = []
    literal: int | None = None
    for line in text.splitlines():
        indent = len(line) - len(line.lstrip(" "))
        if literal is not None and (indent > literal or not line):
            lines.append(line)
            continue
        literal = indent if line.endswith("|") else None
        if rng.random() < 0.1:
            lines.append(" " * indent + f"# catatan {len(lines)}")
        if rng.random() < 0.03:
            lines.append("")
        lines.append(line + ("  # di sini" if line.endswith(":") and rng.random() < 0.3 else ""))
    return rng.choice(("\n", "\n", "\r\n")).join(lines) + rng.choice(("\n", ""))


def operation(rng: Random, data: Any) -> dict[str, Any]:
    steps, lanes = steps_of(data), list(data["pelaksana"])
    number = rng.randint(1, len(steps))
    box = rng.choice(("dasar_hukum", "keterkaitan", "peringatan"))
    text = rng.choice(TEXTS)
    choices: list[dict[str, Any]] = [
        {"op": "set", "path": ["judul"], "value": text},
        {"op": "set", "path": ["kegiatan", number - 1, rng.choice(("waktu", "uraian", "output"))], "value": text},
        {"op": "set", "path": ["kegiatan", number - 1, "output"], "value": [text, "Dua"]},
        {"op": "set", "path": ["pengesahan", "pangkat"], "value": text},
        {"op": "set", "path": ["tampilan", "label", "no"], "value": text},
        {"op": "append", "path": [box], "value": text},
        {"op": "remove", "path": [box]},
        {"op": "remove", "path": ["kegiatan", number - 1, rng.choice(("waktu", "uraian", "id", "kelengkapan"))]},
        {
            "op": "insert_step",
            "number": number,
            "step": {"uraian": text, "pelaksana": lanes[0], "keputusan": {"Ya": str(number), "Tidak": "selesai"}},
        },
        {"op": "delete_step", "number": number, "pointed_at": rng.choice(("refuse", "next"))},
        {"op": "move_step", "number": number, "to": rng.randint(1, len(steps))},
        {"op": "duplicate_step", "number": number},
        {"op": "add_executor", "key": f"baru{rng.randint(1, 99)}", "value": text, "position": rng.randint(0, 2)},
        {"op": "rename_executor", "key": rng.choice(lanes), "to": f"nama{rng.randint(1, 99)}"},
        {"op": "move_executor", "key": rng.choice(lanes), "position": rng.randrange(len(lanes))},
        {"op": "delete_executor", "key": rng.choice(lanes), "instead": rng.choice(lanes)},
    ]
    return rng.choice(choices)


def arrows(data: Any) -> set[tuple[str, str]]:
    """Who points at whom, by what cannot move: the identity of the steps' own texts."""
    steps = steps_of(data)
    return {
        (steps[m.step - 1]["mark"], steps[m.number - 1]["mark"])
        for m in mentions(data)
        if m.is_target and m.step and m.number
    }


def marked(text: str) -> str:
    """Every step with a mark of its own, so that a moved one is known."""
    draft = Draft(text)
    for index in range(len(steps_of(draft.data))):
        draft.insert_key(("kegiatan", index, "mark"), f"m{index}")
    return draft.text


@pytest.mark.parametrize("seed", range(12))
def test_operations_read_as_the_data_says_and_are_undone(seed: int) -> None:
    rng = Random(seed)
    first = text = commented(generate(seed, steps=(3, 9), lanes=(2, 4)), rng)
    undo: list[dict[str, Any]] = []
    made = 0
    for _ in range(25):
        data = Draft(text).data
        wanted = operation(rng, data)
        try:
            edited = apply_operations(text, [wanted])
        except EditFault as fault:
            if "without changing something else" in fault.message.en:
                raise
            continue
        made += 1
        assert plain(Draft(edited.text).data) == expected(wanted, data), wanted
        text = edited.text
        undo = [*edited.undo, *undo]
    assert made > 10
    assert apply_operations(text, undo).text == first


@pytest.mark.parametrize("seed", range(8))
def test_arrows_follow_their_steps(seed: int) -> None:
    rng = Random(seed)
    text = marked(commented(generate(seed, steps=(5, 12), lanes=(2, 4)), rng))
    before = arrows(Draft(text).data)
    for _ in range(6):
        count = len(steps_of(Draft(text).data))
        wanted = rng.choice(
            (
                {"op": "insert_step", "number": rng.randint(1, count), "step": {**NEW, "mark": "x"}},
                {"op": "move_step", "number": rng.randint(1, count), "to": rng.randint(1, count)},
            )
        )
        text = apply_operations(text, [wanted]).text
        assert arrows(Draft(text).data) == before


def test_a_spec_stays_one_that_is_read() -> None:
    text = generate(3, steps=(6, 6), lanes=(3, 3))
    edited = apply_operations(text, [{"op": "insert_step", "number": 2, "step": NEW}])
    sop = load_spec(MemorySource("a.sop.yaml", edited.text.encode())).sop
    assert sop.kegiatan[1].uraian.teks == "Mencatat"
