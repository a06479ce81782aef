"""A file that no spec makes any more → what to do with it: nobody is told to delete what a person may need."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from sopgen.cli.building.build_report import ORPHANED
from sopgen.cli.console import shown
from sopgen.cli.writing import MOST_OWN
from sopgen.diagnostics import Message
from sopgen.foreign.files import read_file

Kind = Literal["signed", "changed", "holds a spec", "made"]
"""Signed electronically; not as sopgen wrote it, or no file of its at all; whole, with a spec in it; whole."""

_ADVICE: dict[Kind, Message] = {
    "signed": Message(
        "tetapi ditandatangani secara elektronik. Jangan dihapus (tanda tangan tidak dapat dibuat ulang): pindahkan ke "
        "arsip",
        "but signed electronically. Do not delete it (nobody can make the signature again): move it into the archive",
    ),
    "changed": Message(
        "dan bukan lagi seperti ditulis sopgen: diubah, ditandatangani, atau diganti orang. Jangan dihapus sebelum "
        "diperiksa; pindahkan ke arsip atau ke folder lain",
        "and no longer as sopgen wrote it: somebody changed, signed or replaced it. Do not delete it before you have "
        "looked at it; move it into the archive or another folder",
    ),
    "holds a spec": Message(
        "karena spesifikasinya dihapus atau berganti nama. Bila SOP ini pernah berlaku, pindahkan dokumennya ke arsip; "
        "bila spesifikasinya hilang, ambil kembali dari dalamnya (sopgen extract)",
        "for its spec was deleted or renamed. If this SOP was ever in force, move the document into the archive; if "
        "the spec is lost, take it out of the document (sopgen extract)",
    ),
    "made": Message(
        "karena spesifikasinya dihapus atau berganti nama. Bila pernah dibagikan, pindahkan ke arsip; selebihnya dapat "
        "dibuat lagi dari spesifikasinya",
        "for its spec was deleted or renamed. If it was ever handed out, move it into the archive; else its spec makes "
        "it again",
    ),
}


def orphan_line(path: Path) -> Message:
    advice, name = _ADVICE[_kind_of(path)], shown(path)
    return Message(f"{name}: {ORPHANED.id}, {advice.id}", f"{name}: {ORPHANED.en}, {advice.en}")


def _kind_of(path: Path) -> Kind:
    from sopgen.pipeline import enclosed, seal_state
    from sopgen.render.enclosed import NothingEnclosed
    from sopgen.render.signature import is_signed

    try:
        data = read_file(path, MOST_OWN)
    except OSError:
        return "changed"
    if is_signed(data):
        return "signed"
    if len(data) > MOST_OWN or seal_state(data) != "whole":
        return "changed"
    try:
        enclosed(data)
    except NothingEnclosed:
        return "made"
    return "holds a spec"
