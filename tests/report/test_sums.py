"""What many files add up to."""

from __future__ import annotations

from datetime import date

from sopgen.report.review import Review, Reviewed

FILES = 200


def test_files_that_count_for_themselves_are_not_held_against_all_others(monkeypatch):
    asked = []
    monkeypatch.setattr(Reviewed, "name", property(lambda file: asked.append(file.file) or file.file))
    files = tuple(Reviewed(f"{number}.sop.yaml") for number in range(FILES))
    assert Review(date(2026, 1, 1), files).sums["files"] == FILES
    assert len(asked) <= 3 * FILES
