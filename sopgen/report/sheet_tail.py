"""What a sheet ends with: lines to write reasons on, figures of drawing and time, what is signed, and by whom."""

from __future__ import annotations

from typing import Final, NamedTuple

from sopgen.diagnostics import Language, Message, some
from sopgen.intake.sop import Sop
from sopgen.intake.text import on_one_line
from sopgen.report.review import Drawing, Reviewed, counts
from sopgen.report.sheet_entries import asks_for_reasons
from sopgen.report.sheet_markup import WIDTH, both, facts_table, heading, in_pairs, listed_facts
from sopgen.report.sheet_measure import LEADING, MM, SMALL, lines_height
from sopgen.report.sheet_pages import Block
from sopgen.rules.paper import Paper
from sopgen.version import __version__

_FIGURES: Final = Message("Gambar dan waktu", "Drawing and time")
_REDRAWN: Final = Message(
    "Waktu, dan gambar ulang sopgen (bukan gambar di berkas ini)",
    "Time, and sopgen's redrawing (not what this file shows)",
)
_REASONS: Final = Message(
    "Alasan penolakan atau kekeliruan (sebut nomor temuan)", "Reasons for rejecting (by number of finding)"
)
_SIGNERS: Final = (
    Message("Penyusun,", "Author,"),
    Message("Pemeriksa,", "Reviewer,"),
    Message("Pemilik prosedur,", "Owner of the procedure,"),
)
_DATE: Final = Message("tanggal", "date")
SHOWN: Final = 16  # digits of a digest that tell files apart
_WRITTEN: Final = 8.4  # mm of a line to write on
_SIGNED: Final = 37  # mm that the signatures take


class Room(NamedTuple):
    """`written`: lines for reasons, of which a sheet needs hardly more than it has findings.

    `tight`: whether figures stand in a line of small print rather than in a table, and headings with what they head.
    """

    written: int
    tight: bool = False


ROOMS: Final = (Room(3), Room(2), Room(1), Room(2, tight=True), Room(1, tight=True))
"""From the one that reads best to the one that takes least."""


def ending(file: Reviewed, language: Language, room: Room) -> list[Block]:
    """What stays together, and with the last rows: nobody signs a page that says nothing else."""
    facts: list[tuple[tuple[Message, str], ...]] = []
    if file.sop is not None:
        facts = [*in_pairs(_figures(file, file.sop, language)), *_main_path(file, language)]
    name = _REDRAWN if _shows_ours(file) else _FIGURES
    parts = _reasons(file, language, room) if asks_for_reasons(file) else []
    if facts and not room.tight:
        parts += [heading(name, language), facts_table(facts, language)]
    told = f"{both(_bound(file), language) + ' ' if file.examined else ''}sopgen {__version__}"
    if facts and room.tight:
        told = f"<b>{both(name, language)}:</b> {listed_facts(facts, language)}<br>{told}"
    return [
        *parts,
        Block(f"<p class='bound'>{told}</p>", lines_height(told, WIDTH * MM, SMALL) + 3 * MM),
        _signatures(language),
    ]


def _reasons(file: Reviewed, language: Language, room: Room) -> list[Block]:
    written = min(len(file.findings) + len(file.accepted) + 1, room.written)
    lines = f'<div class="ruled">{"{}"}{"<p></p>" * written}</div>'
    height = (_WRITTEN * written + 1) * MM
    if not room.tight:
        return [heading(_REASONS, language), Block(lines.format(""), height)]
    label = f"<small>{both(_REASONS, language)}</small>"
    return [Block(lines.format(label).replace("ruled", "ruled named"), height + 7 * LEADING + 3 * MM)]


def _bound(file: Reviewed) -> Message:
    """What the signatures stand for."""
    found = counts(file.findings)
    title = f"“{on_one_line(file.sop.judul)}”" if file.sop and not differs(file, "judul") else ""
    digest = f", SHA-256 {file.digest[:SHOWN]}" if file.digest else ""
    old = len(file.old)
    also = Message(f", serta {old} temuan lama", f", and {some(old, 'old one')}") if old else Message("", "")
    return Message(
        f"Lembar ini memeriksa {title or 'berkas'} ({file.name}{digest}) dan memuat {found.wajib} temuan wajib dan "
        f"{found.anjuran} anjuran{also.id}.",
        f"This sheet examines {title or 'the file'} ({file.name}{digest}) and holds "
        f"{some(found.wajib, 'mandatory finding')} and {found.anjuran} of advice{also.en}.",
    )


def differs(file: Reviewed, key: str) -> bool:
    """Whether a fact of the header stands otherwise on the paper than in the spec that it carries (TBL-05)."""
    found = (each.diagnostic for each in file.findings)
    return any(each.code == "TBL-05" and each.path == (key,) for each in found)


def _shows_ours(file: Reviewed) -> bool:
    """Whether the figures are those of a drawing that is not the file's own."""
    return file.redrawn and file.drawing is not None and not (file.paper and file.paper.steps)


def _signatures(language: Language) -> Block:
    lines = f"<div class='line'><p>NIP <u></u></p><p>{both(_DATE, language)} <u></u></p></div>"
    cells = "".join(f"<div>{both(who, language)}{lines}</div>" for who in _SIGNERS)
    return Block(f'<div class="signed">{cells}</div>', _SIGNED * MM)


def _figures(file: Reviewed, sop: Sop, language: Language) -> list[tuple[Message, str]]:
    facts = [
        (Message("Kegiatan / pelaksana", "Steps / executors"), f"{len(sop.kegiatan)} / {len(sop.pelaksana)}"),
    ]
    if file.paper is not None and file.paper.steps:
        facts += _figures_on_paper(file.paper)
    elif drawing := file.drawing:
        facts += [
            (Message("Halaman", "Pages"), str(drawing.pages)),
            (Message("Persilangan panah", "Arrow crossings"), _crossings(drawing).in_language(language)),
            (Message("Belokan panah", "Arrow bends"), str(drawing.bends)),
        ]
    return facts


def _main_path(file: Reviewed, language: Language) -> list[tuple[tuple[Message, str], ...]]:
    if not file.time:
        return []
    return [((Message("Waktu jalur utama", "Time of the main path"), file.time.in_language(language)),)]


def _figures_on_paper(paper: Paper) -> list[tuple[Message, str]]:
    """Counted on what was examined."""
    rows = [(Message("Halaman", "Pages"), str(paper.pages))] if paper.pages else []
    if paper.crossings is not None:
        rows.append((Message("Persilangan panah", "Arrow crossings"), str(paper.crossings)))
    return rows


def _crossings(drawing: Drawing) -> Message:
    if drawing.proved:
        return Message(f"{drawing.crossings} (terbukti paling sedikit)", f"{drawing.crossings} (proved the fewest)")
    return Message(
        f"{drawing.crossings} (tidak kurang dari {drawing.bound})",
        f"{drawing.crossings} (no fewer than {drawing.bound})",
    )
