"""A line is what editors and CI take for one: U+2028 and U+2029, pasted from Word, end none."""

from __future__ import annotations

import pytest
import yaml

from sopgen.diagnostics import lines_with_ends, split_lines
from sopgen.editing.formatting import format_text
from sopgen.intake import events
from sopgen.intake.codes import Code
from tests.intake.small_specs import load, refused

STEPS = """\
pelaksana: {staf: Staf, kabag: Kabag}
kegiatan:
  - {uraian: Menyusun konsep, pelaksana: staf}
  - {uraian: Mengarsipkan laporan, pelaksana: kabg}
"""
HEADS = {
    "comment": "# catatan{}(lanjutan: tempel dari Word\njudul: Penyusunan Laporan\n",
    "quoted": 'judul: "Penyusunan{}Laporan"\nunit: x\n',
    "plain": "judul: Penyusunan{}Laporan\nunit: x\n",
    "literal": "judul: |\n  Penyusunan{}  Laporan\n",
    "folded": "judul: >\n  Penyusunan{}Laporan\n",
    "key": "judul: Penyusunan Laporan\nunit:  # {}x\n",
}


@pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader])
@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\u2028\u2028"])
@pytest.mark.parametrize("head", HEADS)
def test_a_separator_moves_no_later_line(tmp_path, monkeypatch, head, separator, loader):
    monkeypatch.setattr(events, "Loader", loader)
    found = refused(tmp_path, HEADS[head].format(separator) + STEPS)
    assert [(each.code, each.span.line, each.span.column) for each in found] == [(Code.UNKNOWN_EXECUTOR, 6, 47)]
    assert found[0].source_line == STEPS.splitlines()[-1]


@pytest.mark.parametrize("separator", ["\u2028", "\u2029"])
def test_in_a_printed_text_it_is_the_line_break_that_its_writer_saw(tmp_path, separator):
    text = HEADS["plain"].format(separator) + STEPS.replace("kabg", "kabag")
    assert load(tmp_path, text).sop.judul == "Penyusunan\nLaporan"


def test_the_house_s_layout_leaves_it_where_it_stands():
    text = HEADS["comment"].format("\u2028") + STEPS.replace("kabg", "kabag").replace("  - ", " - ")
    tidy = format_text(text)
    assert tidy.split("\n")[0] == text.split("\n")[0]
    assert "\n  - {uraian: Menyusun" in tidy


@pytest.mark.parametrize("text", ["", "a", "a\n", "a\r\nb\rc\n\n", "\u2028\x85\x0b", "a\u2028b\nc"])
def test_lines_with_their_ends_join_to_the_text(text):
    lines = lines_with_ends(text)
    assert "".join(lines) == text
    assert [line.rstrip("\r\n") for line in lines] == list(split_lines(text))[: len(lines)]


class Bounded:
    """A parser that gives up on 1,000 levels before it tells of the first, as libyaml does since 0.2.6."""


def test_brackets_without_end_are_too_deep_whatever_the_parser_bounds(tmp_path, monkeypatch):
    parse = yaml.parse

    def bounded(text, Loader):  # noqa: N803 - PyYAML's name
        if Loader is Bounded:
            raise yaml.scanner.ScannerError("while increasing flow level", None, "exceeded maximum nesting depth", None)
        return parse(text, Loader=Loader)

    monkeypatch.setattr(yaml, "parse", bounded)
    monkeypatch.setattr(events, "Loader", Bounded)
    found = refused(tmp_path, "a: " + "[" * 5000)
    assert [(each.code, each.span.line, each.span.column) for each in found] == [(Code.TOO_DEEP, 1, 16)]
