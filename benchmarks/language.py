"""How well the rules read Indonesian: false alarms and misses on 300 sentences: `python benchmarks/language.py`.

`--list` prints every sentence that is judged otherwise than labelled. Each sentence stands as step 2 of a small SOP
that is otherwise without findings of these rules; see benchmarks/language/sentences.tsv.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sopgen.intake.loaded import Loaded  # noqa: E402 - idem
from sopgen.intake.memory_source import MemorySource  # noqa: E402 - idem
from sopgen.intake.sop import Arah, Isi, Kegiatan, Pelaksana, Sop  # noqa: E402 - idem
from sopgen.rules.codes import rule_module  # noqa: E402 - a script beside its package
from sopgen.rules.finding import Spec  # noqa: E402 - idem

SENTENCES = ROOT / "benchmarks" / "language" / "sentences.tsv"
CODES = ("FMT-03", "KEG-01", "KEG-02", "KEG-03", "KEG-04", "KEG-05")
LANES = {
    "analis": "Analis Kebijakan",
    "kabag": "Kabag Umum",
    "kasubbag": "Kasubbag Keuangan",
    "arsiparis": "Arsiparis",
    "pemohon": "Pemohon",
}


class Sentence(NamedTuple):
    step: str
    due: frozenset[str]
    text: str


class Score(NamedTuple):
    """Counts over all sentences: due and found, found but not due, due but not found."""

    right: Counter[str]
    false_alarms: Counter[str]
    misses: Counter[str]


def read_sentences() -> list[Sentence]:
    lines = SENTENCES.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [Sentence(step, frozenset(labels.split(",")) - {"-"}, text) for step, labels, text in rows]


def found_in(sentence: Sentence) -> frozenset[str]:
    """The codes that the rules raise for the sentence."""
    ways = (Arah(3, "Ya"), Arah(1, "Tidak")) if sentence.step == "decision" else (Arah(3),)
    following = sentence.step if sentence.step in LANES else "analis"
    sop = Sop(
        "Pembuatan Surat",
        tuple(Pelaksana(key, name) for key, name in LANES.items()),
        (
            Kegiatan(1, Isi("Menyiapkan bahan"), ("analis",), (Arah(2),)),
            Kegiatan(2, Isi(sentence.text), ("analis",), ways, keputusan=len(ways) > 1),
            Kegiatan(3, Isi("Mendokumentasikan berkas"), (following,), (Arah(None),)),
        ),
    )
    loaded = Loaded(sop, MemorySource("s.sop.yaml", b""), b"", ())
    spec = Spec(loaded, date(2026, 1, 15))
    return frozenset(
        code for code in CODES if any(found.path[:2] == ("kegiatan", 1) for found in rule_module(code).check(spec))
    )


def score(sentences: list[Sentence]) -> Score:
    result = Score(Counter(), Counter(), Counter())
    for sentence in sentences:
        found = found_in(sentence)
        result.right.update(found & sentence.due)
        result.false_alarms.update(found - sentence.due)
        result.misses.update(sentence.due - found)
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description="False alarms and misses on labelled sentences.")
    parser.add_argument("--list", action="store_true", help="print each sentence judged otherwise than labelled")
    wanted = parser.parse_args()
    sentences = read_sentences()
    if wanted.list:
        for sentence in sentences:
            found = found_in(sentence)
            if found != sentence.due:
                alarms, missed = sorted(found - sentence.due), sorted(sentence.due - found)
                print(f"+{','.join(alarms) or '-':14} -{','.join(missed) or '-':14} {sentence.step:9} {sentence.text}")
    total = score(sentences)
    print(
        f"{len(sentences)} sentences\n\n| rule | due | found rightly | false alarms | misses |\n|---|---|---|---|---|"
    )
    for code in CODES:
        due = total.right[code] + total.misses[code]
        print(f"| {code} | {due} | {total.right[code]} | {total.false_alarms[code]} | {total.misses[code]} |")


if __name__ == "__main__":
    main()
