"""A drawing as text, one line an item, for goldens that can be reviewed as a diff."""

from __future__ import annotations

from sopgen.scene import Arrow, Document, Symbol


def drawing_text(document: Document) -> str:
    figures = document.figures
    lines = [
        (
            f"{document.title} | {document.font_size:g} pt | crossings {figures.crossings}, bends {figures.bends}, "
            f"proved {figures.proved_minimal}"
        )
    ]
    for page in document.pages:
        lines.append(f"page {page.number} {page.kind}")
        lines += [f"  table {table.role}: columns {_numbers(table.columns)}" for table in page.tables]
        lines += [f"  row {row.step or row.strip}: {row.y0:g} to {row.y1:g}" for row in page.rows]
        lines += [f"  {_symbol(symbol)}" for symbol in page.symbols]
        lines += [f"  {_arrow(arrow)}" for arrow in page.arrows]
        lines += [f"  figure {figure.role} at {_rounded(figure.box)}" for figure in page.figures]
        if not page.tables:
            lines += [
                f"  text {text.role} {text.size:g} pt at {_rounded(text.box)}: {text.text!r}" for text in page.texts
            ]
    return "\n".join(lines) + "\n"


def _numbers(values: tuple[float, ...]) -> str:
    return " ".join(f"{value:g}" for value in values)


def _rounded(values: tuple[float, ...]) -> str:
    return _numbers(tuple(round(value, 2) for value in values))


def _symbol(symbol: Symbol) -> str:
    number = f" number {symbol.number.text}" if symbol.number else ""
    direction = f" {symbol.direction}" if symbol.direction else ""
    return f"{symbol.kind} {symbol.id}{direction}{number} at {_numbers(symbol.box)}"


def _arrow(arrow: Arrow) -> str:
    points = " ".join(f"({x:g},{y:g})" for x, y in arrow.points)
    label = f" “{arrow.label.text}”" if arrow.label else ""
    ends = f" joins {arrow.joins}" if arrow.joins else ""
    omegas = f" omegas {arrow.omegas}" if arrow.omegas else ""
    way = f"{arrow.source}.{arrow.ports[0]} → {arrow.target}.{arrow.ports[1]}"
    return f"{arrow.id} {way}{label}{ends}{omegas}: {points}"
