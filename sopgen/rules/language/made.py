"""What the steps of an SOP made so far, in the words of their outputs or in others."""

from __future__ import annotations

from typing import Final

from sopgen.rules.language.roots import core_of
from sopgen.rules.language.shortnames import is_clipped
from sopgen.rules.language.words import all_words, content_words, words

_LONGEST: Final = 8  # letters of a short name


class Made:
    def __init__(self) -> None:
        self._outputs: list[str] = []
        self._content, self._every = set[str](), set[str]()
        self._cores: set[str] = set()
        self._seen = 0

    def add(self, output: str) -> None:
        self._outputs.append(output)
        self._content |= content_words(output)
        self._every |= all_words(output)

    def has_words_of(self, needed: str) -> bool:
        """Whether a text has a word in common with an output that means something in either."""
        return not (self._every.isdisjoint(content_words(needed)) and self._content.isdisjoint(all_words(needed)))

    def has_otherwise(self, needed: str) -> bool:
        """Whether a text names an output with other affixes ("Berkas diperiksa", "Hasil pemeriksaan"), or by one word
        clipped of its first ones: "Rendak", of "Rencana dakwaan".
        """
        for output in self._outputs[self._seen :]:
            self._cores.update(map(core_of, content_words(output)))
        self._seen = len(self._outputs)
        if any(core in self._cores for core in map(core_of, content_words(needed)) if core):
            return True
        said = words(needed)
        if len(said) != 1 or len(said[0]) > _LONGEST:
            return False
        return any(is_clipped(said[0], words(each)) for each in self._outputs if each[:1].casefold() == said[0][0])
