"""What is said where a file cannot be written: advice that would help there."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from sopgen.cli import writing
from sopgen.cli.faults import WriteFault
from sopgen.cli.writing import write_output


def _failing(number: int):
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


def _told(folder: Path, number: int, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """What is said of a file in the folder, in both languages, where making its draft fails so."""
    monkeypatch.setattr(writing, "_write_draft", _failing(number))
    with pytest.raises(WriteFault) as raised:
        write_output(folder, Path("a.pdf"), b"x")
    return raised.value.message.id, raised.value.message.en


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM])
def test_a_folder_that_may_not_be_written_to_is_no_file_open_elsewhere(number, tmp_path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    told, twin = _told(tmp_path, number, monkeypatch)
    assert told.endswith("foldernya tidak boleh ditulisi; minta izin menulis di folder itu, atau pilih tempat lain")
    assert "may not be written to" in twin


def test_a_file_may_be_open_elsewhere_where_its_folder_takes_others(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_, **__: True)
    told, _ = _told(tmp_path, errno.EACCES, monkeypatch)
    assert "sedang terbuka di program lain" in told


def test_a_place_that_takes_no_files_was_not_deleted_meanwhile(tmp_path, monkeypatch):
    told, twin = _told(tmp_path, errno.ENOENT, monkeypatch)
    assert told.endswith("foldernya tidak menerima berkas baru; pilih tempat lain")
    assert twin.endswith("its folder takes no new files; choose another place")


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.EISDIR, errno.ENXIO, errno.ENOTDIR])
def test_no_option_is_advised_that_some_commands_lack(number, tmp_path, monkeypatch):
    for told in _told(tmp_path, number, monkeypatch):
        assert "-o" not in told.split()
