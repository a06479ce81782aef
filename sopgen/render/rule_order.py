"""A page in, the rules of its tables out in the order they are painted."""

from __future__ import annotations

from sopgen.scene import Page, Rule


def rules_from_behind(page: Page) -> list[Rule]:
    """Light and thin ones first, so that a black frame is never cut by a grey lane."""
    return sorted((rule for table in page.tables for rule in table.rules), key=weight)


def weight(rule: Rule) -> tuple[float, float]:
    return -rule.grey, rule.width
