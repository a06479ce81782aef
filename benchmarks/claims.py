"""Precision and recall of each rule on labelled claims: `python benchmarks/claims.py [--list] [RULE …]`.

A claim is one rule at one place of a small SOP that is otherwise fine: benchmarks/language/claims.tsv, and the
sentences of benchmarks/language.py, each a claim on six rules. Written before the rules were mended.

In the fourth column `||` parts what else the SOP has: "Kolom: X" a column X more, "Kait: X" a keterkaitan, other
words those that the finding must quote. `mb`: the output before => kelengkapan; `io`: uraian => kelengkapan => output;
`wkt`: uraian => waktu; `alat`: peralatan => kelengkapan; `alur`: sifat // lane: uraian // …
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.language import CODES, found_in, read_sentences  # noqa: E402 - a script beside its package
from sopgen.diagnostics import Diagnostic  # noqa: E402 - idem
from sopgen.intake import load_spec  # noqa: E402 - idem
from sopgen.intake.memory_source import MemorySource  # noqa: E402 - idem
from sopgen.rules import check_spec  # noqa: E402 - idem

LANGUAGE = ROOT / "benchmarks" / "language"
CLAIMS = (LANGUAGE / "claims.tsv", LANGUAGE / "spelling.tsv")
SECOND = (LANGUAGE / "claims-2.tsv", LANGUAGE / "spelling-2.tsv")
THIRD = (LANGUAGE / "claims-3.tsv",)
TODAY = date(2026, 6, 30)
LANES = {
    "analis": "Analis Kebijakan",
    "kabag": "Kabag Umum",
    "kasubbag": "Kasubbag Keuangan",
    "arsiparis": "Arsiparis",
    "pemohon": "Pemohon",
}
MORE_LANES = {"petugas": "Petugas", "staf": "Staf"}
BOXES = {
    "dasar": "dasar_hukum",
    "kual": "kualifikasi_pelaksana",
    "kait": "keterkaitan",
    "ingat": "peringatan",
    "catat": "pencatatan",
}


class Claim(NamedTuple):
    rule: str
    due: bool
    where: str
    text: str


class Score(NamedTuple):
    right: int = 0
    false_alarms: int = 0
    misses: int = 0
    fine: int = 0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.false_alarms) if self.right + self.false_alarms else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.misses) if self.right + self.misses else 1.0


def read_claims(*paths: Path) -> list[Claim]:
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [Claim(rule, label == "+", where, text) for rule, label, where, text in rows]


def spec_of(claim: Claim) -> dict[str, Any]:
    """The SOP of a claim as its YAML tree."""
    text, *more = (part.strip() for part in claim.text.split("||"))
    parts = [part.strip() for part in text.split("=>")]
    lanes = dict(LANES)
    spec: dict[str, Any] = {
        "judul": "Pembuatan Surat",
        "tanggal": {"pembuatan": "2026-02-16", "efektif": "2026-03-02"},
        "pelaksana": lanes,
        "keterkaitan": ["SOP Pengelolaan Arsip Dinamis"],
        "peralatan": ["Komputer", "Alat tulis kantor"],
        "kualifikasi_pelaksana": ["Memahami tata naskah dinas"],
    }
    step: dict[str, Any] = {"uraian": "Menyusun konsep", "pelaksana": "analis", "waktu": "1 jam"}
    first = {"uraian": "Menyiapkan bahan", "pelaksana": "analis", "waktu": "1 jam"}
    last = {"uraian": "Mendokumentasikan berkas", "pelaksana": "analis", "waktu": "1 jam"}
    kind, _, receiver = claim.where.partition(":")
    for each in more:
        key, _, value = each.partition(": ")
        if key == "Kolom":
            lanes["baru"] = value
        elif key == "Kait":
            spec["keterkaitan"] = [value]
    if receiver:
        last["pelaksana"] = receiver
    if kind in BOXES:
        spec[BOXES[kind]] = [text]
    match kind:
        case "judul":
            spec["judul"] = text
        case "u" | "d":
            step["uraian"] = text
            if kind == "d":
                step["keputusan"] = {"Ya": "3", "Tidak": "1"}
        case "waktu":
            step["waktu"] = text
        case "bersama":
            step |= {"pelaksana": ["analis", "kabag"], "bersama": text}
            last["pelaksana"] = "kabag"
        case "ket":
            step["keterangan"] = text
        case "alat":
            spec["peralatan"], step["kelengkapan"] = [parts[0]], parts[1]
        case "mb":
            first["output"], step["kelengkapan"] = parts
        case "io":
            step |= dict(zip(("uraian", "kelengkapan", "output"), parts, strict=False))
        case "wkt":
            step |= dict(zip(("uraian", "waktu"), parts, strict=True))
        case "alur":
            return spec | flow_of(text)
    return spec | {"kegiatan": [first, step, last]}


def flow_of(text: str) -> dict[str, Any]:
    sifat, *steps = (part.strip() for part in text.split("//"))
    told = [step.split(": ", 1) for step in steps]
    used = {lane: {**LANES, **MORE_LANES}[lane] for lane, _ in told}
    return {
        "sifat": sifat,
        "pelaksana": used,
        "kegiatan": [{"uraian": said, "pelaksana": lane, "waktu": "1 jam"} for lane, said in told],
    }


def findings_of(claim: Claim) -> tuple[Diagnostic, ...]:
    """What the claim's rule finds at the claim's place."""
    text = yaml.safe_dump(spec_of(claim), allow_unicode=True, sort_keys=False, width=10_000)
    found = check_spec(load_spec(MemorySource("klaim.sop.yaml", text.encode())), today=TODAY)
    return tuple(each for each in found if speaks_of(each, claim.rule) and is_there(each, claim))


def speaks_of(found: Diagnostic, rule: str) -> bool:
    return rule in (found.code, *getattr(found, "also", ()))


def is_there(found: Diagnostic, claim: Claim) -> bool:
    kind = claim.where.partition(":")[0]
    pointed = [part for part in claim.text.split(" || ")[1:] if ": " not in part]
    if not all(f"“{words}”" in found.message.id for words in pointed):
        return False
    if kind in BOXES:
        return found.path[:1] == (BOXES[kind],)
    return kind in {"judul", "alur"} or 2 in {found.step, *getattr(found, "steps", ())}


def judged(paths: tuple[Path, ...] = CLAIMS) -> Iterator[tuple[Claim, bool]]:
    """Each claim of a set with what the rules say; to the first set the sentences belong, too."""
    for claim in read_claims(*paths):
        yield claim, bool(findings_of(claim))
    if paths != CLAIMS:
        return
    for sentence in read_sentences():
        found = found_in(sentence)
        for rule in CODES:
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
    print(
        f"{len(claims)} claims\n\n| rule | due | found | false alarms | misses | precision | recall |\n"
        + "|---" * 7
        + "|"
    )
    for rule, score in scores(claims).items():
        print(
            f"| {rule} | {score.right + score.misses} | {score.right} | {score.false_alarms} | {score.misses} "
            f"| {score.precision:.0%} | {score.recall:.0%} |"
        )


if __name__ == "__main__":
    main()
