"""The compliance sheet's style: A4, black on white, legible from a copier; nothing is meant by colour alone."""

from __future__ import annotations

from typing import Final

from sopgen.diagnostics import Language
from sopgen.report.harmless import spelled_out
from sopgen.report.sheet_pages import TIGHT

_PAGES: Final[dict[Language, str]] = {
    "id": '"Halaman " counter(page) " dari " counter(pages)',
    "en": '"Page " counter(page) " of " counter(pages)',
}
_STYLE: Final = """\
@page { size: A4; margin: 15mm 15mm 17.5mm 20mm;
  @bottom-right { content: %(pages)s; font: 7.5pt Arial, "Liberation Sans", sans-serif; } }
* { box-sizing: border-box; }
body { margin: 0; background: #ececec; color: #000;
  font: 8.5pt/1.35 Arial, "Liberation Sans", Helvetica, sans-serif; }
.page { background: #fff; width: 210mm; min-height: 297mm; margin: 8mm auto; padding: 15mm 15mm 17.5mm 20mm; }
.running { display: flex; justify-content: space-between; gap: 5mm; margin: 0 0 2mm; font-size: 9.5pt; }
.running span { font-size: 8.5pt; }
.tight { zoom: %(tight)g; }
h1 { font-size: 13pt; margin: 0; }
h1 span { float: right; font-size: 8.5pt; font-weight: normal; line-height: 2; }
h2 { font-size: 9.5pt; margin: 4mm 0 1.5mm; }
.bureau { margin: 0 0 1mm; font-size: 10pt; }
table { width: 100%%; border-collapse: collapse; table-layout: fixed; }
td { overflow-wrap: anywhere; }
th, td { border: .4pt solid #000; padding: .8mm 1.4mm; text-align: left; vertical-align: top; }
thead th { background: #e4e4e4; text-align: center; vertical-align: middle; border-width: .8pt .4pt; }
.identity { border-top: .8pt solid #000; border-bottom: .8pt solid #000; margin-top: 2mm; }
.identity th, .identity td { border: 0; border-bottom: .3pt solid #a8a8a8; padding-top: .7mm; padding-bottom: .7mm; }
.identity th { font-weight: normal; }
.identity .note td { font-size: 7.5pt; }
.identity col:first-child { width: 33mm; }
.identity col:nth-child(3) { width: 35mm; }
.identity col:nth-child(4) { width: 34mm; }
.identity.head tr:first-child td { font-weight: bold; }
.sum { display: flex; margin: 3mm 0; border: .8pt solid #000; break-inside: avoid; }
.sum div { flex: none; width: 25mm; padding: 2mm; border-left: .4pt solid #000; text-align: center; }
.sum div:first-child { border-left: 0; flex: 1; padding: 2mm 3mm; text-align: left; }
.sum b { display: block; font-size: 13pt; line-height: 1.2; }
.sum div:first-child b { font-size: 11pt; }
.sum span { font-size: 7.5pt; }
.group td { background: #e4e4e4; font-weight: bold; }
tbody, tr { break-inside: avoid; }
.entries .no { text-align: center; }
.entries .source, .entries .open td { font-size: 7.5pt; }
.entries .open td { padding-top: .4mm; padding-bottom: .4mm; border-top-color: #a8a8a8; }
.entries .follow { height: 13mm; font-size: 7.5pt; }
.rule { white-space: nowrap; }
small { display: block; font-size: 7pt; font-weight: normal; }
.remedy { margin: .6mm 0 0; }
.effect { margin: .8mm 0 0; padding-left: 1.5mm; border-left: 1.5pt solid #a8a8a8; font-size: 7.5pt; }
.box { display: inline-block; width: 3mm; height: 3mm; margin: 0 .6mm .9mm 0; border: .6pt solid #000; }
.box { vertical-align: -.5mm; }
.follow u { display: inline-block; width: 14mm; border-bottom: .4pt solid #000; text-decoration: none; }
.rekap td, .small td:nth-child(n+3) { text-align: center; vertical-align: middle; }
.rekap td:nth-child(2) { text-align: left; }
.rekap th, .rekap td:nth-child(n+3) { padding-left: .6mm; padding-right: .6mm; }
.rekap a { color: inherit; text-decoration: none; }
.tag { display: inline-block; font-size: 6.5pt; font-weight: bold; padding: .5mm 1mm; border: .6pt solid #000; }
.tag.failed, .tag.open { background: #000; color: #fff; }
.ruled { border: .6pt solid #000; break-inside: avoid; }
.ruled p { height: 8.4mm; margin: 0; border-bottom: .4pt solid #a8a8a8; }
.ruled.named { margin-top: 3mm; }
.ruled small { padding: 1mm 1.4mm 0; }
.ruled p:last-child { border-bottom: 0; }
code { font-family: inherit; font-weight: bold; }
.bound { margin: 3mm 0 0; font-size: 7.5pt; }
.signed { display: flex; gap: 12mm; margin-top: 4mm; }
.signed > div { flex: 1; max-width: 55mm; }
.signed.one { justify-content: flex-end; }
.signed .line { margin-top: 15mm; border-top: .4pt solid #000; padding-top: 1mm; }
.signed p { display: flex; gap: 1.5mm; margin: 0; line-height: 2; }
.signed p.place { gap: 0; }
.signed u { flex: 1; border-bottom: .4pt solid #000; text-decoration: none; margin-bottom: 1.2mm; }
footer { margin-top: 5mm; font-size: 7.5pt; }
thead { display: table-header-group; }
@media print {
  body { background: none; }
  .page { width: auto; min-height: 0; margin: 0; padding: 0; }
  .page + .page, article + article { break-before: page; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
"""
STYLE: Final[dict[Language, str]] = {
    language: _STYLE % {"pages": pages, "tight": TIGHT} for language, pages in _PAGES.items()
}


def page_foot(sheet: int | str, words: str) -> str:
    """A rule that gives all pages of one sheet their own foot."""
    told = "".join(
        letter if letter.isalnum() or letter in _PLAIN else f"\\{ord(letter):x} " for letter in spelled_out(words)
    )
    return (
        f'@page lembar-{sheet} {{ @bottom-left {{ content: "{told}"; '
        'font: 7.5pt Arial, "Liberation Sans", sans-serif; } }\n'
        f"#lembar-{sheet} {{ page: lembar-{sheet}; }}\n"
    )


_PLAIN: Final = frozenset(" .,-/·()")
