"""What many files add up to."""

from __future__ import annotations

from datetime import date

from sopgen.report.review import Review, Reviewed
from sopgen.report.reviewing import Terms, review_file
from tests.report.reviews import TODAY, diagnostic

FILES = 200


def test_files_that_count_for_themselves_are_not_held_against_all_others(monkeypatch):
    asked = []
    monkeypatch.setattr(Reviewed, "name", property(lambda file: asked.append(file.file) or file.file))
    files = tuple(Reviewed(f"{number}.sop.yaml") for number in range(FILES))
    assert Review(date(2026, 1, 1), files).sums["files"] == FILES
    assert len(asked) <= 3 * FILES


def test_what_two_places_say_alike_is_counted_once_everywhere():
    """Two crossings in one cell, in the same words, were eight on the file's line and seven in the sum."""
    alike = [diagnostic("PNH-03", message="Panah bersilangan"), diagnostic("PNH-03", message="Panah bersilangan")]
    file = review_file("a.xlsx", alike, None, Terms(TODAY), entries=False)
    assert len(file.findings) == Review(TODAY, (file,)).sums["wajib"] == 1
