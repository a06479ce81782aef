"""The one line that `build` prints about a spec's findings: `sirebo: 12 wajib, 5 anjuran; lihat sopgen check`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from sopgen.cli.reference_date import reference_date
from sopgen.diagnostics import Message

MOST_PLACES = 8

if TYPE_CHECKING:
    from sopgen.intake import Loaded


def findings_line(name: str, loaded: Loaded) -> Message | None:
    """Of one spec by itself, accepted findings left out; None if there is nothing to say."""
    from sopgen import pipeline
    from sopgen.report.folding import folded
    from sopgen.report.harmless import on_one_line
    from sopgen.report.review import counts
    from sopgen.report.reviewing import Terms, review_file

    today = reference_date(None, os.environ)
    findings = folded(review_file(name, pipeline.check(loaded, today=today), loaded, Terms(today))).findings
    if not findings:
        return None
    told, name = counts(findings).message, on_one_line(name)
    line = Message(f"{name}: {told.id}; lihat sopgen check", f"{name}: {told.en}; see sopgen check")
    return _with_placeholders(line, loaded)


def _with_placeholders(line: Message, loaded: Loaded) -> Message:
    """With the places of what nobody has replaced yet."""
    from sopgen.report.harmless import on_one_line
    from sopgen.starters.placeholders import placeholders_of

    found = [path for path, _ in placeholders_of(loaded)]
    if not found:
        return line
    places = list(dict.fromkeys(_place(path) for path in found))
    more = ", …" if len(places) > MOST_PLACES else ""
    listed = on_one_line(", ".join(places[:MOST_PLACES]) + more)
    return Message(
        f"{line.id}; isian contoh ‹…› belum diganti: {listed}", f"{line.en}; placeholders ‹…› left: {listed}"
    )


def _place(path: tuple[str | int, ...]) -> str:
    if len(path) > 1 and path[0] == "kegiatan" and isinstance(path[1], int):
        return f"kegiatan {path[1] + 1}"
    return str(next((each for each in reversed(path) if isinstance(each, str)), ""))
