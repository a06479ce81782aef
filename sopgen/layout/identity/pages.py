"""One way to lay out the identity pages: how high it would be, and its pages."""

from __future__ import annotations

from functools import cached_property

from sopgen.intake.sop import Logo
from sopgen.layout import style
from sopgen.layout.identity.boxes import Boxes
from sopgen.layout.identity.form import Form
from sopgen.layout.identity.header import Header
from sopgen.layout.identity.parts import Draft, IdentityPage, Measures, Tightness, finish
from sopgen.layout.paper import Paper
from sopgen.layout.setting import Setter


class IdentityLayout:
    """The identity pages set with one tightness, the boxes split at the share `split` of the width."""

    def __init__(
        self,
        form: Form,
        paper: Paper,
        setter: Setter,
        logo: Logo | None,
        tightness: Tightness,
        split: float,
        *,
        in_columns: bool = False,
    ) -> None:
        self.paper, self.split = paper, split
        self.columns = _columns(form, paper, split)
        closer = setter._replace(leading=tightness.leading)
        measures = Measures(closer, tightness.pad, form.size, self.columns, tightness.emblem)
        self.signature_least = tightness.signature
        self.header = Header(form, measures, logo)
        self.boxes = Boxes(form, measures, paper, in_columns=in_columns)

    @cached_property
    def least_height(self) -> float:
        """What one page would need, with the least room for the signature."""
        return self.header.height(self.signature_least) + sum(self.boxes.heights)

    def pages(self) -> list[IdentityPage]:
        first = Draft([self.paper.top])
        self.header.draw(first, self._signature_room())
        drafts = [first]
        self.boxes.draw(drafts)
        return [finish(draft, self.columns, self.paper.bottom) for draft in drafts]

    def _signature_room(self) -> float:
        """What the boxes leave, within bounds. The header rounds its rows up: a room is tried as it is drawn."""
        least = self.signature_least
        room = self.paper.bottom - self.paper.top - sum(self.boxes.heights) + 1e-6
        spare = room - self.header.height(least)
        height = int((least + max(0.0, min(spare, style.SIGNATURE_MOST - least))) / style.GRID) * style.GRID
        while height > least and self.header.height(height) > room:
            height -= style.GRID
        return max(height, least)


def _columns(form: Form, paper: Paper, split: float) -> tuple[float, float, float, float]:
    width = paper.right - paper.left
    left = round(width * split / style.GRID) * style.GRID
    wanted = form.label_width * style.SLACK + 2 * style.IDENTITY_PAD_SIDE + 0.5
    label = style.on_grid(max(style.IDENTITY_LABEL, wanted))
    label = min(label, (width - left) / 2 // style.GRID * style.GRID)
    return paper.left, paper.left + left, paper.left + left + label, paper.right
