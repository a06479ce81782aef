"""The hidden codes of rows: ids, and `#…` for rows without one; whose a code is that was copied or lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from sopgen.intake.form.words import folded


def row_codes(said: Sequence[str], texts: Sequence[str], known: Mapping[str, str]) -> list[str]:
    """A code for each row, none twice. `said`: what stands in the rows; `known`: code → words when the form was made.

    A row that was copied has its code twice: it stays with the words that it was given to. A row whose code is lost
    has it back where its words are nobody else's.
    """
    rows = range(len(said))
    words = [folded(text) for text in texts]
    owners: dict[str, int] = {}
    for row in rows:
        if said[row] and _owns(row, said, words, known, owners):
            owners[said[row]] = row
    codes = {row: code for code, row in owners.items()}
    lost = {code: folded(text) for code, text in known.items() if code not in owners}
    by_words = {text: code for code, text in lost.items() if Counter(lost.values())[text] == 1}
    counted = Counter(words)
    for row in rows:
        if row not in codes and counted[words[row]] == 1 and words[row] in by_words:
            codes[row] = by_words[words[row]]
    return [codes.get(row, f"#baru{row + 1}") for row in rows]


def _owns(
    row: int, said: Sequence[str], words: Sequence[str], known: Mapping[str, str], owners: Mapping[str, int]
) -> bool:
    """Whether this row has a better claim to its code than the one above that has it."""
    code = said[row]
    if code not in owners:
        return True
    wanted = folded(known.get(code, ""))
    return bool(wanted) and words[row] == wanted and words[owners[code]] != wanted
