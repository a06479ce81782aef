"""What an arrow is called in a finding: by the steps that it joins, else by its program's name."""

from __future__ import annotations

from collections.abc import Iterable

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Arrow, Chart, End


def arrow_words(chart: Chart, arrow: Arrow) -> Message:
    """For the beginning of a sentence."""
    start, end = _end(chart, arrow.start), _end(chart, arrow.end)
    if start and end:
        return Message(f"Panah {start.id} → {end.id}", f"Arrow {start.en} → {end.en}")
    if start:
        return Message(f"Panah dari {start.id}", f"The arrow from {start.en}")
    if end:
        return Message(f"Panah ke {end.id}", f"The arrow to {end.en}")
    name = f" “{arrow.name}”" if arrow.name else ""
    return Message(f"Panah{name}", f"Arrow{name}")


def ways(chart: Chart, arrows: Iterable[Arrow]) -> tuple[Message, ...]:
    """Arrows in a list: "3 → 4" by the numbers of the steps, with what else an end may be."""
    return tuple(dict.fromkeys(_way(chart, arrow) for arrow in arrows))


def _way(chart: Chart, arrow: Arrow) -> Message:
    ends = [_end(chart, end) or Message("…", "…") for end in (arrow.start, arrow.end)]
    return Message(
        *(
            f"{start.removeprefix(step)} → {end.removeprefix(step)}"
            for start, end, step in zip(*ends, _STEP, strict=True)
        )
    )


_STEP = ("langkah ", "step ")


def _end(chart: Chart, end: End) -> Message | None:
    symbol = end.symbol
    if symbol is None:
        return None
    if symbol.step is not None:
        name = chart.step(symbol.step).name
        if symbol.kind == "terminator" and any(other.kind != symbol.kind for other in chart.of_step(symbol.step)):
            return Message(f"kapsul di langkah {name}", f"the capsule in step {name}")
        return Message(f"langkah {name}", f"step {name}")
    number = f" {symbol.number}" if symbol.number else ""
    return Message(f"segi lima{number}", f"pentagon{number}") if symbol.kind == "offpage" else None
