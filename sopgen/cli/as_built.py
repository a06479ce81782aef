"""Files that are called as specs examined: which of them are those specs' own as built, and which are anything else.

A name says nothing: a document is a spec's own where it carries that very spec and its seal is whole. Any other is
judged as every file is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from sopgen.cli.specs import Held, is_document, stem_shared
from sopgen.cli.standard_input import STANDARD_INPUT
from sopgen.diagnostics import Refusal

if TYPE_CHECKING:
    from sopgen.scene import Origin

Kind = Literal["built", "paper", "other"]


def parted(held: Held) -> Held:
    """`made` with those alone that are as built; others are among the files, or among sopgen's other papers."""
    specs = [path for path in held.files if path != STANDARD_INPUT and not is_document(path)]
    stems = {stem_shared(path) for path in specs}
    named = [*held.made, *(path for path in held.foreign if stem_shared(path) in stems)]
    if not named:
        return held
    asked = {stem_shared(path) for path in held.made}
    origins: dict[str, list[Origin]] = {}
    for spec in specs:
        if stem_shared(spec) in asked:
            origins.setdefault(stem_shared(spec), []).extend(_origins(spec))
    kinds = {path: _kind(path, origins.get(stem_shared(path), ())) for path in named}
    others = [path for path in held.made if kinds[path] == "other"]
    return held._replace(
        files=_among(held.files, others),
        made=[path for path in held.made if kinds[path] == "built"],
        papers=_sorted({*held.papers, *(path for path, kind in kinds.items() if kind == "paper")}),
        foreign=[path for path in held.foreign if kinds.get(path) != "paper"],
    )


def _among(files: list[Path], others: Sequence[Path]) -> list[Path]:
    """By place, as a folder gives them; behind files that were named in an order of their own."""
    if files == _sorted(files):
        return _sorted([*files, *others])
    return [*files, *others]


def _sorted(paths: Iterable[Path]) -> list[Path]:
    return sorted(paths, key=lambda path: path.parts)


def _origins(spec: Path) -> list[Origin]:
    """What a document of this spec carries; nothing where the spec is refused."""
    from sopgen import pipeline

    try:
        return [pipeline.origin_of(pipeline.load(spec))]
    except (Refusal, OSError):
        return []


def _kind(path: Path, origins: Sequence[Origin]) -> Kind:
    """Anything else, where it cannot be read or is no longer as written."""
    from sopgen import finished, pipeline
    from sopgen.render.enclosed import NothingEnclosed

    try:
        data = finished.read_held(path)
        if pipeline.seal_state(data) != "whole":
            return "other"
        if pipeline.maker_of(data) != "build":
            return "paper"
        carried = pipeline.enclosed(data)
    except NothingEnclosed:
        return "paper"
    except Refusal:
        return "other"
    is_own = any((each.spec, each.defaults) == (carried.spec, carried.defaults) for each in origins)
    return "built" if is_own else "other"
