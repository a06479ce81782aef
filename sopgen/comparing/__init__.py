"""Two Sops → what changed between them: plain data, from which the old one becomes the new one again.

Steps are matched by id, then by likeness, in one assignment over all. What comes of a change by itself, such as the
arrow that now leads to an inserted step, is kept with its cause.
"""

from __future__ import annotations

from sopgen.comparing.applying import apply_changes
from sopgen.comparing.change import Change, Comparison, Kelas, Ways
from sopgen.comparing.comparing import compare

__all__ = ["Change", "Comparison", "Kelas", "Ways", "apply_changes", "compare"]
