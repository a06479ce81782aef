"""How a reviewer's marks are drawn, in points."""

from __future__ import annotations

RING_STROKE = 1.1
LEADER_STROKE = 0.6
RING_RADIUS = 3.5
DASH = (3.2, 2.0)
