"""The compliance sheet's style: A4, black on white, legible from a copier; colours only help."""

from __future__ import annotations

from typing import Final

STYLE: Final = """\
@page { size: A4; margin: 16mm 15mm 16mm 20mm; }
* { box-sizing: border-box; }
body { margin: 0; background: #ececec; color: #111;
  font: 10pt/1.35 Arial, "Liberation Sans", Helvetica, sans-serif; }
article { background: #fff; width: 210mm; min-height: 297mm; margin: 8mm auto; padding: 16mm 15mm 16mm 20mm; }
h1 { font-size: 14pt; margin: 0; letter-spacing: .03em; }
h2 { font-size: 10.5pt; margin: 6mm 0 1.5mm; padding-bottom: .6mm; border-bottom: .8pt solid #111; }
.bureau { margin: 0 0 5mm; font-size: 10pt; }
table { width: 100%; border-collapse: collapse; }
th, td { border: .6pt solid #555; padding: 1.1mm 1.8mm; text-align: left; vertical-align: top; }
thead th { background: #efefef; }
.identity th { width: 38mm; background: #f6f6f6; font-weight: normal; color: #333; }
.sum { display: flex; margin: 5mm 0 0; border: .8pt solid #111; }
.sum div { flex: 1; padding: 2mm 3mm; border-left: .6pt solid #999; }
.sum div:first-child { border-left: 0; flex: 2.2; }
.sum b { display: block; font-size: 15pt; line-height: 1.15; }
.sum div:first-child b { font-size: 12pt; line-height: 1.3; }
.sum span { font-size: 8.5pt; color: #444; }
.code { width: 21mm; white-space: nowrap; font-weight: bold; }
.code small { display: block; font-weight: normal; }
.wajib { color: #a51d14; }
.anjuran { color: #17518a; }
.where { width: 24mm; }
.source { width: 43mm; font-size: 8.5pt; color: #333; }
.remedy { margin: .8mm 0 0; color: #333; font-style: italic; }
.none { margin: 1mm 0; }
code { font-family: inherit; font-style: normal; font-weight: bold; }
.signed { display: flex; justify-content: flex-end; margin-top: 9mm; break-inside: avoid; }
.signed div { width: 70mm; }
.signed .line { margin-top: 19mm; border-top: .6pt solid #111; padding-top: 1mm; font-size: 8.5pt; color: #444; }
footer { margin-top: 6mm; font-size: 8pt; color: #555; }
tr, .sum { break-inside: avoid; }
thead { display: table-header-group; }
@media print {
  body { background: none; }
  article { width: auto; min-height: 0; margin: 0; padding: 0; }
  article + article { break-before: page; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
"""
