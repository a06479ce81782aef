"""Why the flow pages of a SOP cannot be drawn: each cause as the refusal that its author reads."""

from __future__ import annotations

from sopgen.diagnostics import Message, Refusal
from sopgen.flow import Flow
from sopgen.intake.sop import Kertas
from sopgen.layout.faults import fault, in_millimetres, refuse
from sopgen.layout.flowpages.pagination import TooTallError
from sopgen.layout.flowpages.rows import TooNarrowError
from sopgen.layout.flowpages.table import FlowTable
from sopgen.layout.paper import PAPERS, larger_papers, table_width

_HEAD_MOST = 0.55  # of a page's height; a head that takes more leaves no room worth the name for rows


def _larger_paper(paper: Kertas) -> Message:
    larger = larger_papers(paper)
    if not larger:
        return Message("bagi SOP menjadi dua", "divide the SOP in two")
    return Message(
        f"coba kertas {' atau '.join(larger)}, atau bagi SOP", f"try the paper {' or '.join(larger)}, or divide the SOP"
    )


def _paper_for(paper: Kertas, lanes: int, error: TooNarrowError) -> Message:
    """Only papers on which these lanes find their width are named."""
    more = {name: table_width(name) - table_width(paper) for name in PAPERS}
    enough = [name for name in PAPERS if error.available + more[name] >= error.needed]
    if enough:
        named = ", ".join(enough[:-1]), enough[-1]
        comma = "," if len(enough) > 2 else ""
        return Message(
            f"pilih kertas {f'{comma} atau '.join(filter(None, named))}, atau bagi SOP",
            f"choose the paper {' or '.join(filter(None, named))}, or divide the SOP",
        )
    widest = max(more, key=lambda name: more[name])
    most = int((error.available + more[widest]) * lanes / error.needed)
    return Message(
        f"tidak ada kertas yang cukup lebar: kurangi pelaksana (kertas {widest} memuat paling banyak {most}), atau "
        "bagi SOP menjadi dua",
        f"no paper is wide enough: name fewer executors ({widest} holds {most} at the most), or divide the SOP in two",
    )


def too_narrow(paper: Kertas, lanes: int, error: TooNarrowError) -> Refusal:
    needed, available = in_millimetres(error.needed), in_millimetres(error.available)
    message = Message(
        f"{lanes} kolom pelaksana tidak muat pada kertas {paper}: perlu {needed}, tersedia {available}",
        f"{lanes} lanes do not fit the paper {paper}: {needed} needed, {available} available",
    )
    return refuse(fault("GAMBAR-03", message, _paper_for(paper, lanes, error), ("pelaksana",)))


def too_tall(error: TooTallError, table: FlowTable) -> Refusal:
    """Names the tallest cell of the row that fits on no page."""
    step = error.step
    columns = table.rows.texts
    widths = zip(columns, table.widths.texts, strict=True)
    heights = [table.rows.height(step, column.key, width, table.size) for column, width in widths]
    key = columns[heights.index(max(heights))].field
    excess = in_millimetres(error.excess)
    message = Message(
        f"baris kegiatan {step} tidak muat pada satu halaman: `{key}` {excess} terlalu tinggi "
        f"pada huruf {table.size:g} pt",
        f"the row of step {step} does not fit the paper: `{key}` is {excess} too high at {table.size:g} pt",
    )
    remedy = Message(
        "persingkat teks, bagi kegiatan menjadi beberapa, atau kecilkan tampilan.ukuran_huruf_terkecil",
        "shorten the text, divide the step, or lower tampilan.ukuran_huruf_terkecil",
    )
    return refuse(fault("GAMBAR-02", message, remedy, ("kegiatan", step - 1, key), step))


def head_too_tall(table: FlowTable, title_height: float, room: float) -> Refusal | None:
    """Names the text that leaves a flow page no room for rows: the title, a lane's name or a column's heading."""
    levels = table.columns.levels
    head = [title_height, *table.header_rows[:levels]]
    if sum(head) < _HEAD_MOST * room:
        return None
    tallest = head.index(max(head))
    path: tuple[str | int, ...] = ("judul",)
    if tallest > 0:
        cells = [cell for cell in table.columns.head_cells if cell.level < tallest <= cell.level + cell.levels]
        path = max((table.setter.height(table.rows.heads[cell.head], 1.0, 1.0), cell.head.place) for cell in cells)[1]
    excess = in_millimetres(sum(head) - _HEAD_MOST * room)
    message = Message(
        f"kepala halaman alur tidak muat pada satu halaman: `{'.'.join(map(str, path))}` {excess} terlalu tinggi",
        f"the head of the flow page does not fit the paper: `{'.'.join(map(str, path))}` is {excess} too high",
    )
    return refuse(fault("GAMBAR-02", message, Message("persingkat teks itu", "shorten that text"), path))


def unlabelled(paper: Kertas, steps: tuple[int, ...]) -> Refusal:
    names = ", ".join(map(str, steps))
    message = Message(
        f"label cabang pada kegiatan {names} tidak mendapat tempat yang bersih di kertas ini (tidak muat)",
        f"a branch label of step {names} finds no clear place: it does not fit the paper",
    )
    larger = _larger_paper(paper)
    remedy = Message(f"persingkat label, atau {larger.id}", f"shorten the label, or {larger.en}")
    return refuse(fault("GAMBAR-06", message, remedy, ("kegiatan", steps[0] - 1), steps[0]))


def no_room(paper: Kertas, flow: Flow, steps: tuple[int, int] | None) -> Refusal:
    """Arrows without a track, on the page of these kegiatan: a manual route is the likelier cause."""
    forced = next((edge for edge in flow.edges if edge.rute), None)
    if forced is not None:
        step = forced.steps[0] or 1
        message = Message(
            f"rute manual pada kegiatan {step} tidak dapat digambar: panah tidak mendapat jalur "
            "(aturan PNH-01, PNH-03 dan jarak 1 mm)",
            f"the manual route of step {step} cannot be drawn: the arrow finds no track "
            "(rules PNH-01, PNH-03 and 1 mm clearance)",
        )
        remedy = Message("hapus atau ubah `rute`", "remove or change `rute`")
        return refuse(fault("GAMBAR-04", message, remedy, ("kegiatan", step - 1, "rute"), step))
    rows = (
        Message("", "")
        if steps is None
        else Message(f" kegiatan {steps[0]}-{steps[1]}", f" of steps {steps[0]}-{steps[1]}")
    )
    message = Message(
        f"panah{rows.id} tidak mendapat jalur di kertas ini (tidak muat): terlalu banyak panah berdampingan",
        f"the arrows{rows.en} do not fit the paper: too many side by side",
    )
    place = ("kegiatan",) if steps is None else ("kegiatan", steps[0] - 1)
    return refuse(fault("GAMBAR-05", message, _larger_paper(paper), place))
