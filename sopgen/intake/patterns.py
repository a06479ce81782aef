"""A regular expression that somebody else wrote, matched in bounded time.

Python's own engine tries one way after another: `(A+/?)+` on thirty letters keeps it busy for years. Here Python's
parser takes the pattern apart and all ways are walked at once (Thompson, 1968): letters times the pattern's size. What
single letters, classes and anchors mean is asked of `re` itself, so that a pattern means what Python says it means.
"""

from __future__ import annotations

import re
import warnings
from functools import lru_cache
from typing import Any, Final, Literal, NamedTuple

from sopgen.diagnostics import Message

MAX_PATTERN: Final = 1000  # characters
MAX_PLACES: Final = 2000  # of a pattern with its repetitions written out
MAX_TEXT: Final = 500  # characters
MAX_WORK: Final = 2_000_000
"""Places times letters. Only lookaheads at many places of a large pattern come near it."""

TOO_LONG: Final = Message("terlalu panjang", "too long")
REFERENCES: Final = Message(
    "acuan ke kelompok sebelumnya tidak dapat dicocokkan dalam waktu terbatas",
    "references to earlier groups cannot be matched in bounded time",
)
POSSESSIVE: Final = Message(
    "pengulangan posesif dan kelompok atomik tidak dapat dicocokkan dalam waktu terbatas",
    "possessive repetitions and atomic groups cannot be matched in bounded time",
)
_UNBOUNDED: Final = {
    "GROUPREF": REFERENCES,
    "GROUPREF_EXISTS": REFERENCES,
    "ATOMIC_GROUP": POSSESSIVE,
    "POSSESSIVE_REPEAT": POSSESSIVE,
}

Kind = Literal["letter", "anchor", "split", "ahead", "behind", "end"]


class PatternFault(ValueError):  # noqa: N818 - the house's word
    """What is wrong with a pattern, in words for its writer."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason.en)
        self.reason = reason


class TooMuchWork(Exception):  # noqa: N818 - idem
    """A text cannot be held against the pattern within `MAX_WORK`."""


class _Place(NamedTuple):
    """One place of a pattern: what is asked there, and which places follow."""

    kind: Kind
    test: re.Pattern[str] | None = None
    inner: _Program | None = None
    wanted: bool = True
    width: int = 0
    following: tuple[int, ...] = ()


class _Program(NamedTuple):
    """Places, the first of them at 0."""

    places: list[_Place]


class BoundedPattern:
    """A pattern whose `fullmatch` costs at most its size times the text's length. Raises `PatternFault`."""

    def __init__(self, raw: str) -> None:
        if len(raw) > MAX_PATTERN:
            raise PatternFault(TOO_LONG)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                re.compile(raw)
                parsed = _PARSER.parse(raw)
            self._program = _Compiler(parsed.state).whole(parsed)
        except (re.error, OverflowError, RecursionError) as error:
            raise PatternFault(Message(str(error), str(error))) from None

    def fullmatch(self, text: str) -> bool:
        """Whether it matches all of the text. Raises `TooMuchWork`, for any text over `MAX_TEXT` too."""
        if len(text) > MAX_TEXT:
            raise TooMuchWork
        return _Walk(text).reaches_end(self._program, 0, len(text))


@lru_cache(maxsize=16)
def bounded_pattern(raw: str) -> BoundedPattern:
    return BoundedPattern(raw)


class _Compiler:
    def __init__(self, state: Any) -> None:
        self._state = state
        self._size = 0

    def whole(self, parsed: Any) -> _Program:
        program = _Program([_Place("split")])
        last = self._sequence(program, parsed, self._state.flags, 0)
        self._link(program, last, self._add(program, _Place("end")))
        return program

    def _add(self, program: _Program, place: _Place) -> int:
        self._size += 1
        if self._size > MAX_PLACES:
            raise PatternFault(TOO_LONG)
        program.places.append(place)
        return len(program.places) - 1

    def _link(self, program: _Program, place: int, following: int) -> None:
        here = program.places[place]
        program.places[place] = here._replace(following=(*here.following, following))

    def _then(self, program: _Program, before: int, place: _Place) -> int:
        here = self._add(program, place)
        self._link(program, before, here)
        return here

    def _sequence(self, program: _Program, items: Any, flags: int, before: int) -> int:
        """The place behind all items, put behind `before`."""
        for item in items:
            before = self._item(program, item, flags, before)
        return before

    def _item(self, program: _Program, item: tuple[Any, Any], flags: int, before: int) -> int:
        operator, value = item
        name = str(operator)
        if reason := _UNBOUNDED.get(name):
            raise PatternFault(reason)
        if name == "SUBPATTERN":
            _, added, removed, inner = value
            return self._sequence(program, inner, (flags | added) & ~removed, before)
        if name == "BRANCH":
            last = self._add(program, _Place("split"))
            for branch in value[1]:
                self._link(program, self._sequence(program, branch, flags, before), last)
            return last
        if name in ("MAX_REPEAT", "MIN_REPEAT"):
            least, most, inner = value
            return self._repeat(program, (least, most), inner, flags, before)
        if name in ("ASSERT", "ASSERT_NOT"):
            direction, inner = value
            kind: Kind = "ahead" if direction > 0 else "behind"
            looked = _Program([_Place("split")])
            last = self._sequence(looked, inner, flags, 0)
            self._link(looked, last, self._add(looked, _Place("end")))
            place = _Place(kind, inner=looked, wanted=name == "ASSERT", width=inner.getwidth()[0])
            return self._then(program, before, place)
        test = self._leaf(item, flags)
        return self._then(program, before, _Place("anchor" if name == "AT" else "letter", test))

    def _repeat(self, program: _Program, times: tuple[int, Any], inner: Any, flags: int, before: int) -> int:
        least, most = times
        if least > MAX_PLACES:
            raise PatternFault(TOO_LONG)
        for _ in range(least):
            before = self._sequence(program, inner, flags, self._then(program, before, _Place("split")))
        last = self._add(program, _Place("split"))
        if most == _CONSTANTS.MAXREPEAT:
            head = self._then(program, before, _Place("split"))
            self._link(program, self._sequence(program, inner, flags, head), head)
            self._link(program, head, last)
            return last
        self._link(program, before, last)
        for _ in range(int(most) - least):
            before = self._sequence(program, inner, flags, self._then(program, before, _Place("split")))
            self._link(program, before, last)
        return last

    def _leaf(self, item: tuple[Any, Any], flags: int) -> re.Pattern[str]:
        """One letter, class or anchor as `re` understands it."""
        alone = _PARSER.SubPattern(self._state, [item])
        compiled: re.Pattern[str] = _COMPILER.compile(alone, flags & ~re.VERBOSE)
        return compiled


class _Walk:
    """One text; counts the work of all walks over it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._work = 0

    def reaches_end(self, program: _Program, start: int, end: int | None) -> bool:
        """Whether the program, begun at `start`, comes to its end exactly at `end`; with None at any letter."""
        here = self._spread(program, {0}, start)
        at = start
        while True:
            if (end is None or at == end) and any(program.places[place].kind == "end" for place in here):
                return True
            if not here or at == (len(self._text) if end is None else end):
                return False
            letter = self._text[at]
            at += 1
            after = {
                following
                for each in here
                if (place := program.places[each]).kind == "letter" and place.test is not None
                if place.test.match(letter)
                for following in place.following
            }
            here = self._spread(program, after, at)

    def _spread(self, program: _Program, begun: set[int], at: int) -> set[int]:
        """All places that can be reached without a letter."""
        found: set[int] = set()
        waiting = list(begun)
        while waiting:
            number = waiting.pop()
            if number in found:
                continue
            found.add(number)
            self._work += 1
            if self._work > MAX_WORK:
                raise TooMuchWork
            place = program.places[number]
            if place.kind not in ("letter", "end") and self._holds(place, at):
                waiting += place.following
        return found

    def _holds(self, place: _Place, at: int) -> bool:
        if place.kind == "anchor" and place.test is not None:
            return place.test.match(self._text, at) is not None
        if place.inner is None:
            return True
        if place.kind == "ahead":
            return self.reaches_end(place.inner, at, None) == place.wanted
        start = at - place.width
        return (start >= 0 and self.reaches_end(place.inner, start, at)) == place.wanted


_PARSER: Any = re._parser  # type: ignore[attr-defined]  # noqa: SLF001 - Python's own parser has no public name
_COMPILER: Any = re._compiler  # type: ignore[attr-defined]  # noqa: SLF001 - idem
_CONSTANTS: Any = re._constants  # type: ignore[attr-defined]  # noqa: SLF001 - idem
