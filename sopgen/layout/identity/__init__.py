"""Sop, paper, setter and logo in, identity pages out: header table, signature room, six boxes.

The six boxes come first, the signature room takes what is left. Boxes that do not fit run on to a
second page, heading repeated, without losing a word (format.md, 1.2).
"""

from __future__ import annotations

from sopgen.intake.sop import Logo, Sop
from sopgen.layout import style
from sopgen.layout.identity.form import Form
from sopgen.layout.identity.pages import IdentityLayout
from sopgen.layout.identity.parts import IdentityPage, Tightness
from sopgen.layout.paper import Paper
from sopgen.layout.setting import Setter

__all__ = ["IdentityPage", "identity_pages"]

_TIGHTNESS = (Tightness(5.4, 1.2), Tightness(4.8, 1.18), Tightness(4.2, 1.16), Tightness(3.6, 1.14))
_SPLITS = (0.46, 0.48, 0.5, 0.52, 0.54)


def identity_pages(sop: Sop, paper: Paper, setter: Setter, logo: Logo | None) -> list[IdentityPage]:
    """The identity pages: one if the texts fit it, set a little closer if need be; else as many as they need.

    The split between the left and right boxes is the one that makes the page lowest.
    """
    form = Form(sop, paper, setter.measurer)

    def layout(tightness: Tightness, split: float) -> IdentityLayout:
        return IdentityLayout(form, paper, setter, logo, tightness, split)

    room = paper.bottom - paper.top + 1e-6
    usual = layout(_TIGHTNESS[0], style.IDENTITY_LEFT)
    if usual.least_height <= room:
        return usual.pages()
    loosest = min(
        (usual if split == style.IDENTITY_LEFT else layout(_TIGHTNESS[0], split) for split in _SPLITS),
        key=lambda tried: (tried.least_height, abs(tried.split - style.IDENTITY_LEFT)),
    )
    if loosest.least_height <= room:
        return loosest.pages()
    for tightness in _TIGHTNESS[1:]:
        tighter = layout(tightness, loosest.split)
        if tighter.least_height <= room:
            return tighter.pages()
    return loosest.pages()
