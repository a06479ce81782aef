"""A cell → the text that was meant; what a program made of it instead is named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sopgen.diagnostics import Message
from sopgen.intake.codes import Code
from sopgen.intake.fault import Fault, name
from sopgen.intake.form.sheets import Found
from sopgen.intake.form.words import folded
from sopgen.workbook.grid import Cell

_RAW_FORM: Final = Message(
    "Ketik isinya lagi; sel berformat teks (Home, Number: Text) menyimpannya apa adanya.",
    "Type it again; a cell formatted as text (Home, Number: Text) keeps it as it is.",
)


def text_in(found: Found, faults: list[Fault], *, dates: bool = False) -> str:  # noqa: PLR0911 - one a type
    """The cell as the text that was meant; what the program has made of it instead is a fault."""
    cell = found.cell
    if cell is None:
        return ""
    match cell.kind:
        case "text":
            return found.text.replace("\r\n", "\n").replace("\r", "\n").strip()
        case "number":
            return _number(found, cell, faults)
        case "percent":
            return f"{_plain(round(float(cell.text) * 100, 10))}%"
        case "boolean":
            return cell.text
        case "date":
            if not dates:
                faults.append(_made_a_date(found))
            return cell.text
        case "error":
            faults.append(
                _fault(
                    found,
                    Message(
                        f"Sel ini memuat galat {name(cell.text)}.", f"This cell holds the error {name(cell.text)}."
                    ),
                )
            )
        case "uncalculated":
            faults.append(
                _fault(found, Message("Rumus di sel ini belum dihitung.", "The formula in this cell has no value yet."))
            )
    return ""


def as_offered(text: str, choices: Sequence[str]) -> str:
    """The choice that was meant, in whatever letters it is typed; another text as it is."""
    return next((each for each in choices if folded(each) == folded(text)), text)


def _number(found: Found, cell: Cell, faults: list[Fault]) -> str:
    value = float(cell.text)
    if abs(value) >= 1e15:
        kept = f"{value:.0f}".lstrip("-")[:15] if abs(value) < 1e100 else cell.text
        message = Message(
            f"Angka {name(f'{kept}…')} terlalu panjang: program menyimpan 15 angka pertama saja.",
            f"The number {name(f'{kept}…')} is too long: only its first 15 digits were kept.",
        )
        faults.append(_fault(found, message))
        return ""
    return _plain(value).rjust(cell.digits, "0") if value >= 0 else _plain(value)


def _plain(value: float) -> str:
    """As Indonesians write it, with a decimal comma."""
    if value.is_integer():
        return str(int(value))
    return f"{value:.10f}".rstrip("0").replace(".", ",")


def _made_a_date(found: Found) -> Fault:
    message = Message(
        f"Isi ini telah diubah menjadi tanggal ({found.text}).", f"This was turned into a date ({found.text})."
    )
    return _fault(found, message)


def _fault(found: Found, message: Message) -> Fault:
    return Fault(Code.FORM_CELL, (), message, _RAW_FORM, span=found.span)
