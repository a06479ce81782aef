"""The line of `build` that names what nobody has replaced yet, at every build until it is replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopgen.diagnostics import Message

MOST_PLACES = 8

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopgen.intake import Loaded


def placeholders_left(loaded: Loaded) -> tuple[str, ...]:
    """Where they stand, each place once: a form's cells, a text's keys; those of sopgen.yaml with its name."""
    from sopgen.starters.placeholders import placeholders_of

    defaults = loaded.defaults.name if loaded.defaults else ""
    return tuple(dict.fromkeys(_place(path, loaded, defaults) for path, _ in placeholders_of(loaded)))


def placeholders_line(name: str, places: Sequence[str]) -> Message:
    from sopgen.report.harmless import on_one_line

    listed = ", ".join(places[:MOST_PLACES]) + (", …" if len(places) > MOST_PLACES else "")
    name, listed = on_one_line(name), on_one_line(listed)
    return Message(f"{name}: isian contoh ‹…› belum diganti: {listed}", f"{name}: placeholders ‹…› are left: {listed}")


def _place(path: tuple[str | int, ...], loaded: Loaded, defaults: str) -> str:
    own = isinstance(loaded.data, dict) and path[0] in loaded.data
    if own and loaded.is_form and path in loaded.spans:
        return loaded.spans[path].place
    if len(path) > 1 and path[0] == "kegiatan" and isinstance(path[1], int):
        return f"kegiatan {path[1] + 1}"
    word = str(next((each for each in reversed(path) if isinstance(each, str)), ""))
    return word if own or not defaults else f"{word} ({defaults})"
