"""Files that are called as specs examined: which of them are those specs' own as built, and which are anything else.

A name says nothing, and a seal only as long as nobody forges one: a document is a spec's own where it carries that very
spec and is, byte by byte, what that spec gives. Any other is judged as every file is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from sopgen.cli.specs import Held, is_held, stem_shared
from sopgen.cli.standard_input import STANDARD_INPUT
from sopgen.diagnostics import Refusal

if TYPE_CHECKING:
    from sopgen.intake import Loaded
    from sopgen.scene import Origin

Kind = Literal["built", "paper", "other"]


def parted(held: Held) -> Held:
    """`made` with those alone that are as built; others are among the files, or among sopgen's other papers."""
    specs = [path for path in held.files if path != STANDARD_INPUT and not is_held(path)]
    stems = {stem_shared(path) for path in specs}
    named = [*held.made, *(path for path in held.foreign if stem_shared(path) in stems)]
    if not named:
        return held
    asked = {stem_shared(path) for path in held.made}
    sources: dict[str, list[Loaded]] = {}
    for spec in specs:
        if stem_shared(spec) in asked:
            sources.setdefault(stem_shared(spec), []).extend(_read(spec))
    kinds = {path: _kind(path, sources.get(stem_shared(path), ())) for path in named}
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


def _read(spec: Path) -> list[Loaded]:
    """Nothing where the spec is refused."""
    from sopgen import pipeline

    try:
        return [pipeline.load(spec)]
    except (Refusal, OSError):
        return []


def _kind(path: Path, sources: Sequence[Loaded]) -> Kind:
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
    own = [each for each in sources if _brings(pipeline.origin_of(each), carried)]
    return "built" if any(_is_as_built(data, each) for each in own) else "other"


def _brings(one: Origin, other: Origin) -> bool:
    return (one.spec, one.defaults) == (other.spec, other.defaults)


def _is_as_built(data: bytes, source: Loaded) -> bool:
    """Whether it is what the spec gives today, as a draft or not."""
    from sopgen import pipeline
    from sopgen.redrawn import drawn_again

    kind: Literal["pdf", "xlsx"] = "pdf" if data.startswith(b"%PDF") else "xlsx"
    drawn = (drawn_again(source, draft=draft) for draft in (False, True))
    return any(document is not None and pipeline.render_document(document, kind) == data for document in drawn)
