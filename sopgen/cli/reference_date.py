"""The reference date of a check: `--date`, else SOURCE_DATE_EPOCH (reproducible-builds.org), else today."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

from sopgen.cli.faults import CommandLineFault, UsageFault
from sopgen.diagnostics import Message

VARIABLE = "SOURCE_DATE_EPOCH"


def reference_date(asked: str | None, environment: Mapping[str, str]) -> date:
    """The only place of sopgen that looks at a clock."""
    if asked is not None:
        return written_date("--date", asked)
    epoch = environment.get(VARIABLE, "").strip()
    return _counted(epoch) if epoch else datetime.now().astimezone().date()


def written_date(option: str, text: str) -> date:
    """What stands behind an option, written as in a form: day, month, year, or ISO. Raises CommandLineFault."""
    from sopgen.intake.fields import suggested_date

    try:
        return _plausible(date.fromisoformat(suggested_date(text.strip())))
    except ValueError:
        pass
    raise UsageFault(
        Message(
            f"{option} {text}: bukan tanggal; tulis seperti 31-1-2026 atau 2026-01-31",
            f"{option} {text}: no date; write it as 2026-01-31",
        )
    )


def day_given(option: str, text: str | None) -> date | None:
    """The same of an option that may be left out."""
    return None if text is None else written_date(option, text)


def _plausible(day: date) -> date:
    """Raises `ValueError` for a year in which no spec's date may lie."""
    from sopgen.intake.fields import FIRST_YEAR, LAST_YEAR

    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(day)
    return day


def _counted(seconds: str) -> date:
    try:
        return _plausible(datetime.fromtimestamp(int(seconds), UTC).date())
    except (ValueError, OverflowError, OSError):
        raise CommandLineFault(
            Message(
                f"{VARIABLE}={seconds}: bukan jumlah detik sejak 1970",
                f"{VARIABLE}={seconds}: no number of seconds since 1970",
            )
        ) from None
