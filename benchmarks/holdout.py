"""Texts of many kinds of units, each held against every rule.

`python benchmarks/holdout.py [--fifth] [--list] [RULE …]`.

Unlike the claims of benchmarks/claims.py an item speaks of all rules that could find something where it stands
(`ASKED`): what is not labelled as due must not be found.

Where an item stands: `u ACTOR[>NEXT]` and `d[:LABEL/LABEL] ACTOR>FIRST/SECOND` are the uraian of a step, of a decision;
`alur`: sifat // lane: uraian // …; `pola`: judul // sifat // lane: uraian // …; `kepala`: keys of the spec in YAML;
`||` parts "Kait: X", a keterkaitan; the other places: benchmarks/small_sop.py.
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

from benchmarks import small_sop  # noqa: E402 - a script beside its package
from benchmarks.small_sop import Score, bare, codes_of, flow_of, is_there, print_table, put, step  # noqa: E402 - idem

LANGUAGE = ROOT / "benchmarks" / "language"
HOLDOUT = LANGUAGE / "holdout.tsv"
FIFTH = LANGUAGE / "holdout-2.tsv"
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
    "ingat": ("HDR-09", "EJA-01"),
    "kepala": ("HDR-04", "HDR-12", "HDR-13", "HDR-14", "HDR-15", "HDR-18", "JDL-05"),
    "pola": ("JNS-05",),
}
IDENTITY: dict[str, Any] = {
    "nomor": "SOP-07/ORG/02/2026",
    "pengesahan": {
        "jabatan": "Kepala Biro Umum",
        "nama": "Contoh Nama, S.E.",
        "nomor_induk": {"NIP": "199001012020121000"},
    },
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
    kind, (actor, following) = item.kind, way_of(item)
    spec = bare(item.lanes)
    if more:
        spec["keterkaitan"] = [each.partition(": ")[2] for each in more]
    if kind == "alur":
        return spec | flow_of(text, item.lanes)
    if kind == "pola":
        title, _, flow = text.partition(" // ")
        return spec | {"judul": title} | flow_of(flow, item.lanes)
    first, second = step("Menyiapkan bahan", actor), step("Menyusun konsep", actor)
    last = [step("Mendokumentasikan berkas", lane) for lane in following]
    put(kind, text, spec, first, second)
    if kind == "bersama":
        second["pelaksana"] = list(item.lanes)[:2]
    elif kind == "d":
        labels = item.where.split(" ")[0].partition(":")[2] or "Ya/Tidak"
        second["keputusan"] = dict(zip(labels.replace("_", " ").split("/"), ("3", "4"), strict=True))
        last[0]["lanjut"] = "selesai"
    elif kind == "kepala":
        spec |= IDENTITY | yaml.safe_load(text)
    return spec | {"kegiatan": [first, second, *last]}


def way_of(item: Item) -> tuple[str, list[str]]:
    """Who acts, and who acts in each following step."""
    _, _, way = item.where.partition(" ")
    actor, _, following = (way or next(iter(item.lanes))).partition(">")
    return actor, following.split("/") if following else [actor]


def found_in(item: Item) -> frozenset[str]:
    """The rules that find something where the item stands, of those that are asked there."""
    told = {code for each in small_sop.found_in(spec_of(item)) if is_there(each, item.kind) for code in codes_of(each)}
    return frozenset(told & set(ASKED[item.kind]))


def judged(path: Path = HOLDOUT) -> Iterator[tuple[Item, frozenset[str]]]:
    for item in read_items(path):
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
    parser.add_argument("--fifth", action="store_true", help="the fifth set, of other units")
    parser.add_argument("rules", nargs="*")
    wanted = parser.parse_args()
    items = list(judged(FIFTH if wanted.fifth else HOLDOUT))
    if wanted.list:
        for item, found in items:
            asked = set(wanted.rules or ASKED[item.kind]) - item.arguable
            wrong = [f"+{code}" for code in sorted((found - item.due) & asked)]
            wrong += [f"-{code}" for code in sorted((item.due - found) & asked)]
            if wrong:
                print(f"{','.join(wrong):16} {item.where:22} {item.text}")
    print(f"{len(items)} items\n")
    print_table({rule: score for rule, score in scores(items).items() if not wanted.rules or rule in wanted.rules})


if __name__ == "__main__":
    main()
