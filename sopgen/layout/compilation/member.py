"""One SOP of a volume: what it says, and how it was drawn."""

from __future__ import annotations

from typing import NamedTuple

from sopgen.intake.sop import Sop
from sopgen.scene import Document


class Member(NamedTuple):
    sop: Sop
    document: Document
