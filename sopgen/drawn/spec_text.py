"""What was read → the text of a spec, with all doubts at its head."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from sopgen.drawn.appearance import Appearance
from sopgen.drawn.chart import Read
from sopgen.drawn.identity import DATES, Identity
from sopgen.drawn.misgivings import Edge
from sopgen.drawn.officer import Officer
from sopgen.drawn.passages import Passage
from sopgen.drawn.words import polarity

_LEFT: Final = (
    "# tampilan yang tidak ikut: huruf, warna, lebar kolom, tanda butir, penulisan tanggal, huruf besar kepala, "
    "pembagian halaman"
)
_PLAIN: Final = re.compile(r"[^\W_][^\n:#\"'{}\[\]&*!|>%@`]*[^\s:#]")
_SPECIAL: Final = re.compile(r"(?:~|null|true|false|yes|no|on|off|[\d.,_+-]+|0x.*|\d+e.*)", re.IGNORECASE)
_BOXES: Final = ("dasar_hukum", "kualifikasi_pelaksana", "keterkaitan", "peralatan", "peringatan", "pencatatan")
_CELLS: Final = ("kelengkapan", "waktu", "output", "keterangan")
_SMALL: Final = frozenset({"dan", "di", "ke", "pada", "untuk", "yang", "dari", "atas", "dengan"})


class Remarks(NamedTuple):
    """What is said of the reading: places and words of doubts, what was left aside; and the logo's file, if saved."""

    doubts: Sequence[tuple[str, str]] = ()
    left_out: Sequence[str] = ()
    logo: str = ""


def spec_text(
    source: str,
    remarks: Remarks,
    identity: Identity,
    lanes: Sequence[str],
    groups: Sequence[str],
    steps: Sequence[dict[str, Passage]],
    read: Read,
    appearance: Appearance,
) -> str:
    """The spec. `source` is the file's name."""
    lines = [f"# dibaca sopgen import dari {_comment(source)}"]
    if remarks.doubts:
        lines.append("# perlu dilihat:")
        lines += [f"# - {_comment(place)}: {_comment(words)}" for place, words in remarks.doubts]
    if remarks.left_out:
        lines.append(f"# ditinggalkan: {'; '.join(map(_comment, remarks.left_out))}")
    lines.append(_LEFT)
    lines += _identity(identity)
    if remarks.logo:
        lines.append(f"logo: {scalar(remarks.logo)}")
    keys = lane_keys(lanes)
    if lanes:
        lines.append("pelaksana:")
        for key, name, group in zip(keys, lanes, groups, strict=True):
            one = f"{{nama: {json.dumps(name, ensure_ascii=False)}, kelompok: {json.dumps(group, ensure_ascii=False)}}}"
            lines.append(f"  {key}: {one if group else scalar(name)}")
    lines.append("kegiatan:")
    names = _step_names(steps, read.edges)
    for number, texts in enumerate(steps):
        lines += _step(number, texts, read, keys, names, len(steps))
    lines += _appearance(appearance)
    return "\n".join(lines) + "\n"


def _appearance(appearance: Appearance) -> Iterator[str]:
    values = [f"  {key}: {value}" for key, value in appearance.lines()]
    values += ["  label:"] if appearance.labels else []
    values += [f"    {key}: {scalar(text)}" for key, text in appearance.labels]
    if values:
        yield "tampilan:"
        yield from values


def _comment(text: str) -> str:
    """What a comment may hold: one line, no signs that YAML refuses."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def scalar(text: str) -> str:
    """One line of YAML that is read back as this very text."""
    if _PLAIN.fullmatch(text) and not _SPECIAL.fullmatch(text) and text.strip() == text and text.isprintable():
        return text
    return json.dumps(text, ensure_ascii=False)


def lane_keys(names: Sequence[str]) -> list[str]:
    """Short names for lanes: their words, or of many words the initials."""
    keys: list[str] = []
    for name in names:
        words = re.findall(r"[a-z0-9]+", name.casefold()) or ["pelaksana"]
        key = "_".join(words[:3]) if len(words) <= 3 else "".join(word[0] for word in words if word not in _SMALL)
        if key[0].isdigit():
            key = f"p{key}"
        plain, count = key, 2
        while key in keys:
            key, count = f"{plain}_{count}", count + 1
        keys.append(key)
    return keys


def _identity(identity: Identity) -> Iterator[str]:
    if identity.number:
        yield f"nomor: {scalar(identity.number)}"
    yield f"judul: {scalar(identity.title)}"
    if identity.agency:
        yield from _passage("instansi", identity.agency[0] if len(identity.agency) == 1 else list(identity.agency), "")
    if identity.form:
        yield f"teks_kepala: {scalar(identity.form)}"
    if identity.unit:
        yield f"unit: {scalar(identity.unit)}"
    if identity.dates:
        yield "tanggal:"
        for key in DATES:
            if key in identity.dates:
                value = identity.dates[key]
                yield f"  {key}: {value.isoformat() if isinstance(value, date) else scalar(value)}"
    yield from _officer(identity.officer)
    for key in _BOXES:
        if text := identity.boxes.get(key):
            yield from _passage(key, text, "")


def _officer(officer: Officer) -> Iterator[str]:
    pairs = [
        ("atas_nama", officer.on_behalf),
        ("jabatan", officer.office),
        ("nama", officer.name),
        ("pangkat", officer.rank),
    ]
    if not any(text for _, text in pairs) and not officer.number:
        return
    yield "pengesahan:"
    yield from (f"  {key}: {scalar(text)}" for key, text in pairs if text)
    if officer.number:
        yield f"  nomor_induk: {{{officer.number_kind}: {json.dumps(officer.number)}}}"


def _passage(key: str, text: Passage, indent: str) -> Iterator[str]:
    if isinstance(text, list):
        yield f"{indent}{key}:"
        yield from (f"{indent}  - {scalar(item)}" for item in text)
    elif isinstance(text, dict):
        yield f"{indent}{key}:"
        for part, value in text.items():
            yield from _passage(part, value, f"{indent}  ")
    elif "\n" in text:
        yield f"{indent}{key}: |"
        yield from (f"{indent}  {line}".rstrip() for line in text.split("\n"))
    else:
        yield f"{indent}{key}: {scalar(text)}"


def _step_names(steps: Sequence[dict[str, Passage]], edges: Sequence[Edge]) -> dict[int, str]:
    """Names of the steps that another points at, out of their first words."""
    wanted = sorted({edge.target for edge in edges if edge.target is not None and not _is_default(edge, edges)})
    names: dict[int, str] = {}
    for step in wanted:
        text = steps[step].get("kegiatan", "")
        plain = text if isinstance(text, str) else " ".join(map(str, text))
        words = [word for word in re.findall(r"[a-z]+", plain.casefold()) if word not in _SMALL][:2] or ["langkah"]
        name, count = "_".join(words), 2
        while name in names.values() or name == "selesai":
            name, count = f"{'_'.join(words)}_{count}", count + 1
        names[step] = name
    return names


def _is_default(edge: Edge, edges: Sequence[Edge]) -> bool:
    return edge.target == edge.source + 1 and sum(other.source == edge.source for other in edges) == 1


def _step(
    number: int, texts: dict[str, Passage], read: Read, keys: Sequence[str], names: dict[int, str], count: int
) -> Iterator[str]:
    entry = list(_step_lines(number, texts, read, keys, names, count))
    yield f"  - {entry[0]}"
    yield from (f"    {line}" for line in entry[1:])


def _step_lines(
    number: int, texts: dict[str, Passage], read: Read, keys: Sequence[str], names: dict[int, str], count: int
) -> Iterator[str]:
    if number in names:
        yield f"id: {names[number]}"
    yield from _passage("uraian", texts.get("kegiatan", ""), "")
    doers = [keys[lane] for lane in read.executors[number]] if number < len(read.executors) else []
    if doers:
        yield f"pelaksana: {doers[0] if len(doers) == 1 else '[' + ', '.join(doers) + ']'}"
    for key in _CELLS:
        if text := texts.get(key):
            yield from _passage(key, text, "")
    out = [edge for edge in read.edges if edge.source == number]
    yield from _ways(number, out, read, names, count)


def _ways(number: int, out: list[Edge], read: Read, names: dict[int, str], count: int) -> Iterator[str]:
    if len(out) > 1 and any(edge.label for edge in out):
        yield "keputusan:"
        for edge, label in sorted(zip(out, branch_labels(out), strict=True), key=_hopes):
            yield f"  {scalar(label)}: {_goal(edge, names)}"
    elif len(out) > 1:
        yield f"lanjut: [{', '.join(_goal(edge, names) for edge in out)}]"
    elif out and not (out[0].target == number + 1 or (out[0].target is None and number == count - 1)):
        yield f"lanjut: {_goal(out[0], names)}"
    elif not out and number in read.closing and number < count - 1:
        yield "lanjut: selesai"


def _hopes(branch: tuple[Edge, str]) -> tuple[int, int]:
    """The order in which branches are written, for the first is where all goes well if none says so.

    What refuses comes last; of those that say neither, the one that passes over the most steps first.
    """
    edge, label = branch
    said = polarity(label)
    far = sys.maxsize if edge.target is None else edge.target
    return (1, -far) if said is None else (0 if said else 2, far)


def branch_labels(out: Sequence[Edge]) -> list[str]:
    """The labels as drawn; a branch without one gets the opposite of the other, or a number."""
    used = [edge.label for edge in out if edge.label]
    labels: list[str] = []
    for at, edge in enumerate(out):
        label = edge.label
        if not label:
            spoken = {polarity(text) for text in used}
            label = "Tidak" if spoken == {True} else "Ya" if spoken == {False} else f"Cabang {at + 1}"
        plain, number = label, 2
        while label in labels:
            label, number = f"{plain} ({number})", number + 1
        labels.append(label)
    return labels


def _goal(edge: Edge, names: dict[int, str]) -> str:
    return "selesai" if edge.target is None else names.get(edge.target, str(edge.target + 1))
