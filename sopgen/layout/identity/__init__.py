"""Sop, paper, setter and logo in, identity pages out: header table, signature room, six boxes.

The six boxes come first, the signature room takes what is left. Boxes that do not fit run on to a
second page, heading repeated, without losing a word (format.md, 1.2).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from sopgen.intake.sop import Logo, Sop, Tampilan
from sopgen.layout import style
from sopgen.layout.identity.form import Form
from sopgen.layout.identity.pages import IdentityLayout
from sopgen.layout.identity.parts import IdentityPage, Tightness
from sopgen.layout.paper import Paper
from sopgen.layout.setting import Setter

__all__ = ["IdentityPage", "identity_pages", "lowest_pages"]

_TIGHTNESS = (Tightness(5.4, 1.2), Tightness(4.8, 1.18), Tightness(4.2, 1.16), Tightness(3.6, 1.14))
_LAST_RESORT = Tightness(3.6, 1.14, style.LOGO_LEAST, style.SIGNATURE_LEAST)
_ROUNDING = 0.01  # points: heights are sums of rounded edges
_SPLITS = (0.46, 0.48, 0.5, 0.52, 0.54)


def identity_pages(sop: Sop, paper: Paper, setter: Setter, logo: Logo | None) -> list[IdentityPage]:
    """The identity pages: one if the texts fit it at any size; else the fewest, in the largest type.

    What is given up, in this order: the split between the left and right boxes, air, one column for long lists of short
    items, half points of type down to `ukuran_huruf_terkecil`, the emblem's and the signature's room.
    """
    forms: list[Form] = []
    for size in _sizes(sop.tampilan):
        forms.append(Form(sop, paper, setter.measurer, size))
        found = _one_page(forms[-1], paper, setter, logo)
        if found is not None:
            return found.pages()
    for in_columns in (False, True):
        last = _loosest(forms[-1], paper, setter, logo, _LAST_RESORT, in_columns=in_columns)
        if last.least_height <= _room(paper):
            return last.pages()
    several = [_loosest(form, paper, setter, logo, _TIGHTNESS[0]).pages() for form in forms]
    return min(several, key=len)  # of equally many pages those in the largest type


def lowest_pages(sop: Sop, paper: Paper, setter: Setter, logo: Logo | None) -> Iterator[IdentityPage]:
    """Identity pages no higher than their texts, for a flow table below; each lower than those before.

    What is given up comes in the same order as on a page of its own.
    """
    lowest = _room(paper)
    for size in _sizes(sop.tampilan):
        form = Form(sop, paper, setter.measurer, size)
        for in_columns, tightness in product((False, True), (*_TIGHTNESS, _LAST_RESORT)):
            layout = _loosest(form, paper, setter, logo, tightness, in_columns=in_columns)
            if layout.least_height >= lowest:
                continue
            lowest = layout.least_height
            cut_off = paper._replace(bottom=paper.top + lowest + _ROUNDING)
            found = IdentityLayout(form, cut_off, setter, logo, tightness, layout.split, in_columns=in_columns)
            yield found.pages()[0]


def _sizes(tampilan: Tampilan) -> list[float]:
    """From the size asked for down by half points."""
    steps = int((tampilan.ukuran_huruf - tampilan.ukuran_huruf_terkecil) / style.SIZE_STEP + 1e-6)
    return [tampilan.ukuran_huruf - i * style.SIZE_STEP for i in range(max(0, steps) + 1)]


def _one_page(form: Form, paper: Paper, setter: Setter, logo: Logo | None) -> IdentityLayout | None:
    """The page at this size, as loose as it fits; None where it does not."""
    usual = IdentityLayout(form, paper, setter, logo, _TIGHTNESS[0], style.IDENTITY_LEFT)
    if usual.least_height <= _room(paper):
        return usual
    for in_columns in (False, True):
        loosest = _loosest(form, paper, setter, logo, _TIGHTNESS[0], in_columns=in_columns)
        if loosest.least_height <= _room(paper):
            return loosest
        for tightness in _TIGHTNESS[1:]:
            tighter = IdentityLayout(form, paper, setter, logo, tightness, loosest.split, in_columns=in_columns)
            if tighter.least_height <= _room(paper):
                return tighter
    return None


def _loosest(
    form: Form, paper: Paper, setter: Setter, logo: Logo | None, tightness: Tightness, *, in_columns: bool = False
) -> IdentityLayout:
    """With the split that makes the page lowest."""
    return min(
        (IdentityLayout(form, paper, setter, logo, tightness, split, in_columns=in_columns) for split in _SPLITS),
        key=lambda tried: (tried.least_height, abs(tried.split - style.IDENTITY_LEFT)),
    )


def _room(paper: Paper) -> float:
    return paper.bottom - paper.top + 1e-6
