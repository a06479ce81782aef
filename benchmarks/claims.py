"""Precision and recall of each rule on labelled claims: `python benchmarks/claims.py [--list] [RULE …]`.

A claim is one rule at one place of a small SOP that is otherwise fine: benchmarks/language/claims.tsv, and the
sentences of benchmarks/language.py, each a claim on six rules. Written before the rules were mended.

In the fourth column `||` parts what else the SOP has: "Kolom: X" a column X more, "Kait: X" a keterkaitan, other
words those that the finding must quote. `alur`: sifat // lane: uraian // …; the other places: benchmarks/small_sop.py.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks import language  # noqa: E402 - a script beside its package
from benchmarks.small_sop import Score, bare, codes_of, flow_of, found_in, is_there, print_table, put, step  # noqa: E402
from sopgen.diagnostics import Diagnostic  # noqa: E402 - idem

LANGUAGE = ROOT / "benchmarks" / "language"
CLAIMS = (LANGUAGE / "claims.tsv", LANGUAGE / "spelling.tsv")
SECOND = (LANGUAGE / "claims-2.tsv", LANGUAGE / "spelling-2.tsv")
THIRD = (LANGUAGE / "claims-3.tsv",)
LANES = language.LANES
MORE_LANES = {"petugas": "Petugas", "staf": "Staf"}


class Claim(NamedTuple):
    rule: str
    due: bool
    where: str
    text: str


def read_claims(*paths: Path) -> list[Claim]:
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [Claim(rule, label == "+", where, text) for rule, label, where, text in rows]


def spec_of(claim: Claim) -> dict[str, Any]:
    """The SOP of a claim as its YAML tree."""
    text, *more = (part.strip() for part in claim.text.split("||"))
    kind, _, receiver = claim.where.partition(":")
    lanes = dict(LANES)
    spec = bare(lanes)
    for each in more:
        key, _, value = each.partition(": ")
        if key == "Kolom":
            lanes["baru"] = value
        elif key == "Kait":
            spec["keterkaitan"] = [value]
    if kind == "alur":
        return spec | flow_of(text, {**LANES, **MORE_LANES})
    first, second = step("Menyiapkan bahan", "analis"), step("Menyusun konsep", "analis")
    last = step("Mendokumentasikan berkas", receiver or "analis")
    put(kind, text, spec, first, second)
    if kind == "d":
        second["keputusan"] = {"Ya": "3", "Tidak": "1"}
    elif kind == "bersama":
        second["pelaksana"], last["pelaksana"] = ["analis", "kabag"], "kabag"
    return spec | {"kegiatan": [first, second, last]}


def findings_of(claim: Claim) -> tuple[Diagnostic, ...]:
    """What the claim's rule finds at the claim's place, quoting the words that the claim points to."""
    kind = claim.where.partition(":")[0]
    pointed = [part for part in claim.text.split(" || ")[1:] if ": " not in part]
    return tuple(
        each
        for each in found_in(spec_of(claim))
        if claim.rule in codes_of(each)
        and is_there(each, kind)
        and all(f"“{words}”" in each.message.id for words in pointed)
    )


def judged(paths: tuple[Path, ...] = CLAIMS) -> Iterator[tuple[Claim, bool]]:
    """Each claim of a set with what the rules say; to the first set the sentences belong, too."""
    for claim in read_claims(*paths):
        yield claim, bool(findings_of(claim))
    if paths != CLAIMS:
        return
    for sentence in language.read_sentences():
        found = language.found_in(sentence)
        for rule in language.CODES:
            yield Claim(rule, rule in sentence.due, sentence.step, sentence.text), rule in found


def scores(claims: list[tuple[Claim, bool]]) -> dict[str, Score]:
    told = Counter((claim.rule, claim.due, found) for claim, found in claims)
    return {
        rule: Score(told[rule, True, True], told[rule, False, True], told[rule, True, False], told[rule, False, False])
        for rule in sorted({claim.rule for claim, _ in claims})
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="Precision and recall of each rule on labelled claims.")
    parser.add_argument("--list", action="store_true", help="print each claim judged otherwise than labelled")
    parser.add_argument("--second", action="store_true", help="the second set, that no rule was mended on before")
    parser.add_argument("--third", action="store_true", help="the third, of KEG-05 and MB-03 alone")
    parser.add_argument("rules", nargs="*")
    wanted = parser.parse_args()
    paths = THIRD if wanted.third else SECOND if wanted.second else CLAIMS
    claims = [each for each in judged(paths) if not wanted.rules or each[0].rule in wanted.rules]
    if wanted.list:
        for claim, found in claims:
            if found != claim.due:
                print(f"{'false alarm' if found else 'miss':11} {claim.rule} {claim.where:8} {claim.text}")
    print(f"{len(claims)} claims\n")
    print_table(scores(claims))


if __name__ == "__main__":
    main()
