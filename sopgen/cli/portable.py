"""Names of files that Windows cannot hold: a folder of them cannot be copied, unpacked or checked out there."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sopgen.cli.console import Console, shown
from sopgen.cli.faults import UsageFault
from sopgen.diagnostics import Message

IMPOSSIBLE = frozenset('<>:"|?*')
DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³")})
"""What Windows takes for a device, whatever follows behind a dot."""


def is_device(name: str) -> bool:
    return name.partition(".")[0].rstrip().casefold() in DEVICES


def unportable(path: Path) -> Message | None:
    """Why Windows cannot hold a path, by the first of its parts; None where it can."""
    for part in path.parts:
        if part in (path.anchor, ".", ".."):
            continue
        if is_device(part):
            why = Message("nama perangkat bagi Windows", "a device's name to Windows")
        elif part != part.rstrip(" ."):
            why = Message("berakhir dengan spasi atau titik", "it ends in a blank or a dot")
        elif bad := sorted({sign for sign in part if sign in IMPOSSIBLE or sign == "\\" or ord(sign) < 32}):
            signs = " ".join(sign if sign.isprintable() else f"U+{ord(sign):04X}" for sign in bad)
            why = Message(f"memuat {signs}", f"it holds {signs}")
        else:
            continue
        return Message(f"“{shown(Path(part))}” {why.id}", f"“{shown(Path(part))}”: {why.en}")
    return None


def note_unportable(specs: Iterable[Path], console: Console) -> None:
    """Say it of each spec that is there already."""
    for spec in specs:
        why = unportable(spec)
        if why is not None:
            told = Message(
                f"{shown(spec)}: tidak dapat disimpan di Windows ({why.id}); ganti namanya sebelum dibagikan",
                f"{shown(spec)}: Windows cannot hold it ({why.en}); rename it before you share it",
            )
            console.note(told.in_language(console.language))


def refuse_unportable(path: Path) -> None:
    """Raise UsageFault for a name that is to be given to a new file."""
    why = unportable(path)
    if why is not None:
        raise UsageFault(
            Message(
                f"{shown(path)}: tidak dapat disimpan di Windows ({why.id}); pilih nama lain",
                f"{shown(path)}: Windows cannot hold it ({why.en}); choose another name",
            )
        )
