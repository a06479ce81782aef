"""What stands where an output is to go: ours as we wrote it, or somebody's, which only `--force` replaces."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from sopgen.cli.building.manifest import is_listed
from sopgen.cli.console import shown
from sopgen.cli.faults import EditedFault
from sopgen.cli.writing import MOST_OWN, refuse_signed, write_output
from sopgen.diagnostics import Message
from sopgen.foreign.files import read_file

if TYPE_CHECKING:
    from sopgen.render.enclosed import SealState
    from sopgen.scene import Maker


def refuse_edited(target: Path, maker: Maker = "build") -> None:
    """Raise EditedFault if a hand other than sopgen's has written what stands there, or another of its commands.

    What carries no seal was made or saved by another program: a scan of the signed page, say.
    """
    refuse_signed(target)
    try:
        state = state_of(target)
    except OSError:
        return  # nothing there, or what stands there will be told when it is to be replaced
    if state == "whole" and (owner := _owner(target, maker)) != maker:
        raise EditedFault(
            Message(
                f"{shown(target)}: hasil sopgen {owner}, jadi tidak ditimpa sopgen {maker}; ganti nama "
                "spesifikasinya, atau pilih berkas lain dengan -o",
                f"{shown(target)}: made by sopgen {owner}, so sopgen {maker} does not overwrite it; rename the spec, "
                "or choose another file with -o",
            )
        )
    if maker == "monev" and state in ("edited", "foreign"):
        raise EditedFault(
            Message(
                f"{shown(target)}: sudah diisi atau diubah, jadi tidak ditimpa; pindahkan atau ganti namanya bila "
                "formulir kosong diperlukan lagi, atau tulis ke folder lain dengan -o",
                f"{shown(target)}: filled in or changed, so it is not overwritten; move or rename it where an empty "
                "form is wanted again, or write into another folder with -o",
            )
        )
    if state == "edited":
        raise EditedFault(
            Message(
                f"{shown(target)}: berkas sudah ditandatangani atau diubah sejak dibuat sopgen, jadi tidak ditimpa; "
                "pindahkan ke arsip, lalu bangun lagi (atau timpa dengan --force)",
                f"{shown(target)}: signed or edited by hand since sopgen made it, so it is not overwritten; move it "
                "into the archive and build again (or overwrite it with --force)",
            )
        )
    if state == "foreign":
        raise EditedFault(
            Message(
                f"{shown(target)}: bukan berkas sopgen (hasil pindai, misalnya), atau berkas diubah tangan lalu "
                "disimpan program lain, jadi tidak ditimpa; pindahkan berkas itu, atau timpa dengan --force",
                f"{shown(target)}: not a file of sopgen's (a scan, say), or edited by hand and saved by another "
                "program, so it is not overwritten; move it away, or overwrite it with --force",
            )
        )


def _owner(target: Path, maker: Maker) -> str:
    """The command that a whole file is of. One that says nothing is `build`'s if it is listed as such or carries a
    spec; else it is of before commands were named, and anybody's.
    """
    from sopgen.pipeline import enclosed, maker_of
    from sopgen.render.enclosed import NothingEnclosed

    data = read_file(target, MOST_OWN)
    found = maker_of(data)
    if found != "build" or maker == "build" or is_listed(target):
        return found
    try:
        enclosed(data)
    except NothingEnclosed:
        return maker
    return found


def state_of(target: Path) -> SealState:
    """Whether a finished file is as sopgen wrote it. Raises OSError."""
    from sopgen.pipeline import seal_state

    data = read_file(target, MOST_OWN)
    return "foreign" if len(data) > MOST_OWN else seal_state(data)


def refuse_unrecognised(target: Path, maker: Literal["check", "diff", "schema"]) -> None:
    """Raise EditedFault if what stands there is no text of that command, or one that somebody wrote on."""
    from sopgen.intake import is_schema
    from sopgen.report.recognition import is_list_of_changes, is_report

    recognised = {"check": is_report, "diff": is_list_of_changes, "schema": is_schema}[maker]
    try:
        data = read_file(target, MOST_OWN)
    except OSError:
        return
    if len(data) > MOST_OWN or not recognised(data):
        raise EditedFault(
            Message(
                f"{shown(target)}: bukan hasil sopgen {maker}, atau sudah diisi atau diubah sesudahnya, jadi tidak "
                "ditimpa; pilih nama lain, atau timpa dengan --force",
                f"{shown(target)}: not made by sopgen {maker}, or filled in or edited since, so it is not overwritten; "
                "choose another name, or overwrite it with --force",
            )
        )


def replace_output(folder: Path, relative: Path, data: bytes, *, force: bool, maker: Maker = "build") -> Path:
    """Write as `write_output` does, but by `force` alone over what another hand or another command has written."""
    if not force:
        refuse_edited(folder / relative, maker)
    return write_output(folder, relative, data)
