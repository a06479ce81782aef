"""The fourth set: texts of many kinds of units, each held against every rule.

`python benchmarks/holdout.py [--list] [RULE …]`.

Unlike the claims of benchmarks/claims.py an item speaks of all rules that could find something where it stands
(`ASKED`): what is not labelled as due must not be found.

Where an item stands: `u ACTOR[>NEXT]` and `d[:LABEL/LABEL] ACTOR>FIRST/SECOND` are the uraian of a step, of a decision;
`out` is uraian => output;
`judul`, `waktu`, `ket`, `bersama`, `dasar`, `kual`, `kait`, and what `||` and `=>` part are those of claims.py.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.claims import BOXES, TODAY, Score  # noqa: E402 - a script beside its package
from sopgen.diagnostics import Diagnostic  # noqa: E402 - idem
from sopgen.intake import load_spec  # noqa: E402 - idem
from sopgen.intake.memory_source import MemorySource  # noqa: E402 - idem
from sopgen.rules import check_spec  # noqa: E402 - idem

HOLDOUT = ROOT / "benchmarks" / "language" / "holdout.tsv"
OF_URAIAN = (
    *("KEG-01", "KEG-02", "KEG-03", "KEG-04", "KEG-05", "KEG-07", "KEG-08"),
    *("FMT-03", "HDR-10", "WKT-01", "EJA-01"),
)
ASKED = {
    "judul": ("JDL-01", "JDL-06", "EJA-01"),
    "u": OF_URAIAN,
    "d": OF_URAIAN,
    "waktu": ("MB-03", "MB-05", "MB-06"),
    "wkt": ("WKT-01", "MB-03", "MB-05", "MB-06"),
    "io": ("MB-07",),
    "mb": ("MB-02",),
    "out": ("MB-08",),
    "dasar": ("HDR-06", "EJA-01"),
    "kual": ("HDR-16", "HDR-20", "EJA-01"),
    "kait": ("HDR-08",),
    "ket": ("HDR-10",),
    "alat": ("HDR-11",),
    "bersama": ("AKT-02",),
    "alur": ("JNS-01", "JNS-02", "JNS-03", "JNS-04"),
}


class Item(NamedTuple):
    due: frozenset[str]
    arguable: frozenset[str]
    lanes: dict[str, Any]
    where: str
    text: str

    @property
    def kind(self) -> str:
        return self.where.split(" ")[0].partition(":")[0]


def read_items(path: Path = HOLDOUT) -> list[Item]:
    rooms: dict[str, dict[str, Any]] = {}
    items = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            room, *lanes = line[1:].split("\t")
            rooms[room] = dict(map(lane_of, lanes))
        elif line and not line.startswith("#"):
            labels, room, where, text = line.split("\t")
            due = [label for label in labels.split(",") if label != "-"]
            arguable = frozenset(label[1:] for label in due if label.startswith("~"))
            items.append(Item(frozenset(due) - {f"~{code}" for code in arguable}, arguable, rooms[room], where, text))
    return items


def lane_of(text: str) -> tuple[str, Any]:
    key, name = text.split("=")
    return (key, {"nama": name[:-1], "eksternal": True}) if name.endswith("*") else (key, name)


def spec_of(item: Item) -> dict[str, Any]:
    """The SOP of an item as its YAML tree."""
    text, *more = (part.strip() for part in item.text.split("||"))
    parts = [part.strip() for part in text.split("=>")]
    kind, (actor, following) = item.kind, way_of(item)
    spec: dict[str, Any] = {
        "judul": "Pembuatan Surat",
        "tanggal": {"pembuatan": "2026-02-16", "efektif": "2026-03-02"},
        "pelaksana": item.lanes,
        "keterkaitan": [each.partition(": ")[2] for each in more] or ["SOP Pengelolaan Arsip Dinamis"],
        "peralatan": ["Komputer", "Alat tulis kantor"],
        "kualifikasi_pelaksana": ["Memahami tata naskah dinas"],
    }
    first, step, *last = (
        {"uraian": uraian, "pelaksana": lane, "waktu": "1 jam"}
        for uraian, lane in [("Menyiapkan bahan", actor), ("Menyusun konsep", actor)]
        + [("Mendokumentasikan berkas", lane) for lane in following]
    )
    if kind in BOXES:
        spec[BOXES[kind]] = [text]
    match kind:
        case "judul":
            spec["judul"] = text
        case "u" | "d":
            step["uraian"] = text
        case "waktu":
            step["waktu"] = text
        case "bersama":
            step |= {"pelaksana": list(item.lanes)[:2], "bersama": text}
        case "ket":
            step["keterangan"] = text
        case "alat":
            spec["peralatan"], step["kelengkapan"] = [parts[0]], parts[1]
        case "mb":
            first["output"], step["kelengkapan"] = parts
        case "io":
            step |= dict(zip(("uraian", "kelengkapan", "output"), parts, strict=True))
        case "out":
            step |= dict(zip(("uraian", "output"), parts, strict=True))
        case "wkt":
            step |= dict(zip(("uraian", "waktu"), parts, strict=True))
        case "alur":
            return spec | flow_of(text, item.lanes)
    if kind == "d":
        labels = item.where.split(" ")[0].partition(":")[2] or "Ya/Tidak"
        step["keputusan"] = dict(zip(labels.replace("_", " ").split("/"), ("3", "4"), strict=True))
        last[0]["lanjut"] = "selesai"
    return spec | {"kegiatan": [first, step, *last]}


def way_of(item: Item) -> tuple[str, list[str]]:
    """Who acts, and who acts in each following step."""
    _, _, way = item.where.partition(" ")
    actor, _, following = (way or next(iter(item.lanes))).partition(">")
    return actor, following.split("/") if following else [actor]


def flow_of(text: str, lanes: dict[str, Any]) -> dict[str, Any]:
    sifat, *steps = (part.strip() for part in text.split("//"))
    told = [step.split(": ", 1) for step in steps]
    return {
        "sifat": sifat,
        "pelaksana": {lane: lanes[lane] for lane, _ in told},
        "kegiatan": [{"uraian": said, "pelaksana": lane, "waktu": "1 jam"} for lane, said in told],
    }


def found_in(item: Item) -> frozenset[str]:
    """The rules that find something where the item stands, of those that are asked there."""
    text = yaml.safe_dump(spec_of(item), allow_unicode=True, sort_keys=False, width=10_000)
    found = check_spec(load_spec(MemorySource("butir.sop.yaml", text.encode())), today=TODAY)
    told = {code for each in found if is_there(each, item) for code in (each.code, *getattr(each, "also", ()))}
    return frozenset(told & set(ASKED[item.kind]))


def is_there(found: Diagnostic, item: Item) -> bool:
    if item.kind in BOXES:
        return found.path[:1] == (BOXES[item.kind],)
    return item.kind in {"judul", "alur"} or 2 in {found.step, *getattr(found, "steps", ())}


def judged() -> Iterator[tuple[Item, frozenset[str]]]:
    for item in read_items():
        yield item, found_in(item)


def scores(items: list[tuple[Item, frozenset[str]]]) -> dict[str, Score]:
    counts: Counter[tuple[str, bool, bool]] = Counter()
    for item, found in items:
        for code in set(ASKED[item.kind]) - item.arguable:
            counts[code, code in item.due, code in found] += 1
    return {
        code: Score(*(counts[code, *told] for told in ((True, True), (False, True), (True, False), (False, False))))
        for code in sorted({code for code, *_ in counts})
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="Precision and recall of each rule on texts of many kinds of units.")
    parser.add_argument("--list", action="store_true", help="print each item judged otherwise than labelled")
    parser.add_argument("rules", nargs="*")
    wanted = parser.parse_args()
    items = list(judged())
    if wanted.list:
        for item, found in items:
            asked = set(wanted.rules or ASKED[item.kind]) - item.arguable
            wrong = [f"+{code}" for code in sorted((found - item.due) & asked)]
            wrong += [f"-{code}" for code in sorted((item.due - found) & asked)]
            if wrong:
                print(f"{','.join(wrong):16} {item.where:22} {item.text}")
    print(
        f"{len(items)} items\n\n| rule | due | found | false alarms | misses | precision | recall |\n"
        + "|---" * 7
        + "|"
    )
    for rule, score in scores(items).items():
        if not wanted.rules or rule in wanted.rules:
            print(
                f"| {rule} | {score.right + score.misses} | {score.right} | {score.false_alarms} | {score.misses} "
                f"| {score.precision:.0%} | {score.recall:.0%} |"
            )


if __name__ == "__main__":
    main()
