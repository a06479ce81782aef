"""A spec → its misspelt words, each at its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from sopgen.intake.loaded import Loaded, Place
from sopgen.intake.sop import BOXES
from sopgen.rules.language.offices import written_out
from sopgen.rules.language.shortnames import is_clipped
from sopgen.rules.language.slips import texts_of
from sopgen.rules.language.spelling.laws import slips_in
from sopgen.rules.language.spelling.near import like, speller
from sopgen.rules.language.spelling.nonstandard import standard
from sopgen.rules.language.spelling.texts import Kind, is_plain, judged_words, plain_words

_CELLS: Final = frozenset({"uraian", "kelengkapan", "output", "keterangan"})
_LAWS: Final = "dasar_hukum"
_TITLES: Final = frozenset({"judul", "keterkaitan", _LAWS})
_KINDS: Final = frozenset({"peraturan", "keputusan", "instruksi", "surat edaran"})
"""Of laws; behind them stands who made it."""
_HABIT: Final = 3
"""Times. Who writes a word so often means it."""
_MOST_STRANGE: Final = 60
_FEW_STRANGE: Final = 12
_STRANGE_SHARE: Final = 0.25
"""Words that no dictionary explains. A text of more is in another language, and looking for neighbours takes time."""
_SHORTEST_CAPITALISED: Final = 6  # letters


class Misspelt(NamedTuple):
    """`is_sure`: known to be no standard form, not only missing in a dictionary."""

    written: str
    meant: str
    is_sure: bool = False


def misspelt_in(loaded: Loaded) -> Iterator[tuple[Place, Misspelt]]:
    own = frozenset(word.lower() for word in loaded.setelan.kata)
    texts, often, foreign = _counted(loaded)
    meant_by = None if foreign else speller()
    rare = {word for word, times in often.items() if times < _HABIT}
    # Most words are right, and stand in many texts: each is judged once.
    better = {word: standard(word) for word in often}
    meant = {word: meant_by.meant(word) for word in rare} if meant_by else {}
    judged = {word for word in often if word not in own and (better[word] or meant.get(word))}
    for place, text in texts:
        told: set[str] = set()
        if place[0] == _LAWS:
            for slip in dict.fromkeys(slips_in(text)):
                told.add(slip.written.lower())
                yield place, Misspelt(slip.written, slip.meant, is_sure=True)
        for written in _words(place, text) if _has_any(text, judged) else ():
            word = written.lower()
            if word not in judged or word in told:
                continue
            told.add(word)
            # Laws of old keep the spelling of their day: "Retribusi Ijin Gangguan".
            if place[0] != _LAWS and better[word]:
                yield place, Misspelt(written, like(written, better[word]), is_sure=True)
            elif meant.get(word) and not (
                _may_be_name(place, written) or _is_kind_of_law(place, written, text) or _is_an_executor(word, loaded)
            ):
                yield place, Misspelt(written, like(written, meant[word]))


def _has_any(text: str, words: Collection[str]) -> bool:
    """Whether it is worth to take a text apart."""
    lowered = text.lower()
    return any(word in lowered for word in words)


def is_foreign(loaded: Loaded) -> bool:
    """Whether so many words are strange that the dictionary is left closed."""
    return _counted(loaded).foreign


class _Counted(NamedTuple):
    """Every text with its place, how often each word stands in all of them, and whether too many are strange."""

    texts: list[tuple[Place, str]]
    often: Counter[str]
    foreign: bool


_newest: Final[dict[str, tuple[object, _Counted]]] = {}
"""The spec that was counted last: a check asks twice of each."""


def _counted(loaded: Loaded) -> _Counted:
    tree, known = _newest.get("", (None, None))
    if known is not None and tree is loaded.data:
        return known
    texts = list(_texts(loaded))
    # Nearly all cells are plain prose, whose words can be counted in one go.
    plain: list[str] = []
    others: list[str] = []
    for place, text in texts:
        if place[0] not in _TITLES and is_plain(text):
            plain.append(text)
        else:
            others += _words(place, text)
    often = Counter(plain_words("\n".join(plain).lower()))
    often.update(map(str.lower, others))
    counted = _Counted(texts, often, _is_foreign(often.keys()))
    _newest[""] = (loaded.data, counted)
    return counted


def _is_foreign(words: Collection[str]) -> bool:
    judge = speller()
    strange = sum(map(judge.is_strange, words)) if judge else 0
    return strange > min(_MOST_STRANGE, max(_FEW_STRANGE, _STRANGE_SHARE * len(words)))


def _may_be_name(place: Place, written: str) -> bool:
    """Names are short, too; what opens a cell or a sentence of the steps has its capital from there."""
    least = _SHORTEST_CAPITALISED - (place[0] == "kegiatan")
    return written[:1].isupper() and len(written) < least


def _is_kind_of_law(place: Place, written: str, text: str) -> bool:
    """Whether a law or who made it is called so in short: "Perkap Nomor 14", "Peraturan Menpan RB"; words of whole
    names are judged by `slips_in`.
    """
    ahead, _, rest = text.partition(written)
    if place[0] != _LAWS or not written[:1].isupper():
        return False
    behind = rest.split(maxsplit=1)
    opens = not ahead and bool(behind) and behind[0].rstrip(".") in {"Nomor", "No"}
    return opens or ahead.strip().casefold() in _KINDS


def _is_an_executor(word: str, loaded: Loaded) -> bool:
    """Whether a word is short for a column's name: "kalaksa", of Kepala Pelaksana."""
    return any(is_clipped(word, written_out(lane.nama)) for lane in loaded.sop.pelaksana)


def _texts(loaded: Loaded) -> Iterator[tuple[Place, str]]:
    for place, text in texts_of(loaded.data):
        in_cell = place[0] == "kegiatan" and len(place) > 2 and place[2] in _CELLS
        if in_cell or place[0] == "judul" or place[0] in BOXES:
            yield place, text
    yield from _inherited(loaded)


def _inherited(loaded: Loaded) -> Iterator[tuple[Place, str]]:
    """What the boxes have of sopgen.yaml: printed as well, and one finding however many specs share it."""
    own = loaded.data if isinstance(loaded.data, dict) else {}
    for key in BOXES if loaded.defaults is not None else ():
        box = getattr(loaded.sop, key)
        if key not in own:
            yield from (((key,), text) for text in (box.teks,) if text)
            yield from (((key, number), item) for number, item in enumerate(box.butir))


def _words(place: Place, text: str) -> list[str]:
    return list(judged_words(text, Kind.TITLE if place[0] in _TITLES else Kind.PROSE))
