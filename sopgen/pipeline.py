"""The whole order, and the only module that knows it: source -> Sop -> Document -> bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from sopgen.diagnostics import Diagnostic, Language, Message, Refusal
from sopgen.intake import Loaded, MemorySource, Source, load_spec
from sopgen.intake.sop import Sop

if TYPE_CHECKING:  # what draws is imported where it draws: a check reads only
    from sopgen.bureau.index import IndexRow, SignatureBox
    from sopgen.bureau.standing import Standing
    from sopgen.comparing import Comparison
    from sopgen.drawn.reading import Imported
    from sopgen.layout.picture import Sheet
    from sopgen.papers.blocks import Paper
    from sopgen.papers.filled import Assessment
    from sopgen.papers.minutes import Proposal
    from sopgen.render.enclosed import SealState
    from sopgen.render.pdf import Archival
    from sopgen.rules.held import Held
    from sopgen.rules.presets import Preset
    from sopgen.scene import Document, Maker, Origin

Format = Literal["pdf", "xlsx"]
PaperForm = Literal["pdf", "docx", "xlsx"]
ServiceSheet = Literal["standar", "maklumat", "selebaran"]
ChartFormat = Literal["svg", "png", "pdf", "dot"]

PICTURE_DPI = 150
COMPARISON_PIXELS = 1400
ENCLOSED_NAME = "spesifikasi.sop.yaml"


def load(source: Source | str | Path) -> Loaded:
    """Read one spec and all that it rests on. Raises `Refusal` with every fault found."""
    return load_spec(source)


def check(loaded: Loaded, *, today: date) -> tuple[Diagnostic, ...]:
    """What a reviewer should know of one spec, whatever its `abaikan` says; `today` is the reference date."""
    from sopgen.rules import check_spec

    return check_spec(loaded, today=today)


def check_together(specs: Sequence[Loaded]) -> tuple[tuple[Diagnostic, ...], ...]:
    """What comparing specs shows besides: the findings of each, in the order given."""
    from sopgen.rules import check_compilation

    return check_compilation(specs)


def read_held(path: str | Path) -> bytes:
    """The bytes of a workbook or PDF. Raises `Refusal`, also for one that is too large to be an SOP's."""
    from sopgen.foreign.files import MOST_BYTES, read_file, why_unread
    from sopgen.rules.drawing.checking import unreadable

    try:
        data = read_file(Path(path), MOST_BYTES)
    except OSError as error:
        reason = why_unread(error)
        told = Message(f"Berkas tidak dapat dibuka: {reason.id}.", f"The file cannot be opened: {reason.en}.")
        raise Refusal((unreadable(told),)) from None
    if len(data) > MOST_BYTES:
        told = Message("Berkas ini jauh lebih besar daripada SOP mana pun.", "The file is far larger than any SOP.")
        raise Refusal((unreadable(told),))
    return data


def check_held(data: bytes, shown: str, *, today: date, preset: Preset | None = None) -> Held:
    """A finished document judged by the spec it carries, by what is drawn and written in it, and by both together.

    One without a spec is judged by what can be read from it. What it does not let be examined is told.
    """
    from sopgen.rules.held import PAGES, Held
    from sopgen.rules.holding import judge_carrying, judge_enclosed, judge_foreign

    loaded, carried = _enclosed_spec(data)
    if loaded is None:
        return judge_foreign(data, shown, preset, today=today, unread=carried)
    if preset:
        loaded = loaded._replace(setelan=loaded.setelan._replace(preset=preset))
    if data.startswith(b"%PDF"):
        return Held(loaded, judge_enclosed(loaded, today), () if seal_state(data) == "whole" else (PAGES,))
    return judge_carrying(data, shown, loaded, _drawn_again(loaded), today=today)


def check_workbook(data: bytes, shown: str) -> tuple[Loaded | None, tuple[Diagnostic, ...]]:
    """The spec inside a workbook, if it still carries one, and what is wrong with the drawing alone."""
    from sopgen.rules.holding import judge_drawing

    loaded, _ = _enclosed_spec(data)
    return loaded, judge_drawing(data, shown, loaded, _drawn_again(loaded) if loaded else None)


def _drawn_again(loaded: Loaded) -> Document | None:
    """What the spec gives today; None where another version drew what this one does not."""
    try:
        return lay_out(loaded)
    except Refusal:
        return None


def load_held(data: bytes, shown: str) -> Loaded:
    """The spec that a finished document carries, shown under the document's name. Raises `Refusal`, also for none."""
    from sopgen.render.enclosed import NothingEnclosed
    from sopgen.rules.drawing.checking import unreadable

    try:
        origin = enclosed(data)
    except NothingEnclosed as found:
        told = Message(*(f"{text[0].upper()}{text[1:]}." for text in found.message))
        raise Refusal((unreadable(told),)) from None
    return load_spec(MemorySource(shown, origin.spec, origin.defaults, logos=None))


def compare(old: Loaded, new: Loaded) -> Comparison:
    """What changed from one to the other. Logos do not travel with finished documents: then they are left aside."""
    from sopgen.comparing import compare as of_sops

    without = any(isinstance(each.origin, MemorySource) and each.origin.logos is None for each in (old, new))
    return of_sops(_comparable(old.sop, without_logo=without), _comparable(new.sop, without_logo=without))


def lay_out_changes(old: Loaded, new: Loaded) -> Document:
    """The sheet of changes with the pages that changed, before and after. Raises `Refusal` for what no page holds."""
    from sopgen.layout.changes import lay_out_changes as lay_out_both

    return lay_out_both(compare(old, new), _drawn_again(old), _drawn_again(new))


def render_changes(old: Loaded, new: Loaded, form: PaperForm = "pdf") -> bytes:
    """The sheet of changes; as PDF with the pages that changed. Raises `Refusal` for what no page holds."""
    if form == "pdf":
        return render_document(lay_out_changes(old, new))
    from sopgen.layout.changes import pages_of_entries
    from sopgen.papers.changes import changes_paper

    comparison = compare(old, new)
    pages = pages_of_entries(comparison, _drawn_again(old), _drawn_again(new))
    return render_paper(changes_paper(comparison, pages), form)


def check_revision(loaded: Loaded, issued: Loaded, *, today: date) -> tuple[Diagnostic, ...]:
    """What a spec says otherwise than the document issued last, and its `riwayat` does not tell."""
    from sopgen.rules.revision import check_revision as of_comparison

    return of_comparison(loaded, compare(issued, loaded), issued.shown_path, today=today)


def _comparable(sop: Sop, *, without_logo: bool) -> Sop:
    """A logo is the same wherever its file lies."""
    if without_logo or sop.logo is None:
        return sop._replace(logo=None)
    return sop._replace(logo=sop.logo._replace(path=Path(sop.logo.path.name)))


def import_drawn(data: bytes) -> tuple[Imported, ...]:
    """The SOPs that somebody drew by hand in a file, as they were read. Raises `NotRead`."""
    from sopgen.drawn.files import NO_SOP, TOO_MUCH, NotRead, read_file
    from sopgen.drawn.near import TooMuch
    from sopgen.drawn.reading import read_panels

    try:
        found = read_panels(read_file(data))
    except TooMuch:
        raise NotRead(TOO_MUCH) from None
    if not found:
        raise NotRead(NO_SOP)
    return found


def open_drawn(data: bytes) -> bytes:
    """The file as PDF or XLSX, whatever program it is of: what `import_drawn` and `compare_drawn` take as it is.

    Raises `NotRead`.
    """
    from sopgen.drawn.files import opened

    return opened(data)


def compare_drawn(data: bytes, imported: Imported, source: str, language: Language = "id") -> bytes:
    """An HTML page with an SOP as it lies in the opened file `data`, named `source`, beside what was read of it."""
    from sopgen.report.comparison.page import Redrawn, comparison_page

    try:
        document = lay_out(load(MemorySource(ENCLOSED_NAME, imported.spec(source).encode(), logos=None)))
        redrawn = Redrawn(render_pages(document, "svg"))
    except Refusal as refusal:
        redrawn = Redrawn(refusals=refusal.diagnostics)
    return comparison_page(source, imported, _pictures(data, imported), redrawn, language)


def original_pages(data: bytes, imported: Imported) -> tuple[str, ...]:
    """Each page or sheet of the opened file that an SOP was read from, as SVG with its marks."""
    from sopgen.drawn.seen import seen_on
    from sopgen.report.comparison.original import original

    return tuple(
        original(panel, seen_on(imported, number), picture)
        for number, (panel, picture) in enumerate(zip(imported.panels, _pictures(data, imported), strict=True))
    )


def logo_of_drawn(data: bytes, imported: Imported) -> tuple[str, bytes] | None:
    """The logo of an SOP in the opened file, as a file's suffix and its bytes; None if there is none."""
    from sopgen.drawn.logo import logo_of
    from sopgen.foreign.package import read_package
    from sopgen.render.png import foreign_piece

    logo = logo_of(imported)
    if logo is None:
        return None
    if logo.panel.page:
        return "png", foreign_piece(data, logo.panel.page, logo.panel.turned, logo.panel.size, logo.box)
    picture = read_package(data).get(logo.source, b"")
    kind = {b"\x89PN": "png", b"\xff\xd8\xff": "jpg"}.get(picture[:3])
    return (kind, picture) if kind else None


def _pictures(data: bytes, imported: Imported) -> tuple[bytes | None, ...]:
    """Of each panel that is a page its picture."""
    from sopgen.render.png import foreign_pages

    pages = [(panel.page, panel.turned) for panel in imported.panels if panel.page]
    pictures = iter(foreign_pages(data, pages, COMPARISON_PIXELS) if pages else ())
    return tuple(next(pictures) if panel.page else None for panel in imported.panels)


def _enclosed_spec(data: bytes) -> tuple[Loaded | None, bool]:
    """The spec inside, without the logo, which did not travel with it; and whether there is any at all."""
    from sopgen.render.enclosed import NothingEnclosed

    try:
        origin = enclosed(data)
    except NothingEnclosed:
        return None, False
    try:
        return load_spec(MemorySource(ENCLOSED_NAME, origin.spec, origin.defaults, logos=None)), True
    except Refusal:
        return None, True


def lay_out(loaded: Loaded, *, draft: bool = False) -> Document:
    """Draw a spec that was read. Raises `Refusal`, its diagnostics located in the spec's file."""
    from sopgen import layout

    try:
        document = layout.lay_out(loaded.sop, draft=draft)
    except Refusal as refusal:
        # Layout knows the spec's tree but no file.
        located = tuple(d if d.span else loaded.locate(d) for d in refusal.diagnostics)
    else:
        return document._replace(
            origin=_origin(loaded),
            konektor=loaded.sop.tampilan.konektor,
        )
    raise Refusal(located)


def lay_out_public(loaded: Loaded, *, draft: bool = False) -> Document:
    """Draw the public edition, which carries no spec: what is internal stays inside. Raises `Refusal`."""
    from sopgen.layout.edition import lay_out_edition

    try:
        return lay_out_edition(loaded.sop, loaded.setelan.waktu_kerja, draft=draft)
    except Refusal as refusal:
        located = tuple(d if d.span else loaded.locate(d) for d in refusal.diagnostics)
    raise Refusal(located)


def lay_out_picture(loaded: Loaded, sheet: Sheet = "A4", *, draft: bool = False) -> Document:
    """Draw the annotated picture for applicants, which carries no spec either. Raises `Refusal`."""
    from sopgen.layout.picture import lay_out_picture as lay_out_sheet

    try:
        return lay_out_sheet(loaded.sop, loaded.setelan.waktu_kerja, sheet, draft=draft)
    except Refusal as refusal:
        located = tuple(d if d.span else loaded.locate(d) for d in refusal.diagnostics)
    raise Refusal(located)


def _origin(loaded: Loaded) -> Origin:
    """What the document will carry: the spec's own bytes; of a form the text that says the same."""
    from sopgen.scene import Origin

    if not loaded.is_form:
        return Origin(loaded.origin.name, loaded.source, loaded.defaults_source)
    from sopgen.editing.house import house_text

    name = loaded.origin.name[: -len(".form.xlsx")] + ".sop.yaml"
    return Origin(name, house_text(loaded.data).encode(), loaded.defaults_source)


def render_document(document: Document, output_format: Format = "pdf", *, archival: Archival = "3a") -> bytes:
    """The finished file of a drawn document; `archival` is for PDF alone."""
    from sopgen.render.formats import FORMATS

    render = FORMATS[output_format].render
    assert render is not None, f"{output_format} holds no document"
    return render(document, archival)


def render_form_of(source: Source | str | Path) -> bytes:
    """The form that holds a spec. Raises `Refusal` where the spec cannot be read."""
    from sopgen.render.form.workbook import render_form

    loaded = load(source)
    return render_form(loaded.data, "" if loaded.is_form else loaded.source.decode("utf-8-sig"))


def spec_text_of_form(path: Path, existing: bytes | None = None) -> bytes:
    """A form as a text: into the one that exists, else into the one it was made from, comments kept. Raises `Refusal`
    for a form that cannot be read, `EditFault` for a text that cannot be changed.
    """
    from sopgen.intake import FileSource

    name = path.with_name(f"{path.stem.removesuffix('.form')}.form.xlsx")
    data = FileSource(path, path.as_posix()).read()
    return text_of_form(FileSource(name, path.as_posix(), data), existing)


def text_of_form(source: Source, existing: bytes | None = None) -> bytes:
    """The same of a form from anywhere, whose name ends in `.form.xlsx`."""
    from sopgen.editing.agreeing import is_editable, make_agree
    from sopgen.editing.house import house_text
    from sopgen.intake.form.reading import source_text

    loaded = load(source)
    assert loaded.is_form
    text = existing.decode("utf-8-sig") if existing is not None else source_text(loaded.source)
    if not text.strip() or (existing is None and not is_editable(text)):  # somebody was at the hidden sheet
        return house_text(loaded.data).encode()
    mark = b"\xef\xbb\xbf" if existing is not None and existing.startswith(b"\xef\xbb\xbf") else b""
    return mark + make_agree(text, loaded.data).encode()


def render_marked(
    document: Document, findings: Sequence[Diagnostic], summary: Message, language: Language = "id"
) -> bytes:
    """A copy of the PDF with a ring and a code at each finding's place, and a legend. No archival file: it may go."""
    from sopgen.marking.copy import marked_copy

    copy = marked_copy(document, findings, summary, language)._replace(maker="check")
    return render_document(copy, "pdf", archival="none")


def render_pages(document: Document, picture: Literal["png", "svg"] = "png") -> tuple[bytes, ...]:
    """The pages of a drawn document as pictures: PNG with 150 dots an inch, or SVG with its fonts."""
    if picture == "svg":
        from sopgen.render.graphviz.seal import sealed
        from sopgen.render.svg import render_pages as svg_pages

        return tuple(sealed(page, "svg") for page in svg_pages(document))
    from sopgen.render.pdf import render_pdf
    from sopgen.render.png import png_pages

    return png_pages(render_pdf(document, "none"))


def render_flowchart(
    loaded: Loaded, document: Document, chart_format: ChartFormat = "svg", *, installed_dot: bool = False
) -> bytes:
    """The flowchart of a drawn spec alone, drawn by Graphviz. Raises `EngineFault` where no engine can."""
    from sopgen.layout.flowpicture import flow_picture
    from sopgen.render.graphviz.flowchart import flowchart_dot

    activities = {step.nomor: step.uraian.teks or "; ".join(step.uraian.butir) for step in loaded.sop.kegiatan}
    dot = flowchart_dot(flow_picture(document), activities, dpi=PICTURE_DPI if chart_format == "png" else None)
    return _drawn(dot, chart_format, "flowchart", installed=installed_dot)


def render_map(
    sops: Sequence[Sop], links: Sequence[str], chart_format: ChartFormat = "svg", *, installed_dot: bool = False
) -> bytes:
    """The map of a bureau's SOPs; `links` are where each one's document is found. Raises `EngineFault`."""
    from sopgen.bureau.map import draw_map
    from sopgen.bureau.naming import heading
    from sopgen.bureau.references import find_references
    from sopgen.render.graphviz.bureau_map import map_dot

    drawn = draw_map(sops, find_references(sops), links)
    dot = map_dot(drawn, heading("Peta SOP", sops), dpi=PICTURE_DPI if chart_format == "png" else None)
    return _drawn(dot, chart_format, "map", installed=installed_dot)


def _drawn(dot: str, chart_format: ChartFormat, maker: Maker, *, installed: bool) -> bytes:
    from sopgen.render.graphviz.engine import draw
    from sopgen.render.graphviz.seal import sealed

    picture = dot.encode() if chart_format == "dot" else draw(dot, chart_format, installed=installed)
    return sealed(picture, chart_format, maker)


def index_row(
    loaded: Loaded,
    document: Document | None,
    *,
    today: date,
    link: str = "",
    standings: Mapping[str, Standing] = MappingProxyType({}),
) -> IndexRow:
    """What a bureau's index says of one SOP; `today` is the reference date, `link` where its document is found.

    `standings`: what filled forms say, as `read_standings` gives it.
    """
    from sopgen.bureau.index import row_of
    from sopgen.bureau.standing import standing_of
    from sopgen.diagnostics import Severity
    from sopgen.report.folding import folded
    from sopgen.report.reviewing import Terms, review_file
    from sopgen.waktu.main_path import main_path_time

    hours = loaded.setelan.waktu_kerja
    found = folded(review_file(loaded.shown_path, check(loaded, today=today), loaded, Terms(today))).findings
    mandatory = sum(each.diagnostic.severity is Severity.WAJIB for each in found)
    path = main_path_time(loaded.sop, hours)
    return row_of(
        loaded.sop,
        today=today,
        time=path.told(hours).id if path.longest or path.unsure else "",
        mandatory=mandatory,
        advisory=len(found) - mandatory,
        pages=len(document.pages) if document else 0,
        signature=_signature_box(document) if document else None,
        link=link,
        standing=standing_of(loaded.sop, standings),
    )


def _signature_box(document: Document) -> SignatureBox | None:
    from sopgen.bureau.index import SignatureBox

    for page in document.pages:
        if page.signature_box:
            x0, y0, x1, y1 = page.signature_box
            return SignatureBox(page.number, x0, page.size[1] - y1, x1, page.size[1] - y0)
    return None


def render_index(rows: Sequence[IndexRow], sops: Sequence[Sop], *, today: date) -> bytes:
    """The index as a workbook; `sops` are those of its rows."""
    from sopgen.bureau.naming import heading
    from sopgen.render.xlsx.index import render_index as render

    return render(rows, heading("Indeks SOP", sops), today)


def render_paper(paper: Paper, form: PaperForm = "pdf") -> bytes:
    """The finished file of a paper beside SOPs. Raises `Refusal` for a text that no page holds."""
    if form == "docx":
        from sopgen.render.docx import render_docx

        return render_docx(paper)
    if form == "xlsx":
        from sopgen.render.xlsx.paper import render_paper as as_workbook

        return as_workbook(paper)
    from sopgen.layout.papers import lay_out_paper

    return render_document(lay_out_paper(paper), "pdf")


def read_filled(path: Path, shown: str) -> tuple[Assessment, ...]:
    """What a filled form of monitoring or evaluation says, row by row. Raises `Refusal` with every fault."""
    from sopgen.papers.filled import read_filled as read

    return read(read_held(path), shown)


def render_reviews(sops: Sequence[Sop], standings: Mapping[str, Standing] = MappingProxyType({})) -> bytes:
    """The calendar of due reviews, each from the SOP's last assessment, else its last date."""
    from sopgen.bureau.standing import reviews_of, standing_of
    from sopgen.render.calendar import render_calendar

    return render_calendar([review for sop in sops for review in reviews_of(sop, standing_of(sop, standings))])


def render_service(loaded: Loaded, sheet: ServiceSheet, form: PaperForm = "pdf", *, dated: date | None = None) -> bytes:
    """A paper of a service SOP. `dated`: when it is set, if not from its Tanggal Efektif. Raises `Refusal`."""
    try:
        paper = _service_paper(loaded, sheet, dated)
        if form != "pdf":
            return render_paper(paper, form)
        from sopgen.layout.finishing import with_watermark
        from sopgen.layout.papers import lay_out_paper

        return render_document(with_watermark(lay_out_paper(paper), loaded.sop))
    except Refusal as refusal:
        located = tuple(d if d.span else loaded.locate(d) for d in refusal.diagnostics)
    raise Refusal(located)


def _service_paper(loaded: Loaded, sheet: ServiceSheet, dated: date | None) -> Paper:
    from sopgen.papers.service_standard import leaflet, pledge, service_standard

    hours = loaded.setelan.waktu_kerja
    match sheet:
        case "standar":
            return service_standard(loaded.sop, hours, dated=dated)
        case "selebaran":
            return leaflet(loaded.sop, hours)
        case "maklumat":
            return pledge(loaded.sop, dated=dated)


def empty_components(loaded: Loaded) -> tuple[str, ...]:
    """The components of the service standard that nobody filled in, by their names."""
    from sopgen.service.components import components_of

    return tuple(each.name for each in components_of(loaded.sop, loaded.setelan.waktu_kerja) if not each.lines)


def proposal_of(loaded: Loaded, *, today: date) -> Proposal:
    """What the check makes of one SOP, as minutes of its evaluation propose it."""
    from sopgen.diagnostics import Severity
    from sopgen.papers.minutes import Proposal
    from sopgen.report.folding import folded, steps_of
    from sopgen.report.reviewing import Terms, review_file

    reviewed = review_file(loaded.shown_path, check(loaded, today=today), loaded, Terms(today))
    found = [each.diagnostic for each in folded(reviewed).findings]
    mandatory = sum(each.severity is Severity.WAJIB for each in found)
    causes = []
    for each in sorted(found, key=lambda each: each.severity is not Severity.WAJIB):
        steps = steps_of(each)
        where = f"Langkah {', '.join(map(str, steps))}: " if steps else ""
        causes.append(where + each.message.id)
    return Proposal(mandatory, len(found) - mandatory, tuple(causes))


def compile_documents(loaded: Sequence[Loaded], documents: Sequence[Document]) -> Document:
    """One volume of drawn SOPs. Its texts are those of the first one's sopgen.yaml. Raises `Refusal`."""
    from sopgen.layout.compilation import Member, compile_volume

    members = [Member(each.sop, document) for each, document in zip(loaded, documents, strict=True)]
    try:
        return compile_volume(members, loaded[0].setelan.kompilasi)._replace(maker="compile")
    except Refusal as refusal:
        located = tuple(d if d.span else loaded[0].locate(d) for d in refusal.diagnostics)
    raise Refusal(located)


def build_document(source: Source | str | Path, *, draft: bool = False) -> Document:
    """Spec -> drawn document."""
    return lay_out(load(source), draft=draft)


def build_pdf(source: Source | str | Path, *, draft: bool = False, archival: Archival = "3a") -> bytes:
    """Spec -> PDF."""
    return render_document(build_document(source, draft=draft), "pdf", archival=archival)


def enclosed(data: bytes) -> Origin:
    """The files that a finished document was made from, out of itself. Raises `NothingEnclosed`."""
    from sopgen.render.formats import enclosed as in_format

    return in_format(data)


def maker_of(data: bytes) -> str:
    """The command that a finished file as it was written is of."""
    from sopgen.render.maker import maker_of as named

    return named(data)


def seal_state(data: bytes) -> SealState:
    """Whether a finished file is still as it was written: `whole`, `edited`, or `foreign` where it carries no seal."""
    from sopgen.render.formats import seal_state as of_format

    return of_format(data)
