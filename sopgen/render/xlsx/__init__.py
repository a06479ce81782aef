"""Document in, workbook out: the sheets "Identitas" and "Prosedur", their drawing, seal and source.

    paragraphs, words                     texts as a spreadsheet holds them
    wrapping, lines                       the lines that programs will make of them, and the room that these need
    identity_slots -> identity_rows       identity tables as cells that a person edits
    ranges -> sheets                      pages to texts in grids of cells
    cells                                 the grids as openpyxl writes them
    arrows, shape_names -> markup         what is drawn, as DrawingML
    drawing                               one sheet's drawing part
    workbook                              all of it as one package (render/ooxml: parts, seal, source, properties)
    index                                 a folder's list of SOPs, a workbook of its own

What a reader may rely on in `xl/drawings/drawingN.xml` (N: the sheet's number):

- A symbol is an `xdr:sp` with a `flowChart…` preset, anchored inside its executor's cell. Name `Langkah 5 · Keputusan`
  (`Mulai/Selesai`, `Proses`, `Keputusan`; ` (tambahan)` for a capsule that is no kegiatan); description
  `Langkah 5: Keputusan; pelaksana: Kabid, Analis`. A pentagon is `Konektor 2 · ke halaman lain` or
  `Konektor 2 · dari halaman lain`, its number also its text; a pair alone at its page break has none.
- An arrow is an `xdr:cxnSp`, or an `xdr:sp` with an open `a:custGeom`; `a:tailEnd` stands at its target. Name
  `Panah 5 → 6` (`mulai`, `selesai` for an extra capsule; several with commas), description
  `Panah 5 → 6; cabang: Tidak; kembali`. Drawn in parts, the names end in ` (1/2)` and ` (2/2)`, and the parts meet.
- `mc:AlternateContent` wraps whole anchors; both branches carry the same id and name.
- A plain line inside a joint activity is `Garis bersama · langkah 4`; a branch label a text box
  `Label langkah 5 · Tidak`; the watermark `Tanda air · halaman 2`; the logo `Lambang`.
"""
