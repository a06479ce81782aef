"""Where outputs go, and how they get there: whole or not at all, inside the output folder only."""

from __future__ import annotations

import errno
import os
import platform
import unicodedata
import zlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from sopgen.cli.building.build_request import ALL_PAPERS, paper_stem
from sopgen.cli.console import shown
from sopgen.cli.faults import NO_WORKING_FOLDER, CommandLineFault, EditedFault, WriteFault
from sopgen.cli.specs import DEFAULT_FOLDER, FORM_SUFFIX, SUFFIX
from sopgen.diagnostics import Diagnostic, Message, Severity
from sopgen.foreign.files import NotRegular, is_irregular, read_file

if TYPE_CHECKING:
    from sopgen.render.enclosed import SealState
    from sopgen.scene import Maker

DEFAULT_OUTPUT = Path("output")
DRAFT, DRAFT_END = ".sopgen-", ".tmp"
MOST_OWN = 256 << 20  # bytes: a volume of some thousand SOPs

REASONS = {
    errno.EACCES: Message(
        "akses ditolak; mungkin berkas itu sedang terbuka di program lain: tutup lalu ulangi, atau pilih folder lain "
        "dengan -o",
        "access denied; the file may be open in another program: close it and try again, or choose another folder "
        "with -o",
    ),
    errno.ENOSPC: Message("penyimpanan penuh; kosongkan sebagian lalu ulangi", "the disk is full; make room"),
    errno.EROFS: Message(
        "tempat itu hanya dapat dibaca; pilih folder lain dengan -o", "the place is read-only; choose another with -o"
    ),
    errno.ENAMETOOLONG: Message("namanya terlalu panjang; pendekkan nama spesifikasi", "its name is too long"),
    errno.EISDIR: Message(
        "sudah ada folder bernama itu; ganti nama folder itu atau pilih folder lain dengan -o",
        "a folder has that name; rename it or choose another output folder with -o",
    ),
    errno.ENXIO: Message(
        "yang ada di situ pipa atau perangkat, bukan berkas biasa; pindahkan, atau pilih folder lain dengan -o",
        "a pipe or a device stands there, not a regular file; move it away, or choose another folder with -o",
    ),
    errno.ENOENT: Message(
        "foldernya dihapus sementara ditulis, atau folder kerja sudah tidak ada; pindahlah ke folder kerja lalu ulangi",
        "its folder was deleted meanwhile, or the working folder is gone; go to the work folder and try again",
    ),
    errno.ENOTDIR: Message(
        "ada berkas di tempat yang seharusnya folder; pilih folder lain dengan -o",
        "a file stands where a folder should be; choose another output folder with -o",
    ),
}
SAME_REASON = {errno.EPERM: errno.EACCES, errno.EEXIST: errno.ENOTDIR}


def target_stem(spec: Path, project_root: Path) -> Path:
    """The output's place below the output folder, without suffix: a spec under specs/ keeps its path there."""
    home = _absolute(project_root) / DEFAULT_FOLDER
    name = _stem(spec.name)
    # Asked twice, since either path may have come through a link.
    for place, base in ((_absolute(spec), home), (_real(spec), _real(home))):
        if place.is_relative_to(base):
            return place.relative_to(base).with_name(name)
    return Path(name)


def stem_of(spec: Path) -> Path:
    """The output's place of a spec that need not be readable."""
    from sopgen.intake import find_project

    _, project_root = find_project(spec)
    return target_stem(spec, project_root)


def collisions(stems: Mapping[Path, Path]) -> dict[Path, Diagnostic]:
    """The specs that would write the same output, case folded as on Windows and macOS."""
    by_target: dict[str, list[Path]] = {}
    for spec, stem in stems.items():
        for paper in ALL_PAPERS:
            place = paper_stem(stem, paper).as_posix()
            by_target.setdefault(unicodedata.normalize("NFC", place).casefold(), []).append(spec)
    return {
        spec: _collision(stems[spec], [other for other in specs if other != spec])
        for specs in by_target.values()
        if len(specs) > 1
        for spec in specs
    }


def twins(specs: Sequence[Path]) -> dict[Path, Diagnostic]:
    """A form and a spec of one name in one folder: nobody knows which of the two is meant."""
    rivals = collisions({spec: spec.with_name(_stem(spec.name)) for spec in specs})
    forms = {_stem(spec.name).casefold() for spec in specs if spec.name.lower().endswith(FORM_SUFFIX)}
    return {spec: told for spec, told in rivals.items() if _stem(spec.name).casefold() in forms}


def check_output_folder(folder: Path) -> None:
    """Refuse an output folder that can never be one before any work is done."""
    try:
        os.path.abspath(folder)  # noqa: PTH100 - asks for the working folder
    except FileNotFoundError:
        raise CommandLineFault(NO_WORKING_FOLDER) from None
    if os.path.lexists(folder) and not os.path.isdir(folder):  # noqa: PTH112 - says no where Path would raise
        raise CommandLineFault(
            Message(
                f"{folder.as_posix()} adalah berkas, bukan folder; pilih folder lain dengan -o",
                f"{folder.as_posix()} is a file, not a folder; choose another with -o",
            )
        )


def refuse_edited(target: Path, maker: Maker = "build") -> None:
    """Raise EditedFault if a hand other than sopgen's has written what stands there, or another of its commands.

    What carries no seal was made or saved by another program: a scan of the signed page, say.
    """
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
    from sopgen.cli.building.manifest import is_listed
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


def make_folder(folder: Path) -> None:
    """With all above it. Raises WriteFault."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteFault(_not_written(folder, error)) from error


def replace_output(folder: Path, relative: Path, data: bytes, *, force: bool, maker: Maker = "build") -> Path:
    """Write as `write_output` does, but by `force` alone over what another hand or another command has written."""
    if not force:
        refuse_edited(folder / relative, maker)
    return write_output(folder, relative, data)


def write_output(folder: Path, relative: Path, data: bytes) -> Path:
    """Write `data` to `relative` below `folder`, whole or not at all."""
    target = folder / relative
    try:
        _refuse_escape(folder, target)
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))  # Windows would say EACCES
        if is_irregular(target):
            raise NotRegular(errno.ENXIO, os.strerror(errno.ENXIO))
        _replace_whole(target, data)
    except OSError as error:
        raise WriteFault(_not_written(target, error)) from error
    return target


def _replace_whole(target: Path, data: bytes) -> None:
    # A name of its own length, so that a long target name is no longer than it was.
    draft = target.with_name(f"{DRAFT}{this_machine()}-{os.getpid()}-{os.urandom(4).hex()}{DRAFT_END}")
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, target)  # noqa: PTH105 - the one step that must be atomic, by its own name
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def sweep_drafts(folder: Path) -> None:
    """Clear away the drafts of killed runs below `folder`: nobody else's files have such names."""
    mine = f"{DRAFT}{this_machine()}-"
    for parent, _, names in os.walk(folder):
        for name in names:
            if name.startswith(mine) and name.endswith(DRAFT_END):
                process = name.removeprefix(mine).partition("-")[0]
                if process.isdigit() and not process_runs(int(process)):
                    with suppress(OSError):
                        Path(parent, name).unlink()


def this_machine() -> str:
    """Folders are shared at times: another machine's process numbers say nothing here."""
    return f"{zlib.crc32(platform.node().encode()):08x}"


def process_runs(process: int) -> bool:
    if os.name == "nt":  # where asking a process in this way ends it
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def _refuse_escape(folder: Path, target: Path) -> None:
    if ".." in target.relative_to(folder).parts or not _real(target.parent).is_relative_to(_real(folder)):
        raise WriteFault(
            Message(
                f"{shown(target)} tidak ditulis: ada tautan yang menuju ke luar folder {shown(folder)}",
                f"{shown(target)} is not written: a link leads outside the folder {shown(folder)}",
            )
        )


def _not_written(target: Path, error: OSError) -> Message:
    number = error.errno or 0
    own_words = error.strerror or type(error).__name__
    reason = REASONS.get(SAME_REASON.get(number, number), Message(own_words, own_words))
    return Message(f"{shown(target)} tidak dapat ditulis: {reason.id}", f"{shown(target)} not written: {reason.en}")


def _collision(stem: Path, others: list[Path]) -> Diagnostic:
    rivals = ", ".join(shown(other) for other in others)
    return Diagnostic(
        code="BERKAS-01",
        severity=Severity.WAJIB,
        message=Message(
            f"Keluarannya, {shown(stem)}, sama dengan keluaran {rivals}.",
            f"Its output, {shown(stem)}, is also the output of {rivals}.",
        ),
        remedy=Message("Ganti nama salah satu berkas.", "Rename one of the files."),
    )


def _stem(name: str) -> str:
    for suffix in (SUFFIX, FORM_SUFFIX, ".yaml", ".yml"):
        if name.lower().endswith(suffix) and len(name) > len(suffix):
            return name[: -len(suffix)]
    return name


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - `..` goes, links stay


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))
