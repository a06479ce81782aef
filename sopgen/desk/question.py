"""What a host asks of the desk, and what it is answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from sopgen.diagnostics import Diagnostic

Json = dict[str, Any]


class File(NamedTuple):
    """A file to be saved."""

    name: str
    media_type: str
    data: bytes


class Question(NamedTuple):
    """`data` is JSON; `blobs` are the bytes that belong to it by name: an opened file, logos.

    `locate`: where a document's `place` is, for a host with a folder.
    """

    data: Json
    blobs: Mapping[str, bytes] = MappingProxyType({})
    locate: Callable[[str], Path] | None = None


class Answer(NamedTuple):
    """`data` is JSON. With `refusals` there is nothing else."""

    data: Json
    files: tuple[File, ...] = ()
    refusals: tuple[Diagnostic, ...] = ()
