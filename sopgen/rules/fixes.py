"""A spec's text → the same text with what is mechanical and safe mended: every comment and every other letter stays.

Safe is what changes no meaning: quotation marks that Word put in YAML's place, "SOP" before a title, an item said
twice, numbers typed into a list that is printed numbered, the order of columns where nothing else hangs on it, loan
words used as verbs, "No." in the name of a law. Each is one edit by `sopgen.editing`; what cannot be edited so is left
alone.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from sopgen.diagnostics import Diagnostic, Replacement, Span, lines_with_ends, split_lines
from sopgen.editing import Draft, EditFault, apply_operation
from sopgen.intake.sop import BOXES
from sopgen.rules.catalogue.hdr_07 import TYPED, TYPED_STEP
from sopgen.rules.language.spelling.laws import with_nomor
from sopgen.rules.language.spelling.nonstandard import loan_verb
from sopgen.rules.language.verbs import goes_on, loan_mended
from sopgen.rules.language.words import words
from sopgen.rules.mechanical import NUMBERED, QUOTED, WORD
from sopgen.rules.titles import bare_title

Operation = dict[str, Any]
Place = tuple[str | int, ...]
_NUMBERED_ITEMS: Final = "HDR-07 TYPED"
_NUMBER_OF_LAW: Final = "EJA-01 Nomor"
_LOAN_WORD: Final = "EJA-01 loan"


class Fixed(NamedTuple):
    """`edits` is how many were made; `text` is the whole file."""

    text: str
    edits: int


class _Mend(NamedTuple):
    """An edit, and which finding it ends: of `finder` at `place`, and where several words may be wrong, of `word`."""

    finder: str
    place: Place
    operation: Operation
    word: str = ""


def fixed(text: str, findings: Sequence[Diagnostic] | None = None) -> Fixed:
    """All safe mends made, or those alone that end one of the `findings`. Raises `EditFault` where it is no YAML.

    Of one text one word is mended: what was found in it is to be looked for anew.
    """
    draft, count = Draft(text), 0
    wanted = None if findings is None else [_Wanted.of(each) for each in findings]
    for finder in _FINDERS:
        mended: set[Place] = set()
        for mend in [*_mends_of(finder, draft.data)]:
            path = tuple(mend.operation.get("path", ()))
            if (mend.word and path in mended) or not (wanted is None or any(each.takes(mend) for each in wanted)):
                continue
            if _made(draft, mend.operation):
                count += 1
                mended.add(path)
    return Fixed(draft.text, count)


def with_fixes(text: str, file: str, findings: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """The findings of one spec, those that a safe mend ends with the replacements that make it."""
    wanted = [_Wanted.of(each) for each in findings]
    if not any(each.finder in _FINDERS for each in wanted):
        return findings
    try:
        data = Draft(text).data
    except EditFault:
        return findings
    mends = [mend for finder in _FINDERS for mend in _mends_of(finder, data)]
    return tuple(
        each._replace(fix=_replacements(text, file, [mend.operation for mend in mends if asked.takes(mend)]))
        for each, asked in zip(findings, wanted, strict=True)
    )


class _Wanted(NamedTuple):
    """What a finding asks to be mended."""

    finder: str
    place: Place
    word: str

    @classmethod
    def of(cls, found: Diagnostic) -> _Wanted:
        finder = _finder(found)
        quoted = QUOTED.search(found.message.id) if finder == _LOAN_WORD else None
        return cls(finder, _place(finder, found.path), quoted["inside"] if quoted else "")

    def takes(self, mend: _Mend) -> bool:
        return (self.finder, self.place, self.word) == (mend.finder, mend.place, mend.word)


def _mends_of(finder: str, data: Any) -> Iterator[_Mend]:
    for operation in _FINDERS[finder](data):
        word = operation.pop("word", "")
        yield _Mend(finder, _place(finder, operation.get("path", ())), operation, word)


def _finder(found: Diagnostic) -> str:
    """The rule whose mend ends a finding, where that is another one's too."""
    if found.code == "SIM-02":  # where the first to act does not stand first, the order of the columns is mended
        return "AKT-05"
    if found.code == "HDR-07" and found.message in {TYPED, TYPED_STEP}:
        return _NUMBERED_ITEMS
    if found.code == "EJA-01" and (word := QUOTED.search(found.message.id)):
        if loan_verb(word["inside"]):
            return _LOAN_WORD
        return _NUMBER_OF_LAW if found.path[:1] == ("dasar_hukum",) and _is_nomor(word["inside"]) else found.code
    return found.code


def _is_nomor(written: str) -> bool:
    """Whether it is a short form of "Nomor"."""
    return with_nomor(f"{written} 1") != f"{written} 1"


def _place(finder: str, path: Sequence[str | int]) -> Place:
    """Columns are mended at once, and a box's numbers: one without its number would leave the others with theirs."""
    return tuple(path[: {"AKT-05": 0, _NUMBERED_ITEMS: 1}.get(finder, 3)])


def _made(draft: Draft, operation: Operation) -> bool:
    before = draft.text
    try:
        apply_operation(draft, operation)
    except EditFault:
        return False
    return draft.text != before


def _replacements(text: str, file: str, operations: list[Operation]) -> tuple[Replacement, ...]:
    """What the operations change: texts each by itself, so that mends of one box do not cross; all else together.

    From the last place to the first, so that one made after another finds its place too.
    """
    alone = all(operation["op"] == "set" for operation in operations)
    groups = [[operation] for operation in operations] if alone else [operations]
    return tuple(each for group in reversed(groups) if (each := _replacement(text, file, group)))


def _replacement(text: str, file: str, operations: list[Operation]) -> Replacement | None:
    """From the first letter that differs to the last."""
    draft = Draft(text)
    for operation in operations:
        _made(draft, operation)
    if draft.text == text:
        return None
    after, least = draft.text, min(len(text), len(draft.text))
    head = next((i for i in range(least) if text[i] != after[i]), least)
    tail = next((i for i in range(least - head) if text[-1 - i] != after[-1 - i]), least - head)
    start, end = _line_and_column(text, head), _line_and_column(text, len(text) - tail)
    return Replacement(Span(file, *start), end, after[head : len(after) - tail])


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    before = split_lines(text[:offset])
    return len(before), len(before[-1]) + 1


def _texts(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    match data:
        case str():
            yield path, data
        case dict():
            for key, value in data.items():
                yield from _texts(value, (*path, key))
        case list():
            for index, value in enumerate(data):
                yield from _texts(value, (*path, index))


def _boxes(data: Any) -> Iterator[tuple[str, list[str]]]:
    for key in BOXES:
        items = data.get(key) if isinstance(data, dict) else None
        if isinstance(items, list) and all(isinstance(item, str) for item in items):
            yield key, items


def _quotes(data: Any) -> Iterator[Operation]:
    """Curly marks around a whole value were meant for YAML, and would be printed."""
    for path, value in _texts(data):
        if found := QUOTED.fullmatch(value.strip()):
            yield {"op": "set", "path": list(path), "value": found["inside"].strip()}


def _title(data: Any) -> Iterator[Operation]:
    title = data.get("judul") if isinstance(data, dict) else None
    if isinstance(title, str) and (bare := bare_title(title)) != " ".join(title.split()):
        yield {"op": "set", "path": ["judul"], "value": bare}


def _twice(data: Any) -> Iterator[Operation]:
    """From the last item up, so that those before keep their places."""
    for key, items in _boxes(data):
        said = [words(item) for item in items]
        for index in range(len(items) - 1, 0, -1):
            if said[index] and said[index] in said[:index]:
                yield {"op": "remove", "path": [key, index], "comments": "keep"}


def _numbers(data: Any) -> Iterator[Operation]:
    """Only where all items are numbered in order, repeated ones aside: the form prints numbers itself, steps' too."""
    for key, items in _boxes(data):
        found = [NUMBERED.fullmatch(item) for item in items]
        numbers = [int(each["number"]) for at, each in enumerate(found) if each and items[at] not in items[:at]]
        if items and all(found) and numbers == [*range(1, len(numbers) + 1)]:
            for index, each in enumerate(found):
                if each:
                    yield {"op": "set", "path": [key, index], "value": each["rest"]}
    for index, path, text in _step_texts(data):
        typed = NUMBERED.fullmatch(text)
        if typed and int(typed["number"]) == index + 1:
            yield {"op": "set", "path": path, "value": typed["rest"]}


def _numbers_of_laws(data: Any) -> Iterator[Operation]:
    laws = data.get("dasar_hukum") if isinstance(data, dict) else None
    for path, name in _texts(laws, ("dasar_hukum",)):
        if (mended := with_nomor(name)) != name:
            yield {"op": "set", "path": list(path), "value": mended}


def _step_texts(data: Any) -> Iterator[tuple[int, list[str | int], str]]:
    """Of each step its place in the order, and the place and words of its text."""
    steps = data.get("kegiatan") if isinstance(data, dict) else None
    for index, step in enumerate(steps if isinstance(steps, list) else ()):
        text = step.get("uraian") if isinstance(step, dict) else None
        inner = ["teks"] if isinstance(text, dict) else []
        text = text.get("teks") if isinstance(text, dict) else text
        if isinstance(text, str):
            yield index, ["kegiatan", index, "uraian", *inner], text


def _loans(data: Any) -> Iterator[Operation]:
    for _, path, text in _step_texts(data):
        if (mended := loan_mended(text)) != text:
            yield {"op": "set", "path": path, "value": mended}


def _loan_words(data: Any) -> Iterator[Operation]:
    """Behind the head of a text, or where the rule about heads says nothing of it."""
    for _, path, text in _step_texts(data):
        for found in WORD.finditer(text):
            meant = loan_verb(found[0])
            if meant and not goes_on(text[found.end() :]):
                value = text[: found.start()] + meant + text[found.end() :]
                yield {"op": "set", "path": path, "value": value, "word": found[0]}


def _lanes(data: Any) -> Iterator[Operation]:
    """Columns by who acts first; not where groups, manual routes or idle columns hang on their order."""
    if not isinstance(data, dict):
        return
    lanes, steps = data.get("pelaksana"), data.get("kegiatan")
    if not isinstance(lanes, dict) or not isinstance(steps, list):
        return
    if any(isinstance(lane, dict) and "kelompok" in lane for lane in lanes.values()) or "rute" in str(steps):
        return
    acting: dict[str, None] = {}
    for step in steps:
        who = step.get("pelaksana") if isinstance(step, dict) else None
        acting |= dict.fromkeys(who if isinstance(who, list) else [who] if isinstance(who, str) else [])
    if set(acting) == set(lanes) and [*acting] != [*lanes]:
        for position, key in enumerate(acting):
            yield {"op": "move_executor", "key": key, "position": position}


_FINDERS: Final[dict[str, Callable[[Any], Iterator[Operation]]]] = {
    "TIK-01": _quotes,
    "JDL-06": _title,
    _NUMBERED_ITEMS: _numbers,
    _NUMBER_OF_LAW: _numbers_of_laws,
    "HDR-07": _twice,
    "KEG-01": _loans,
    _LOAN_WORD: _loan_words,
    "AKT-05": _lanes,
}
"""By the rule whose finding each mends, in the order in which they are made: quoted or numbered, items look unlike."""


def difference(before: str, after: str, file: str) -> str:
    """What changed, as a unified diff."""
    lines = difflib.unified_diff(
        lines_with_ends(before), lines_with_ends(after), file, f"{file} (sopgen check --fix)", n=1
    )
    return "".join(line.rstrip("\r\n") + "\n" for line in lines)
