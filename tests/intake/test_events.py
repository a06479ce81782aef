"""What was parsed is not parsed again, and reads the same."""

from __future__ import annotations

import pytest
import yaml

from sopgen.intake import events
from sopgen.intake.events import read_events


@pytest.fixture
def parsed(monkeypatch) -> list[str]:
    """The texts that a parser was asked for."""
    asked: list[str] = []
    parse = yaml.parse

    def noted(text, Loader):  # noqa: N803 - PyYAML's name
        asked.append(text)
        return parse(text, Loader=Loader)

    monkeypatch.setattr(events.yaml, "parse", noted)
    events._heard.cache_clear()
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
