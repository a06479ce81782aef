"""What a build did, told: a summary table for people, JSON for machines."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

from sopgen.cli.building.build_request import PICTURES
from sopgen.cli.building.staleness import State
from sopgen.cli.console import shown
from sopgen.diagnostics import Diagnostic, Language, Message, some
from sopgen.foreign.json_text import json_text
from sopgen.version import __version__

Status = Literal["built", "unchanged", "signed", "kept", "missing", "stale", "edited", "left_out", "refused", "failed"]

STATUS: dict[Status, Message] = {
    "built": Message("dibuat", "built"),
    "unchanged": Message("tidak berubah", "unchanged"),
    "signed": Message("ditandatangani, spesifikasinya tetap", "signed, its spec unchanged"),
    "kept": Message("diubah tangan, spesifikasinya tetap", "edited by hand, its spec unchanged"),
    "missing": Message("belum ada", "missing"),
    "stale": Message("usang", "stale"),
    "edited": Message("diubah tangan", "edited by hand"),
    "left_out": Message("bukan SOP pelayanan, dilewati", "no service SOP, left out"),
    "refused": Message("ditolak", "refused"),
    "failed": Message("tidak dapat ditulis", "not written"),
}
ORPHANED = Message("tanpa spesifikasi", "orphaned")


class Outcome(NamedTuple):
    """Of one spec. `files` are those of its status, with the output folder."""

    spec: Path
    status: Status
    files: tuple[Path, ...] = ()
    pages: int = 0
    messages: tuple[Message, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def summary(outcomes: Sequence[Outcome], orphaned: int, language: Language) -> str:
    """A line a status that occurs, with how many specs; orphans are files."""
    counts = _counts(outcomes)
    rows = [(STATUS[status].in_language(language), count) for status, count in counts.items() if count]
    if orphaned:
        rows.append((ORPHANED.in_language(language), orphaned))
    wide = max((len(name) for name, _ in rows), default=0)
    digits = max((len(str(count)) for _, count in rows), default=0)
    return "\n".join([f"{len(outcomes)} SOP", *(f"  {name:<{wide}}  {count:>{digits}}" for name, count in rows)])


def report(outcomes: Sequence[Outcome], orphaned: Sequence[Path], language: Language, code: int) -> str:
    """One JSON object; paths with forward slashes."""
    told: dict[str, Any] = {
        "sopgen": __version__,
        "exit_code": code,
        "specs": [_told(each, language) for each in outcomes],
        "orphaned": [path.as_posix() for path in orphaned],
        "summary": {**_counts(outcomes), "orphaned": len(orphaned)},
    }
    return json_text(told, indent=1)


def _counts(outcomes: Sequence[Outcome]) -> dict[Status, int]:
    return {status: sum(each.status == status for each in outcomes) for status in STATUS}


def _told(outcome: Outcome, language: Language) -> dict[str, Any]:
    messages = [message.in_language(language) for message in outcome.messages]
    return {
        "spec": outcome.spec.as_posix(),
        "status": outcome.status,
        "files": [path.as_posix() for path in outcome.files],
        "pages": outcome.pages,
        "messages": messages,
        "diagnostics": [
            {
                "code": each.code,
                "message": each.message.in_language(language),
                "line": each.span.line if each.span else None,
                "column": each.span.column if each.span else None,
                "sheet": (each.span.sheet or None) if each.span else None,
                "cell": each.span.cell if each.span else None,
            }
            for each in outcome.diagnostics
        ],
    }


def built_line(outcome: Outcome) -> Message:
    line = f"{shown(outcome.spec)} → {_listed(outcome.files)}"
    pages = outcome.pages
    return Message(f"{line} ({pages} halaman)", f"{line} ({some(pages, 'page')})")


def _listed(files: Sequence[Path]) -> str:
    """Pictures of many pages are told as the first and the last."""
    told = [shown(path) for path in files if path.suffix.lstrip(".") not in PICTURES]
    for kind in PICTURES:
        pictures = [path for path in files if path.suffix == f".{kind}"]
        many = len(pictures) > 2
        told += [f"{shown(pictures[0])} … {pictures[-1].name}"] if many else [shown(path) for path in pictures]
    return ", ".join(told)


STANDING: dict[State, Message] = {
    "signed": Message(
        "ditandatangani atau ditambahi sesudah dibuat, spesifikasinya tetap",
        "signed or added to since it was built, its spec unchanged",
    ),
    "kept": STATUS["kept"],
    "missing": STATUS["missing"],
    "stale": STATUS["stale"],
    "edited": Message(
        "diubah tangan, dan bukan dari spesifikasi yang sekarang; pindahkan berkas itu, lalu {}",
        "edited by hand, and not of the spec as it is now; move the file away, then {}",
    ),
}


def standing_line(path: Path, state: State, maker: str = "sopgen build") -> Message:
    """One line of `--check`. `maker`: the command that makes the file, told where it is not the usual one."""
    told = STANDING[state]
    more = f" ({maker})" if state in ("stale", "missing") and maker != "sopgen build" else ""
    name = shown(path)
    return Message(f"{name}: {told.id.format(maker)}{more}", f"{name}: {told.en.format(maker)}{more}")


def left_out_line(spec: Path) -> Message:
    name = shown(spec)
    return Message(
        f"{name}: dilewati, bukan SOP pelayanan (`sifat`); hanya SOP pelayanan yang dipublikasikan (slide 63)",
        f"{name}: left out, no service SOP (`sifat`); only service SOPs are published (slide 63)",
    )


def misnamed_line(path: Path) -> Message:
    return Message(
        f"{shown(path)}: dilewati; ganti namanya supaya berakhir .sop.yaml",
        f"{shown(path)}: passed over; rename it so that it ends in .sop.yaml",
    )


def waiting_line(lock: Path) -> Message:
    return Message(
        f"menunggu build lain yang sedang menulis di folder ini ({shown(lock)}) …",
        f"waiting for another build that writes in this folder ({shown(lock)}) …",
    )
