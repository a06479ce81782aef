"""The identity part in the ways offices lay it out."""

from __future__ import annotations

import random
from datetime import date

from benchmarks.oldstock import words as w
from benchmarks.oldstock.plan import Page, Style, Text, height_of, set_cell
from benchmarks.oldstock.sops import Sop

FIELDS = ("nomor", "pembuatan", "revisi", "efektif", "pengesahan", "judul")
PAIRS = (("dasar_hukum", "kualifikasi_pelaksana"), ("keterkaitan", "peralatan"), ("peringatan", "pencatatan"))


def dated(day: date | None, how: str, rng: random.Random) -> str:
    if day is None:
        return rng.choice(["-", ""])
    if how == "long":
        return f"{day.day} {w.MONTHS[day.month - 1]} {day.year}"
    return day.strftime("%d-%m-%Y" if how == "dash" else "%d/%m/%Y")


def listed(items: list[str], style: Style) -> str:
    if len(items) == 1 and style.list_mark != "- ":
        return items[0]
    marks = [
        f"{chr(97 + at)}. " if style.list_mark == "abc" else style.list_mark.format(at + 1) for at in range(len(items))
    ]
    return "\n".join(mark + item for mark, item in zip(marks, items, strict=True))


def officer_text(sop: Sop) -> str:
    officer = sop.head["pengesahan"]
    lines = [officer["jabatan"]]
    if "atas_nama" in officer:
        lines = [f"a.n. {officer['atas_nama']}", f"{officer['jabatan']},"]
    lines += ["", "", "", officer["nama"]]
    if "pangkat" in officer:
        lines.append(officer["pangkat"])
    for kind, number in officer.get("nomor_induk", {}).items():
        lines.append(f"{kind}. {number}")
    return "\n".join(lines)


def draw_identity(page: Page, sop: Sop, style: Style, rng: random.Random, y: float, margin: float) -> float:
    """Adds the cells; where they end."""
    left, right = margin, page.size[0] - margin
    wide = right - left
    add = lambda *a, **k: page.cells.append(set_cell(Text(*a, **{"size": style.size, **k}), style))  # noqa: E731
    upper = (lambda text: text.upper()) if style.upper else (lambda text: text)
    if style.title:
        add((left, y, right, y + 18), "STANDAR OPERASIONAL PROSEDUR", bold=True, middle=True, ruled=False)
        y += 18
    values = {
        "nomor": sop.head["nomor"],
        "judul": upper(sop.head["judul"]),
        "pengesahan": officer_text(sop),
        **{key: dated(sop.head["tanggal"][key], style.dates, rng) for key in ("pembuatan", "revisi", "efektif")},
    }
    order = list(FIELDS)
    if rng.random() < 0.3:
        order = ["nomor", "judul", "pembuatan", "revisi", "efektif", "pengesahan"]
    block = "\n".join([*sop.head["instansi"], sop.head["unit"]])
    if style.identity == "banner":
        high = height_of(block, style, wide, bold=True) + 6
        add((left, y, right, y + high), block, bold=True, middle=True)
        y += high
        split = left
    else:
        split = left + 0.45 * wide
    names = {key: rng.choice(w.FIELDS[key]) for key in FIELDS}
    colon = style.colon if style.identity != "colon" else ""
    label_end = split + (0.2 if split > left else 0.3) * wide
    top = y
    for key in order:
        value_from = label_end
        if style.identity == "colon":
            add((label_end, y, label_end + 12, y + 15), ":", ruled=False)
            value_from = label_end + 12
        high = max(15.0, height_of(values[key], style, right - value_from))
        if style.identity == "colon":
            page.cells[-1].box = (label_end, y, label_end + 12, y + high)
            page.cells[-1].ruled = True
        add((split, y, label_end, y + high), names[key] + colon)
        add((value_from, y, right, y + high), values[key], middle=key == "pengesahan")
        y += high
    if split > left:
        add((left, top, split, y), block, bold=True, middle=True)
    if style.identity == "sides":
        for key in (key for pair in PAIRS for key in pair):
            text = listed(sop.boxes[key], style)
            high = max(16.0, height_of(text, style, 0.75 * wide))
            add((left, y, left + 0.25 * wide, y + high), rng.choice(w.BOXES[key]) + style.colon)
            add((left + 0.25 * wide, y, right, y + high), text)
            y += high
        return y
    half = left + 0.5 * wide
    for pair in PAIRS:
        spans = ((left, half), (half, right))
        labels = [rng.choice(w.BOXES[key]) + style.colon for key in pair]
        texts = [listed(sop.boxes[key], style) for key in pair]
        if style.identity == "plain":  # the label and its text in one cell
            whole = [f"{label}\n{text}" if text else label for label, text in zip(labels, texts, strict=True)]
            high = max(height_of(text, style, half - left) for text in whole)
            for (x0, x1), text in zip(spans, whole, strict=True):
                add((x0, y, x1, y + high), text)
            y += high
            continue
        for (x0, x1), label in zip(spans, labels, strict=True):
            add((x0, y, x1, y + 15), label, bold=True)
        y += 15
        if style.item_rows:
            items = [text.split("\n") if text else [] for text in texts]
            for at in range(max(1, *(len(each) for each in items))):
                row = [each[at] if at < len(each) else "" for each in items]
                high = max(height_of(text, style, half - left) for text in row)
                for (x0, x1), text in zip(spans, row, strict=True):
                    add((x0, y, x1, y + high), text)
                y += high
            continue
        high = max(16.0, *(height_of(text, style, half - left) for text in texts))
        for (x0, x1), text in zip(spans, texts, strict=True):
            add((x0, y, x1, y + high), text)
        y += high
    return y
