"""One HTML page: what is doubtful, then the original beside the redrawn pages, then what was read as a table."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from sopgen.diagnostics import Diagnostic, Language, Message
from sopgen.drawn.misgivings import Edge
from sopgen.drawn.reading import Imported
from sopgen.drawn.seen import State, seen_on
from sopgen.report.comparison.identity import identity_table
from sopgen.report.comparison.original import original
from sopgen.report.comparison.style import STYLE
from sopgen.report.sheet_markup import both, prose, text

_STATES: Final[dict[State, Message]] = {
    "read": Message("terbaca", "read"),
    "doubtful": Message("meragukan", "doubtful"),
    "unread": Message("tidak terbaca", "unread"),
}
_NO_DOUBT: Final = Message(
    "Tidak ada yang meragukan. Tetaplah bandingkan kedua gambar sekilas.",
    "Nothing is doubtful. Do compare the two pictures at a glance.",
)
_REFUSED: Final = Message(
    "Hasil bacaan ini belum dapat digambar; perbaiki dulu spesifikasinya:",
    "What was read cannot be drawn yet; mend the spec first:",
)
_HEADS: Final = (
    Message("No", "No."),
    Message("Kegiatan", "Step"),
    Message("Pelaksana", "Executor"),
    Message("Menuju", "Leads to"),
    Message("Kelengkapan", "Requirements"),
    Message("Waktu", "Time"),
    Message("Output", "Output"),
    Message("Keterangan", "Remarks"),
)
_CELLS: Final = ("kelengkapan", "waktu", "output", "keterangan")
_MARKED: Final = Message(
    "pada halaman asli (simbol, panah, label, sel):", "on the original (symbols, arrows, labels, cells):"
)
_OF_CELLS: Final = Message(
    "Lembar ini digambar sopgen dari sel dan bentuknya; huruf, warna, gambar, dan batas halamannya tidak ikut.",
    "sopgen drew this sheet from its cells and shapes; its type, colours, pictures and page ends are left out.",
)
_TITLE: Final = Message("Perbandingan hasil impor", "Comparison of what was imported")
_LOOK: Final = Message("Perlu dilihat", "To look at")
_ASIDE: Final = Message("Ditinggalkan", "Left out")
_BEFORE: Final = Message("Asli", "Original")
_AFTER: Final = Message("Digambar ulang", "Redrawn")
_READ: Final = Message("Yang terbaca", "What was read")
_NOBODY: Final = Message("(tidak terbaca)", "(not read)")
_END: Final = Message("selesai", "the end")
_POLICY: Final = (
    '<meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:\">"
)


class Redrawn(NamedTuple):
    """The spec's pages as SVG, or why there are none."""

    pages: tuple[bytes, ...] = ()
    refusals: tuple[Diagnostic, ...] = ()


def comparison_page(
    source: str, imported: Imported, pictures: Sequence[bytes | None], redrawn: Redrawn, language: Language
) -> bytes:
    """`source`: the file's name; `pictures`: of each panel, None for a sheet."""
    seen = [seen_on(imported, number) for number in range(len(imported.panels))]
    count = Counter(each.state for page in seen for each in page)
    originals = "\n".join(
        f"<h3>{both(panel.name, language)}</h3>\n{_of_cells(picture, language)}{original(panel, marks, picture)}"
        for panel, marks, picture in zip(imported.panels, seen, pictures, strict=True)
    )
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{language}"><head><meta charset="utf-8"><title>{both(_TITLE, language)}: {text(source)}</title>',
        f'<meta name="viewport" content="width=device-width">{_POLICY}',
        f"<style>{STYLE}</style></head><body>",
        f"<h1>{text(imported.identity.title or source)}</h1><p>{both(_TITLE, language)}: {text(source)}</p>",
        _sum(count, len(imported.doubts_in(language)), language),
        f"<h2>{both(_LOOK, language)}</h2>",
        _doubts(imported, language),
        _left_out(imported, language),
        '<div class="pair">',
        f"<section><h2>{both(_BEFORE, language)}</h2>\n{originals}</section>",
        f"<section><h2>{both(_AFTER, language)}</h2>\n{_redrawn(redrawn, language)}</section>",
        "</div>",
        f"<h2>{both(_READ, language)}</h2>",
        identity_table(imported, language),
        _table(imported, language),
        "</body></html>",
    ]
    return ("\n".join(parts) + "\n").encode()


def _of_cells(picture: bytes | None, language: Language) -> str:
    return f"<p>{both(_OF_CELLS, language)}</p>\n" if picture is None else ""


def _sum(count: Counter[State], doubts: int, language: Language) -> str:
    """How many doubts there are, and how many marks on the original: one doubt may mark several things."""
    told = Message(f"{doubts} hal perlu dilihat", f"{doubts} to look at")
    entries = [f"<span><b>{both(told, language)}</b></span><span>{both(_MARKED, language)}</span>"]
    for state, name in _STATES.items():
        sign = {"read": "", "doubtful": " (?)", "unread": " (×)"}[state]
        line = f'<svg width="34" height="14" viewBox="0 0 34 14"><path d="M2 7H32" class="{state}"/></svg>'
        entries.append(f"<span>{line} <b>{count[state]}</b> {both(name, language)}{sign}</span>")
    return f'<div class="sum">{"".join(entries)}</div>'


def _doubts(imported: Imported, language: Language) -> str:
    if not imported.doubts:
        return f'<p class="none">{both(_NO_DOUBT, language)}</p>'
    lines = "\n".join(
        f"<li><b>{text(place)}</b>: {text(message)}</li>" for place, message in imported.doubts_in(language)
    )
    return f'<ol class="doubts">\n{lines}\n</ol>'


def _left_out(imported: Imported, language: Language) -> str:
    """What is none of the SOP's matter."""
    told = "; ".join(text(each.in_language(language)) for each in imported.left_out)
    return f"<p>{both(_ASIDE, language)}: {told}.</p>" if told else ""


def _redrawn(redrawn: Redrawn, language: Language) -> str:
    if redrawn.refusals:
        count = Counter(prose(each.message, language) for each in redrawn.refusals)
        lines = "".join(f"<li>{said}{f' ({times}×)' if times > 1 else ''}</li>" for said, times in count.items())
        return f'<div class="refused"><p>{both(_REFUSED, language)}</p><ul>{lines}</ul></div>'
    pages = []
    for number, page in enumerate(redrawn.pages, 1):
        name = Message(f"halaman {number}", f"page {number}")
        source = f"data:image/svg+xml;base64,{b64encode(page).decode()}"  # by itself: each has fonts of its own
        pages.append(f'<h3>{both(name, language)}</h3>\n<img alt="{both(name, language)}" src="{source}">')
    return "\n".join(pages)


def _table(imported: Imported, language: Language) -> str:
    doubted = {doubt.step for doubt in imported.doubts}
    rows = []
    for number, step in enumerate(imported.steps):
        doers = ", ".join(imported.lanes[lane] for lane in imported.read.executors[number])
        cells = (
            str(number + 1),
            text(_words(step.get("kegiatan", ""))),
            text(doers) if doers else both(_NOBODY, language),
            _ways([edge for edge in imported.read.edges if edge.source == number], language),
            *(text(_words(step.get(key, ""))) for key in _CELLS),
        )
        mark = ' class="doubtful"' if number in doubted else ""
        rows.append(f"<tr{mark}>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")
    head = "".join(f"<th>{both(each, language)}</th>" for each in _HEADS)
    return f"<table><thead><tr>{head}</tr></thead><tbody>\n" + "\n".join(rows) + "\n</tbody></table>"


def _words(passage: object) -> str:
    if isinstance(passage, dict):
        return " ".join(_words(each) for each in passage.values())
    return "; ".join(passage) if isinstance(passage, list) else str(passage)


def _ways(edges: Sequence[Edge], language: Language) -> str:
    return text(
        ", ".join(
            f"{edge.label}: {goal}" if edge.label else goal
            for edge in edges
            for goal in [_END.in_language(language) if edge.target is None else str(edge.target + 1)]
        )
    )
