"""What was parsed is not parsed again, and reads the same."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import yaml

from sopgen.intake import events
from sopgen.intake.events import read_events
from sopgen.intake.rehearing import Heard


@pytest.fixture
def parsed(monkeypatch) -> list[str]:
    """The texts that a parser was asked for."""
    asked: list[str] = []
    parse = yaml.parse

    def noted(text, Loader):  # noqa: N803 - PyYAML's name
        asked.append(text)
        return parse(text, Loader=Loader)

    monkeypatch.setattr(events.yaml, "parse", noted)
    events._heard.clear()
    return asked


def told(text: str) -> list[tuple[str, int, int]]:
    return [(repr(each), each.start_mark.index, each.end_mark.index) for each in read_events(text)]


def test_a_text_is_parsed_once_however_often_it_is_read(parsed):
    first = told("judul: Ujian\u2028lisan\n")
    assert told("judul: Ujian\u2028lisan\n") == first
    assert len(parsed) == 1


def test_who_stops_early_leaves_the_whole_text_to_the_next(parsed):
    text = "a: 1\nb: 2\n"
    next(iter(read_events(text)))
    assert len(told(text)) == 10
    assert len(parsed) == 2


def test_what_is_no_yaml_is_refused_each_time(parsed):
    for _ in range(2):
        with pytest.raises(yaml.YAMLError):
            told("a: [1\n")
    assert len(parsed) == 2


def test_only_the_last_texts_are_remembered(parsed):
    for number in range(9):
        told(f"a: {number}\n")
    told("a: 0\n")
    assert len(parsed) == 10


# ---- a change in one place

SPEC = (Path(__file__).parents[2] / "specs" / "konsinyering.sop.yaml").read_text(encoding="utf-8")
PIECES = (
    """a|\n|  |- |  - x: y\n|: |'|"|#| # kata|[|]|{a: b}|---\n|...\n|%YAML 1.1\n|? |&a |*a |!x |\t|\r\n|>|
kegiatan:\n|x: 1\n|    - z\n|\n\n|\u2028|\x85|\ufeff|é""".encode()
    .decode("unicode_escape")
    .split("|")
)


def whole(text: str) -> list[tuple[object, ...]]:
    return everything(events._parsed(text))


def everything(heard) -> list[tuple[object, ...]]:
    return [
        (
            type(each),
            *sorted((name, value) for name, value in vars(each).items() if not name.endswith("_mark")),
            *((mark.index, mark.line, mark.column) for mark in (each.start_mark, each.end_mark)),
        )
        for each in heard
    ]


@pytest.mark.parametrize(("loader", "changes"), [("CSafeLoader", 600), ("SafeLoader", 60)])
@pytest.mark.parametrize("text", [SPEC, SPEC.replace("\n", "\r\n"), SPEC.rstrip()], ids=["lf", "crlf", "open end"])
def test_what_is_parsed_around_a_change_is_what_parsing_the_whole_gives(monkeypatch, loader, changes, text):
    monkeypatch.setattr(events, "Loader", getattr(yaml, loader))
    rng = random.Random(changes)
    earlier = Heard(text, list(events._parsed(text)))
    met = 0
    for _ in range(changes):
        cut = rng.choice(earlier.cuts)
        start = rng.choice([rng.randrange(len(text)), cut.head, cut.offset + rng.randrange(4)])
        end = min(len(text), start + int(rng.expovariate(0.1)))
        changed = text[:start] + "".join(rng.choices(PIECES, k=rng.randrange(4))) + text[end:]
        heard = earlier.events_of(changed, events._parsed)
        if heard is not None:
            met += 1
            assert everything(heard) == whole(changed), (start, end, changed[start - 20 : start + 40])
    assert met > changes / 8


def test_a_changed_word_costs_its_own_step_only(parsed):
    told(SPEC)
    changed = SPEC.replace("uraian: Memerintahkan", "uraian: Kini memerintahkan", 1)
    assert changed != SPEC
    assert told(changed) == [
        (repr(each), each.start_mark.index, each.end_mark.index) for each in events._parsed(changed)
    ]
    assert len(parsed[1]) < len(SPEC) / 5
