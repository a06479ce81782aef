"""What a check of any one file gives: the spec in it, what was found, and what could not be examined and why."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from sopgen.diagnostics import Diagnostic, Message
from sopgen.intake.loaded import Loaded
from sopgen.rules.paper import Paper


class Unexamined(NamedTuple):
    """Something a reviewer may think was judged, and was not. `decisive`: whether a verdict rests on it.

    `rules`: whose question it was, where it is that of few; `chosen`: whether it was left out on purpose, by what the
    command line asked for or by the settings of the project.
    """

    what: Message
    why: Message
    decisive: bool = True
    rules: tuple[str, ...] = ()
    chosen: Literal["", "asked", "settled"] = ""


class Held(NamedTuple):
    """`loaded` is None where the file carries no spec that can be read; `diagnostics` are sorted and located.

    `paper`: where things stand on what was examined, as far as that was read. `parts`: of a file with several SOPs
    each of them, and then nothing else. `carries`: whether its spec is inside;
    `altered`: whether the file shows something else than that gives, or nobody can tell that it does not.
    `pages`: of a PDF those on which it stands.
    """

    loaded: Loaded | None
    diagnostics: tuple[Diagnostic, ...]
    unexamined: tuple[Unexamined, ...] = ()
    paper: Paper = Paper()
    parts: tuple[Held, ...] = ()
    carries: bool = False
    altered: bool = False
    pages: tuple[int, ...] = ()


UNREAD = Unexamined(
    Message(
        "kepala, enam kotak, kegiatan, mutu baku, dan bagan alur",
        "the header, the boxes, the steps, mutu baku, the chart",
    ),
    Message("berkas ini tidak terbaca", "the file was not read"),
)
OF_THE_FLOW: Final = (
    "AKT-04, AKT-05, AKT-06, FMT-03, JNS-01 … JNS-05, KEG-02, KEG-03, KEG-07, KEG-08, MB-02, MB-04, STD-01"
)
"""Rules over specs that ask who leads where."""
OF_THE_CHART: Final = "FMT-02, FMT-05, SIM-01 … SIM-08, PNH-01 … PNH-08, OPC-01 … OPC-04"
"""Rules that look at symbols and arrows."""
FLOW = Unexamined(
    Message(
        f"aturan tentang alur dan pelaksana ({OF_THE_FLOW})", f"the rules about flow and executors ({OF_THE_FLOW})"
    ),
    Message(
        "panah dan simbolnya belum membentuk alur yang utuh; yang diperiksa isi selnya",
        "arrows and symbols make no whole flow yet; the cells are what was examined",
    ),
)
_OF_CHART: Final = Message(
    f"bagan alur: simbol dan panah ({OF_THE_CHART}), dan yang bergantung padanya ({OF_THE_FLOW})",
    f"the chart: symbols and arrows ({OF_THE_CHART}), and what depends on them ({OF_THE_FLOW})",
)
CHART = Unexamined(
    _OF_CHART,
    Message(
        "bagannya gambar, bukan bentuk (shape); periksa dengan mata", "the chart is a picture and no shapes; look at it"
    ),
)
NO_CHART = Unexamined(
    _OF_CHART,
    Message(
        "tidak ada bagan di kolom pelaksana: belum digambar, atau dibuang program yang menyimpan berkas ini; minta "
        "berkas asalnya",
        "there is no chart in the executors' columns: nobody drew it, or a program that saved the file dropped it; ask "
        "for the file as it was made",
    ),
)
BREAKS = Unexamined(
    Message("pergantian halaman otomatis (OPC-04, TBL-04)", "automatic page breaks (OPC-04, TBL-04)"),
    Message(
        "lembarnya tanpa pergantian halaman yang ditetapkan, jadi letaknya menurut pencetaknya; periksa pada cetakan "
        "bahwa panah yang terputus bersegi lima dan kepala tabel berulang",
        "the sheet has no page breaks set, so that they fall where the printer puts them; see on a print that arrows "
        "cut there have pentagons, and that the table's head repeats",
    ),
    decisive=False,
)
EDITED = Unexamined(
    Message("isi yang diubah sesudah berkas ini dibuat", "what was changed after the file was made"),
    Message(
        "yang tercetak dibandingkan dengan spesifikasi di dalam berkas; aturan tentang isi (kepala, kotak, kegiatan, "
        "mutu baku, alur) memeriksa spesifikasi itu",
        "what is printed was compared with the spec inside; the rules on contents (header, boxes, steps, mutu baku, "
        "flow) examine that spec",
    ),
)
UNREADABLE_SPEC = Unexamined(
    Message("apakah isinya sama dengan spesifikasi di dalamnya", "whether the file says what the spec in it says"),
    Message(
        "spesifikasi itu tidak dapat dibaca versi sopgen ini; yang dinilai gambar dan selnya",
        "this version of sopgen cannot read that spec; its drawing and cells are what was judged",
    ),
)
STRIPPED = Unexamined(
    Message("apakah isinya sama dengan spesifikasi asalnya", "whether it says what the spec that it came from says"),
    Message(
        "berkas ini dibuat sopgen tanpa spesifikasi di dalamnya, atau disimpan program lain yang membuangnya; aturan "
        "yang memerlukan sifat dan jenis SOP pun tidak dapat diperiksa; minta berkas asalnya",
        "sopgen made this file without the spec inside, or another program saved it so; rules that need the SOP's "
        "nature and kind cannot be examined either; ask for the file as it was made",
    ),
)
REPLACED_SPEC = Unexamined(
    Message("apakah isinya sama dengan spesifikasi asalnya", "whether it says what the spec that it came from says"),
    Message(
        "spesifikasi di dalam berkas ini bukan lagi yang dipakai membuatnya (SHA-256 tidak cocok), dan halamannya "
        "bukan dari spesifikasi itu; minta berkas asalnya",
        "the spec inside is no longer the one that the file was made from (SHA-256 differs), and the pages are not of "
        "it; ask for the file as it was made",
    ),
)
_PAGES: Final = Message(
    "apakah halamannya masih sama dengan spesifikasi di dalamnya", "whether its pages still say what its spec says"
)
PAGES = Unexamined(
    _PAGES,
    Message(
        "gambar halaman PDF ini tidak dapat dibandingkan; yang dinilai spesifikasi di dalamnya, jadi lihat halamannya",
        "the pictures of this PDF's pages cannot be compared; the spec inside is what was judged, so look at the pages",
    ),
)
OTHER_EDITION = Unexamined(
    _PAGES,
    Message(
        "PDF ini dibuat edisi sopgen yang menggambar lain; yang dinilai spesifikasi di dalamnya, jadi lihat "
        "halamannya, atau minta PDF yang dibuat lagi",
        "an edition of sopgen that draws otherwise made this PDF; the spec inside is what was judged, so look at "
        "the pages, or ask for the PDF made anew",
    ),
)
PLACED = Unexamined(
    Message(
        "apakah ada kotak, gambar, atau tulisan yang ditambahkan di atas atau di luar tabelnya",
        "whether boxes, pictures or texts were added upon its table or outside of it",
    ),
    Message(
        "buku kerja ini dibuat edisi sopgen yang menggambar lain, lalu diubah; lihat lembarnya, atau minta berkas yang "
        "dibuat lagi",
        "an edition of sopgen that draws otherwise made this workbook, and somebody changed it; look at its sheets, or "
        "ask for the file made anew",
    ),
)
DRAWING_ALONE = Unexamined(
    Message(
        "apakah isi buku kerja sama dengan spesifikasi di dalamnya", "whether the workbook says what its spec says"
    ),
    Message("spesifikasi itu tidak dapat digambar versi sopgen ini", "this version of sopgen cannot draw that spec"),
)


_ONCE_A_FLOW = frozenset({"SIM-02"})  # a spec says it of its columns, a drawing of its start


def folded(of_spec: tuple[Diagnostic, ...], of_drawing: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Both without what the drawing shows at its place already (same rule, same step), or the spec says of the flow."""
    said = {each.code for each in of_spec} & _ONCE_A_FLOW
    drawn = tuple(each for each in of_drawing if each.code not in said)
    shown = {(each.code, each.step) for each in drawn}
    return (*drawn, *(each for each in of_spec if (each.code, each.step) not in shown))
