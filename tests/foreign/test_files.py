"""What stands at a path and may be anything: nothing waits, nothing grows without end."""

from __future__ import annotations

import errno
import hashlib
import os
import socket
from pathlib import Path

import pytest

from sopgen.foreign.files import NotRegular, is_irregular, read_file, sha256_of, why_unread

ON_UNIX = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")


def test_a_file_is_read_and_one_byte_more_tells_that_it_is_larger(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"12345")
    assert [read_file(path, most) for most in (10, 5, 4, 3)] == [b"12345", b"12345", b"12345", b"1234"]
    assert sha256_of(path) == hashlib.sha256(b"12345").hexdigest()
    assert not is_irregular(path)


def test_a_large_file_costs_what_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "besar"
    with path.open("wb") as file:
        file.truncate(3 << 30)  # holds no bytes on the disk
    assert len(read_file(path, 1 << 20)) == (1 << 20) + 1


@ON_UNIX
def test_no_pipe_device_or_socket_is_waited_for(tmp_path: Path) -> None:
    pipe, device, loop = tmp_path / "pipa", tmp_path / "nol", tmp_path / "putar"
    os.mkfifo(pipe)
    device.symlink_to("/dev/zero")
    loop.symlink_to(loop)
    for path in (pipe, device):
        assert is_irregular(path)
        with pytest.raises(NotRegular) as told:
            read_file(path)
        assert why_unread(told.value).id == "itu pipa atau perangkat, bukan berkas biasa"
    with pytest.raises(OSError, match="putar") as looped:
        read_file(loop)
    assert looped.value.errno == errno.ELOOP
    with socket.socket(socket.AF_UNIX) as listening:
        os.chdir(tmp_path)  # the names of sockets are short
        listening.bind("soket")
        with pytest.raises(OSError, match="soket"):
            read_file(tmp_path / "soket")


@pytest.mark.parametrize("name", ["tiada", "nol\0", "x" * 5000])
def test_what_is_not_there_is_told_and_raises_nothing_else(tmp_path: Path, name: str) -> None:
    with pytest.raises(OSError, match=r"No such file|too long|cannot find") as told:
        read_file(tmp_path / name)
    assert why_unread(told.value).id in {"tidak ada", "namanya terlalu panjang"}


def test_a_folder_is_named_as_one(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError) as told:
        read_file(tmp_path)
    assert why_unread(told.value).id == "itu folder, bukan berkas"
