"""Bytes to files: whole or not at all, inside the folder meant only."""

from __future__ import annotations

import errno
import os
import platform
import shutil
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from sopgen.cli.console import shown
from sopgen.cli.faults import EditedFault, TakenFault, WriteFault
from sopgen.diagnostics import Message
from sopgen.foreign.files import NotRegular, is_full, is_irregular, read_file, why_unread, working_folder_stands

DRAFT, DRAFT_END = ".sopgen-", ".tmp"
MOST_OWN = 256 << 20  # bytes: a volume of some thousand SOPs

REASONS = {
    errno.EACCES: Message(
        "akses ditolak; mungkin berkas itu sedang terbuka di program lain: tutup lalu ulangi, atau pilih tempat lain",
        "access denied; the file may be open in another program: close it and try again, or choose another place",
    ),
    errno.EROFS: Message("tempat itu hanya dapat dibaca; pilih tempat lain", "the place is read-only; choose another"),
    errno.ENAMETOOLONG: Message("namanya terlalu panjang; pendekkan nama spesifikasi", "its name is too long"),
    errno.EISDIR: Message(
        "sudah ada folder bernama itu; ganti nama folder itu atau pilih tempat lain",
        "a folder has that name; rename it or choose another place",
    ),
    errno.ENXIO: Message(
        "yang ada di situ pipa atau perangkat, bukan berkas biasa; pindahkan, atau pilih tempat lain",
        "a pipe or a device stands there, not a regular file; move it away, or choose another place",
    ),
    errno.ENOENT: Message(
        "foldernya dihapus sementara ditulis, atau folder kerja sudah tidak ada; pindahlah ke folder kerja lalu ulangi",
        "its folder was deleted meanwhile, or the working folder is gone; go to the work folder and try again",
    ),
    errno.ENOTDIR: Message(
        "ada berkas di tempat yang seharusnya folder; pilih tempat lain",
        "a file stands where a folder should be; choose another place",
    ),
}
CLOSED = Message(
    "foldernya tidak boleh ditulisi; minta izin menulis di folder itu, atau pilih tempat lain",
    "its folder may not be written to; ask for leave to write there, or choose another place",
)
NO_NEW_FILES = Message(
    "foldernya tidak menerima berkas baru; pilih tempat lain", "its folder takes no new files; choose another place"
)
SAME_REASON = {errno.EPERM: errno.EACCES, errno.EEXIST: errno.ENOTDIR}


def make_folder(folder: Path) -> None:
    """With all above it. Raises WriteFault."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteFault(_not_written(folder, error)) from error


def write_output(folder: Path, relative: Path, data: bytes) -> Path:
    """Write `data` to `relative` below `folder`, whole or not at all.

    Raises WriteFault; EditedFault for what somebody signed electronically, which nothing writes over.
    """
    refuse_signed(folder / relative)
    return _write(folder, relative, data, _replace_whole)


def write_new(folder: Path, relative: Path, data: bytes) -> Path:
    """As `write_output`, but over nothing: of several that write one name at once, one does.

    Raises TakenFault where something stands there, WriteFault.
    """
    target = folder / relative
    try:
        return _write(folder, relative, data, _publish_new)
    except WriteFault as fault:
        if not os.path.lexists(target) or not isinstance(
            fault.__cause__, FileExistsError | IsADirectoryError | NotRegular
        ):
            raise
        raise TakenFault(
            Message(
                f"{shown(target)} sudah ada dan tidak ditimpa; pilih nama lain",
                f"{shown(target)} exists and is not overwritten; choose another name",
            )
        ) from fault


def _write(folder: Path, relative: Path, data: bytes, publish: Callable[[Path, bytes], None]) -> Path:
    target = folder / relative
    try:
        _refuse_escape(folder, target)
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))  # Windows would say EACCES
        if is_irregular(target):
            raise NotRegular(errno.ENXIO, os.strerror(errno.ENXIO))
        publish(target, data)
    except OSError as error:
        raise WriteFault(_not_written(target, error)) from error
    return target


def refuse_signed(target: Path) -> None:
    """Raise EditedFault for what somebody signed electronically: nobody but them can make it again."""
    from sopgen.render.signature import is_signed

    try:
        signed = is_signed(read_file(target, MOST_OWN))
    except OSError:
        return  # nothing there, or what stands there is told when it is to be replaced
    if signed:
        raise EditedFault(
            Message(
                f"{shown(target)}: sudah ditandatangani secara elektronik, jadi tidak ditimpa, juga tidak dengan "
                "--force; pindahkan ke arsip (tanda tangan tidak dapat dibuat ulang), lalu ulangi",
                f"{shown(target)}: signed electronically, so nothing overwrites it, --force neither; move it into the "
                "archive (nobody can make the signature again), then try again",
            )
        )


def _replace_whole(target: Path, data: bytes) -> None:
    """Who may read and write it stays as it was."""
    draft = _draft_beside(target)
    try:
        _write_draft(draft, data)
        with suppress(FileNotFoundError):
            shutil.copymode(target, draft)
        os.replace(draft, target)  # noqa: PTH105 - the one step that must be atomic, by its own name
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _publish_new(target: Path, data: bytes) -> None:
    """Raises FileExistsError."""
    draft = _draft_beside(target)
    try:
        _write_draft(draft, data)
        try:
            os.link(draft, target)
        except FileExistsError:
            raise
        except OSError:  # a disk without hard links: whole but for a run that is killed
            _write_draft(target, data)
    finally:
        draft.unlink(missing_ok=True)


def _draft_beside(target: Path) -> Path:
    """A name of its own length, so that a long target name is no longer than it was."""
    return target.with_name(f"{DRAFT}{this_machine()}-{os.getpid()}-{os.urandom(4).hex()}{DRAFT_END}")


def _write_draft(draft: Path, data: bytes) -> None:
    """Where nothing stands, on the disk itself. Raises OSError, and leaves nothing then."""
    with draft.open("xb") as file:
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            file.close()
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
    if is_full(error):
        reason = why_unread(error)
        return Message(f"{shown(target)} tidak dapat ditulis: {reason.id}", f"{shown(target)} not written: {reason.en}")
    reason = _reason(target.parent, error)
    return Message(f"{shown(target)} tidak dapat ditulis: {reason.id}", f"{shown(target)} not written: {reason.en}")


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _reason(folder: Path, error: OSError) -> Message:
    """What to do about it, which is another thing where the folder itself takes no file."""
    number = SAME_REASON.get(error.errno or 0, error.errno or 0)
    stands = folder.is_dir()
    if number == errno.EACCES and stands and not os.access(folder, os.W_OK):
        return CLOSED
    if number == errno.ENOENT and stands and working_folder_stands():
        return NO_NEW_FILES
    own_words = error.strerror or type(error).__name__
    return REASONS.get(number, Message(own_words, own_words))
