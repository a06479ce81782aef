"""A tree whose text is at fault → a refusal, for those who work on texts and need no model."""

from __future__ import annotations

from sopgen.diagnostics import Refusal
from sopgen.intake.fault import diagnose
from sopgen.intake.tree import Tree


def refuse_unparsed(tree: Tree) -> None:
    """Raises `Refusal` with every fault of the text."""
    if tree.faults:
        raise Refusal(
            tuple(
                diagnose(fault, fault.span or tree.span(fault.path, on_key=fault.on_key), tree.lines)
                for fault in tree.faults
            )
        )
