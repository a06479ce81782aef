"""Which share of a build's specs is whose, where several machines make one folder together."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import NamedTuple


class Shard(NamedTuple):
    """Part `number` of `parts`, from 1.

    A spec belongs to a part by its own name alone: it stays there whatever comes and goes beside it, and a deleted
    spec's files still have a part that looks for them.
    """

    number: int = 1
    parts: int = 1

    def owns(self, spec: str) -> bool:
        """Whether the spec, by its path from the output folder, is of this part."""
        plain = unicodedata.normalize("NFC", spec).encode("utf-8", "surrogatepass")
        return int.from_bytes(hashlib.sha256(plain).digest()[:8], "big") % self.parts == self.number - 1
