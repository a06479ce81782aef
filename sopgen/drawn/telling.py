"""Doubts → places and words: one fact is said once, with all its steps or pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sopgen.diagnostics import Language, Message
from sopgen.drawn.model import Doubt, Panel

_STEP = {"id": "langkah", "en": "step"}


def told_once(doubts: Sequence[Doubt], language: Language) -> tuple[tuple[str, str], ...]:
    """Place and words of each, in their order; those of the same words stand where the first of them does."""
    alike: dict[str, list[Doubt]] = {}
    for doubt in doubts:
        alike.setdefault(doubt.message.in_language(language), []).append(doubt)
    return tuple((_places(each, language), words) for words, each in alike.items())


def _places(doubts: Sequence[Doubt], language: Language) -> str:
    """Steps behind their page or sheet; places of other kinds one after another."""
    if len(doubts) == 1:
        return doubts[0].place.in_language(language)
    steps: dict[str, list[int]] = defaultdict(list)
    for doubt in doubts:
        place = doubt.place.in_language(language)
        end = f", {_STEP[language]} {(doubt.step or 0) + 1}"
        if doubt.step is not None and place.endswith(end):
            steps[place.removesuffix(end)].append(doubt.step + 1)
        else:
            steps.setdefault(place, [])
    return "; ".join(
        f"{place}, {_word(numbers, language)} {', '.join(runs(sorted(numbers)))}" if numbers else place
        for place, numbers in steps.items()
    )


def _word(numbers: Sequence[int], language: Language) -> str:
    return "steps" if language == "en" and len(numbers) > 1 else _STEP[language]


def places_of(panels: Sequence[Panel]) -> Message:
    """Pages with their numbers behind one word, sheets by name."""
    pages = [panel.page for panel in panels]
    if not all(pages):
        return Message(", ".join(panel.name.id for panel in panels), ", ".join(panel.name.en for panel in panels))
    numbers = ", ".join(runs(pages))
    return Message(f"halaman {numbers}", f"page {numbers}" if len(pages) == 1 else f"pages {numbers}")


def runs(numbers: Sequence[int]) -> Iterator[str]:
    """1, 2, 3, 5 → 1-3, 5."""
    first = before = numbers[0]
    for number in [*numbers[1:], None]:
        if number is None or number != before + 1:
            yield str(first) if first == before else f"{first}-{before}"
            first = number if number is not None else first
        before = number if number is not None else before
