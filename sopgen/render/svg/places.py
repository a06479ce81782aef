"""A symbol's or arrow's step → its place in the spec: what a click on it is about. Cells and texts know theirs."""

from __future__ import annotations

from sopgen.scene import Arrow, SpecPath, Symbol


def of_symbol(symbol: Symbol) -> SpecPath:
    return () if symbol.step is None else ("kegiatan", symbol.step - 1)


def of_arrow(arrow: Arrow) -> SpecPath:
    """The step that it leaves, or for a branch the branch's label there."""
    step = next((step for step, _ in arrow.edges if step is not None), None)
    if step is None:
        return ()
    return ("kegiatan", step - 1, *(("keputusan", arrow.label.text) if arrow.label else ()))
