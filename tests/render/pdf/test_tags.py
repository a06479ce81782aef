"""The tag tree of finished files: every word once, in the order of reading, with blanks where words part."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from sopgen.pipeline import build_document
from sopgen.render.pdf import render_pdf
from sopgen.render.pdf.pieces import SOFT_HYPHEN, lines_of
from tests.generator import generate
from tests.render.render_samples import a_document, marked_document
from tests.tag_tree import marked_texts, tag_tree


def drawn(tmp_path, text, *, draft=False):
    path = tmp_path / "x.sop.yaml"
    path.write_text(text, encoding="utf-8")
    return build_document(path, draft=draft)


def heard(data):
    """All text of the tree, leaf after leaf; figures are told by their alternatives instead."""
    texts = marked_texts(data)
    found = []

    def walk(element, page):
        page = pages[element.Pg.objgen] if "/Pg" in element else page
        kids = element.get("/K", pikepdf.Array())
        for kid in list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
            if not isinstance(kid, pikepdf.Dictionary):
                found.append("" if element.S == "/Figure" else texts.get((page, int(kid)), ""))
            elif kid.get("/Type") != "/OBJR":
                walk(kid, page)

    with pikepdf.open(BytesIO(data)) as pdf:
        pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        walk(pdf.Root.StructTreeRoot.K, None)
    return found


def printed(document):
    """The texts that belong to the document itself, in the order of its pages and cells."""
    first_flow = next(page for page in document.pages if page.kind == "prosedur")
    for page in document.pages:
        if page is first_flow:
            yield from (text for text in page.texts if text.box[1] < page.tables[0].rows[0])
        for cell in (cell for table in page.tables for cell in table.cells):
            if page.kind == "identitas" or cell.step is not None or (cell.header and page is first_flow):
                yield from cell.texts


@pytest.mark.parametrize("seed", [1, 2, 5, 11, 17])
def test_every_word_is_heard_once_and_in_order(tmp_path, seed):
    document = drawn(tmp_path, generate(seed, steps=(8, 24)))

    told = [word for leaf in heard(render_pdf(document)) for word in leaf.replace(SOFT_HYPHEN, "").split()]

    assert told == [word for text in printed(document) for word in text.text.split()]


def test_a_table_through_several_pages_has_one_head(tmp_path):
    steps = "".join(f"  - {{uraian: {'Menyusun laporan ' * 15}{n}, pelaksana: a}}\n" for n in range(30))
    document = drawn(tmp_path, f"judul: A\npelaksana: {{a: Arsiparis}}\nkegiatan:\n{steps}")
    assert [page.kind for page in document.pages].count("prosedur") > 1

    tree = tag_tree(render_pdf(document))

    assert tree.count("THead") == tree.count("H2 PROSEDUR A") == tree.count("Arsiparis\n") == 1
    assert tree.count("TH(scope=Row) ") == 30 + 6
    assert "ambung" not in tree  # where the page goes on
    assert tree.count("Figure [Diagram alir") == [page.kind for page in document.pages].count("prosedur")


def test_a_wide_box_stands_in_a_cell_across_its_lanes(tmp_path):
    text = "judul: A\ntampilan: {gabungan: lebar}\npelaksana: {a: Kabid, b: Staf, c: Arsip}\nkegiatan:\n"
    text += "  - {uraian: A, pelaksana: a}\n  - {uraian: B, pelaksana: [b, c], bersama: rapat}\n"

    lines = [line.strip() for line in tag_tree(render_pdf(drawn(tmp_path, text))).splitlines()]

    assert lines[lines.index("TD B") + 1 :][:3] == ["TD", "TD(colspan=2)", "Figure [Staf dan Arsip: selesai]"]


def test_identity_and_flow_on_one_page_are_two_sections(tmp_path):
    text = "judul: A\ntampilan: {halaman: gabung, tanda_tangan: bidang}\npelaksana: {a: Arsiparis}\nkegiatan:\n"
    document = drawn(tmp_path, text + "  - {uraian: A, pelaksana: a}\n")
    assert len(document.pages) == 1

    tree = tag_tree(render_pdf(document))

    first, second = tree.split("\n  Sect\n")[1:]
    assert first.startswith("    Table\n")
    assert "KETERKAITAN" in first
    assert "Form" in first
    assert second.startswith("    H2 PROSEDUR A\n    Table\n")
    assert "KETERKAITAN" not in second


def test_a_draft_is_heard_as_one_on_the_first_page_only(tmp_path):
    text = "judul: A\npelaksana: {a: Arsiparis}\nkegiatan:\n  - {uraian: A, pelaksana: a}\n"
    tree = tag_tree(render_pdf(drawn(tmp_path, text, draft=True)))

    assert tree.startswith("Document\n  P KONSEP\n  Sect\n")
    assert tree.count("KONSEP") == 1


def test_the_field_stands_between_office_and_name(tmp_path):
    text = "judul: A\ntampilan: {tanda_tangan: bidang}\npengesahan: {jabatan: Kepala Biro, nama: Nama Pejabat}\n"
    text += "pelaksana: {a: Arsiparis}\nkegiatan:\n  - {uraian: A, pelaksana: a}\n"

    lines = [line.strip() for line in tag_tree(render_pdf(drawn(tmp_path, text))).splitlines()]

    at = lines.index("P Kepala Biro")
    assert lines[at - 1 : at + 4] == [
        "TD",
        "P Kepala Biro",
        "Form",
        "(Tanda tangan pejabat yang mengesahkan)",
        "P Nama Pejabat",
    ]


def test_what_a_reviewer_marked_is_no_part_of_the_tree():
    assert tag_tree(render_pdf(marked_document())) == tag_tree(
        render_pdf(marked_document()._replace(pages=a_document().pages[:2]))
    )


def test_a_drawn_character_is_read_as_what_it_means():
    assert "✓ (benar) \\ é" in tag_tree(render_pdf(a_document()))


def test_a_divided_word_is_heard_as_one(tmp_path):
    document = drawn(tmp_path, generate(17, steps=(8, 24)))
    divided = {text.text for text in printed(document) if any(line.after == SOFT_HYPHEN for line in lines_of(text))}

    assert "Kabag Kepegawaian" in divided
    assert f"TH(scope=Column) Kabag Kepega{SOFT_HYPHEN}waian\n" in tag_tree(render_pdf(document))
