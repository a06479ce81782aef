"""How often an SOP in force is looked at again.

(Lampiran Permenpan-RB 35/2012, monitoring and evaluation: monitoring every six months, evaluation once a year.)
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

MONITORING = 6  # months
EVALUATION = 12


def later(day: date, months: int) -> date:
    """The same day some months on; the month's last where it is shorter."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
