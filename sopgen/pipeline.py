"""The whole order, and the only module that knows it: source -> Sop -> Document -> bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from sopgen.diagnostics import Diagnostic, Language, Message, Refusal
from sopgen.intake import Loaded, Source, load_spec
from sopgen.intake.sop import Sop

if TYPE_CHECKING:  # what draws is imported where it draws: a check reads only
    from sopgen.bureau.index import IndexRow, SignatureBox
    from sopgen.bureau.standing import Standing
    from sopgen.layout.picture import Sheet
    from sopgen.render.enclosed import SealState
    from sopgen.render.pdf import Archival
    from sopgen.scene import Document, FlowChoice, Maker, Origin
    from sopgen.seen import Likeness

Format = Literal["pdf", "xlsx"]
ChartFormat = Literal["svg", "png", "pdf", "dot"]

PICTURE_DPI = 150
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
            origin=origin_of(loaded),
            konektor=loaded.sop.tampilan.konektor,
        )
    raise Refusal(located)


def ensure_drawable(loaded: Loaded) -> None:
    """Raise the `Refusal` of `lay_out`, where it has one: found without its searches wherever there is none."""
    from sopgen import layout

    try:
        layout.lay_out_hastily(loaded.sop)
    except Refusal:
        lay_out(loaded)


def preview(loaded: Loaded, choice: FlowChoice, *, draft: bool = False) -> Document | None:
    """What `lay_out` draws, soon, for an eye alone: with its flow table set as it was before. None where that fails."""
    from sopgen.layout import lay_out_as

    return lay_out_as(loaded.sop, choice, draft=draft)


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


def origin_of(loaded: Loaded) -> Origin:
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


def render_unfinished_form(source: Source) -> bytes:
    """The form of a spec's text as it stands, also where what it says is no whole SOP yet: *Periksa* marks the cells.

    Raises `Refusal` for a text that is no YAML.
    """
    from sopgen.intake.loading import read_tree
    from sopgen.render.form.workbook import render_form

    text = source.read()
    return render_form(read_tree(text, source).data, text.decode("utf-8-sig"))


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
    document: Document,
    findings: Sequence[Diagnostic],
    summary: Message,
    language: Language = "id",
    *,
    redrawn: bool = False,
    entries: Sequence[Diagnostic] | None = None,
    pages: Sequence[int] = (),
) -> bytes:
    """A copy of the PDF with a ring and a code at each finding's place, and a legend. No archival file: it may go.

    `redrawn`: the document shows what another file says, and each page of the copy tells so. `entries`: the findings
    as a report tells them, with their places in words. `pages`: of each page its number in that file, if it is another.
    """
    from sopgen.marking.copy import marked_copy

    copy = marked_copy(document, findings, summary, language, redrawn=redrawn, entries=entries, pages=pages)
    copy = copy._replace(maker="check")
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


def unlike_pages(data: bytes, document: Document, among: Sequence[int] | None = None) -> Likeness | None:
    """How the pages of a PDF look otherwise than the document that its spec gives; None where nobody can tell.

    `among`: the pages that are looked at, from 1, where not all are.
    """
    from sopgen.drawn.pdf.contents import NotOpened
    from sopgen.render.pdf.likeness import unlike_pages as compared

    try:
        return compared(data, render_document(document), [page.size for page in document.pages], among)
    except NotOpened:
        return None


def all_enclosed(data: bytes) -> tuple[Origin, ...]:
    """Every spec that a PDF brings, where several SOPs were merged into one; nothing where it cannot be read."""
    from sopgen.render.pdf.source import all_enclosed as in_pdf

    return in_pdf(data)


def count_pages(data: bytes) -> int:
    """How many pages a PDF has; 0 where nobody can tell."""
    from sopgen.drawn.pdf.contents import NotOpened
    from sopgen.drawn.pdf.opening import opened_pdf

    try:
        with opened_pdf(data) as pdf:
            return len(pdf)
    except NotOpened:
        return 0


def portfolio_of(data: bytes) -> tuple[str, ...]:
    """The names of the files that a PDF portfolio brings; nothing for any other PDF."""
    from sopgen.render.pdf.source import portfolio_of as in_pdf

    return in_pdf(data)


def is_scanned(data: bytes) -> bool:
    """Whether every page of a PDF is a picture; False where nobody can tell."""
    from sopgen.drawn.pdf.contents import NotOpened
    from sopgen.drawn.pdf.opening import opened_pdf
    from sopgen.render.pdf.scans import is_scan

    try:
        with opened_pdf(data) as pdf:
            return all(is_scan(pdf, at) for at in range(len(pdf)))
    except NotOpened:
        return False


def shares_of(data: bytes, documents: Sequence[Document]) -> tuple[tuple[int, ...], ...]:
    """Of each SOP in a PDF its pages there, from 1; none where nobody can tell."""
    from sopgen.drawn.pdf.contents import NotOpened
    from sopgen.render.pdf.sharing import shares

    try:
        return shares(data, [render_document(each, archival="none") for each in documents])
    except NotOpened:
        return ((),) * len(documents)


def maker_of(data: bytes) -> str:
    """The command that a finished file as it was written is of."""
    from sopgen.render.maker import maker_of as named

    return named(data)


def seal_state(data: bytes) -> SealState:
    """Whether a finished file is still as it was written: `whole`, `edited`, or `foreign` where it carries no seal."""
    from sopgen.render.formats import seal_state as of_format

    return of_format(data)
