"""The volume: what stands in it, where its numbers and links lead, and that nothing leaves the paper."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from sopgen.diagnostics import Refusal
from sopgen.intake.compilation import Keputusan, Kompilasi
from sopgen.intake.sop import Arah, Isi, Kegiatan, Kotak, Pelaksana, Pengesahan, Sop, Tampilan, Tanggal
from sopgen.layout import lay_out
from sopgen.layout.compilation import Member, compile_volume
from sopgen.render.pdf import render_pdf
from sopgen.scene import Document, Page, Text
from tests.tag_tree import tag_tree

PLAIN, SILENT = Tampilan(), Kompilasi()


def sop(judul: str, *keterkaitan: str, unit: str = "Bagian Umum", tampilan: Tampilan = PLAIN) -> Sop:
    steps = tuple(
        Kegiatan(n, Isi(f"Mencatat {n}"), ("a" if n % 2 else "b",), (Arah(n + 1 if n < 3 else None),))
        for n in (1, 2, 3)
    )
    return Sop(
        judul,
        (Pelaksana("a", "Analis"), Pelaksana("b", "Kepala")),
        steps,
        nomor=f"SOP-{judul}",
        instansi=("Pemerintah Kabupaten Contoh",),
        unit=(unit,),
        tanggal=Tanggal(date(2025, 1, 2), None, date(2025, 2, 3)),
        keterkaitan=Kotak("", keterkaitan),
        tampilan=tampilan,
    )


def volume(*sops: Sop, kompilasi: Kompilasi = SILENT) -> Document:
    return compile_volume([Member(each, lay_out(each)) for each in sops], kompilasi)


def all_texts(page: Page) -> list[Text]:
    return [*page.texts, *(text for table in page.tables for cell in table.cells for text in cell.texts)]


def printed(page: Page) -> str:
    return "\n".join(text.text for text in all_texts(page))


def contents_of(document: Document) -> dict[str, int]:
    """Title -> page, as the table of contents prints it."""
    found = {}
    for page in document.pages:
        for table in page.tables if page.kind == "daftar_isi" else ():
            for row in range(1, len(table.rows) - 1):
                cells = {cell.role: cell for cell in table.cells if cell.row == row}
                if "judul_sop" in cells:
                    found[cells["judul_sop"].texts[0].text] = int(cells["halaman"].texts[0].text)
    return found


THREE = (sop("Satu", "SOP Tiga", "SOP Lain"), sop("Dua", unit="Bagian Hukum"), sop("Tiga", "SOP Satu"))


def test_parts_come_in_the_regulations_order_and_pages_count_through() -> None:
    document = volume(*THREE)
    kinds = list(dict.fromkeys(page.kind for page in document.pages))
    assert kinds == ["sampul", "keputusan", "daftar_isi", "penjelasan", "identitas", "prosedur"]
    assert [page.number for page in document.pages] == list(range(1, len(document.pages) + 1))
    for page in document.pages[1:]:
        numbers = [text.text for text in page.texts if text.role == "angka_halaman"]
        assert numbers == [str(page.number)]
    assert not any(text.role == "angka_halaman" for text in document.pages[0].texts), "a cover has no number"


def test_each_sops_own_pages_stay_as_they_are() -> None:
    document = volume(*THREE)
    bound = [page for page in document.pages if page.kind in ("identitas", "prosedur")]
    ordered = [THREE[0], THREE[2], THREE[1]]  # one unit after the other
    own = [page for each in ordered for page in lay_out(each).pages]
    for here, there in zip(bound, own, strict=True):
        assert here._replace(number=there.number, links=(), style=None, texts=here.texts[:-1]) == there
        assert here.texts[-1].role == "angka_halaman"


def test_each_page_is_drawn_with_its_own_strokes() -> None:
    members = [Member(each, lay_out(each)) for each in THREE[:2]]
    narrow = members[1].document.style._replace(omega_radius=1.9)
    members[1] = members[1]._replace(document=members[1].document._replace(style=narrow))
    pages = compile_volume(members, SILENT).pages
    assert pages[-1].style == narrow
    assert next(page.style for page in pages if page.kind == "identitas") == members[0].document.style


def test_the_contents_name_the_page_where_each_sop_begins() -> None:
    document = volume(*THREE)
    pages = contents_of(document)
    assert list(pages) == ["Satu", "Tiga", "Dua"]
    for title, number in pages.items():
        page = document.pages[number - 1]
        assert page.kind == "identitas"
        judul = next(cell for table in page.tables for cell in table.cells if cell.role == "judul")
        assert judul.texts[0].text == title
    links = {link.text: link.page for page in document.pages if page.kind == "daftar_isi" for link in page.links}
    assert links == {
        **{f"{title}, halaman {number}": number for title, number in pages.items()},
        "Penjelasan Singkat Penggunaan, halaman 5": 5,
    }
    assert document.pages[4].kind == "penjelasan"


def test_keterkaitan_links_lead_to_the_sops_named_and_only_those() -> None:
    document = volume(*THREE)
    pages = contents_of(document)
    found = {
        page.number: [(link.page, link.box) for link in page.links]
        for page in document.pages
        if page.kind == "identitas"
    }
    ((to_three, box),) = found[pages["Satu"]]
    assert to_three == pages["Tiga"]
    cell = next(
        cell for t in document.pages[pages["Satu"] - 1].tables for cell in t.cells if cell.role == "keterkaitan"
    )
    (first, *_, last) = cell.texts[0].runs
    assert box[1] < first.baseline < box[3] < last.baseline, "the first item alone"
    assert [page for page, _ in found[pages["Tiga"]]] == [pages["Satu"]]
    assert found[pages["Dua"]] == []


def test_a_thick_volume_is_divided_by_unit() -> None:
    members = [sop(f"Nomor {n:02d}", unit=f"Unit {n % 2}") for n in range(30)]
    one = lay_out(members[0])
    document = compile_volume([Member(each, one) for each in members], Kompilasi())
    dividers = [page for page in document.pages if "BAGIAN I" in printed(page) and page.kind == "daftar_isi"]
    assert len(dividers) == 2
    assert "UNIT 1" in printed(dividers[1])
    assert dividers[1].links[0].page == dividers[1].number + 1
    assert len(dividers[1].links) == 15
    levels = [(mark.level, mark.title) for mark in document.bookmarks if mark.title.startswith(("Unit", "Nomor"))]
    assert levels[0] == (0, "Unit 0")
    assert levels[1] == (1, "Nomor 00")
    assert len(levels) == 32


@pytest.mark.parametrize("kertas", ["A4", "F4", "Letter", "Legal"])
@pytest.mark.parametrize("huruf", ["Arial", "Times", "Bookman"])
def test_nothing_leaves_the_paper_or_overlaps_however_long(kertas: str, huruf: str) -> None:
    long = "Penyelenggaraan Koordinasi Penyusunan Rencana Pembangunan Jangka Menengah " * 3
    look = Tampilan(kertas=kertas, huruf=huruf)  # type: ignore[arg-type]
    sops = [sop(f"{long}{n}", unit=f"{long}{n}", tampilan=look) for n in range(12)]
    act = Keputusan(tentang=long, menimbang=(long,) * 12, diktum=(long * 4,) * 13, pejabat=long)
    document = volume(*sops, kompilasi=Kompilasi(judul=long, keputusan=act, definisi=(long * 5,) * 20))
    for page in (page for page in document.pages if page.kind not in ("identitas", "prosedur")):
        boxes = []
        for text in all_texts(page):
            x0, y0, x1, y1 = text.box
            assert x0 > 30, (page.kind, text.text)
            assert x1 < page.size[0] - 30, (page.kind, text.text)
            assert 30 < y0 < y1 < page.size[1] - 30, (page.kind, text.text)
            boxes.append((text.box, text.text))
        for i, (one, told) in enumerate(boxes):
            for other, _ in boxes[i + 1 :]:
                apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
                assert apart, (page.number, told)


def test_texts_of_the_bureau_and_placeholders() -> None:
    act = Keputusan(
        pejabat="Bupati Contoh",
        nomor="7 Tahun 2025",
        tentang="SOP di lingkungan {instansi}",
        diktum=("Menetapkan {jumlah} SOP, ditandatangani {pejabat}.",),
        tempat="Contoh",
        tanggal=date(2025, 3, 4),
        pengesahan=Pengesahan(nama="Nama Pejabat"),
    )
    document = volume(*THREE, kompilasi=Kompilasi("Himpunan {tahun}", "", ("Jalan 1",), act))
    told = "\n".join(printed(page) for page in document.pages[:3])
    for words in (
        "HIMPUNAN 2025",
        "Jalan 1",
        "KEPUTUSAN BUPATI CONTOH",
        "NOMOR 7 Tahun 2025",
        "Menetapkan 3 SOP, ditandatangani Bupati Contoh.",
        "pada tanggal 4 Maret 2025",
        "Nama Pejabat",
    ):
        assert words in told, words
    assert "{" not in told
    assert document.created == date(2025, 3, 4)
    assert document.title == "Himpunan 2025"


def test_what_is_not_said_is_dotted_never_invented() -> None:
    told = "".join(printed(page) for page in volume(*THREE).pages if page.kind == "keputusan")
    assert "NOMOR …" in told
    assert "Ditetapkan di …" in told
    assert "{" not in told


def test_a_peraturan_has_articles() -> None:
    document = volume(*THREE, kompilasi=Kompilasi(keputusan=Keputusan("peraturan", diktum=("Isi.", "Isi."))))
    told = printed(document.pages[1])
    assert "Pasal 2" in told
    assert "KESATU" not in told
    assert told.startswith("PERATURAN")


def test_a_character_no_font_has_is_refused() -> None:
    with pytest.raises(Refusal) as raised:
        volume(*THREE, kompilasi=Kompilasi(judul="日本"))
    assert raised.value.diagnostics[0].code == "GAMBAR-01"
    assert raised.value.diagnostics[0].path == ("kompilasi", "judul")
    with pytest.raises(Refusal) as raised:
        volume(*THREE, kompilasi=Kompilasi(keputusan=Keputusan(diktum=("Ya.", "本"))))
    assert raised.value.diagnostics[0].path == ("kompilasi", "keputusan", "diktum", 1)


def lines_linked(document: Document, judul: str) -> list[tuple[int, str]]:
    """For each link on the SOP's first page where it leads, and the printed text under it."""
    page = document.pages[contents_of(document)[judul] - 1]
    (cell,) = (cell for t in page.tables for cell in t.cells if cell.role == "keterkaitan")
    runs = [run for text in cell.texts for run in text.runs]
    return [
        (link.page, " ".join(run.text for run in runs if link.box[1] < run.baseline < link.box[3]))
        for link in page.links
    ]


@pytest.mark.parametrize(
    "related", ["Dua\nTiga", "SOP Dua;\n\nSOP Tiga.", "1. Dua\n2. SOP Tiga", "- Dua\n- Tiga", "Lain\nDua\nTiga"]
)
def test_each_line_of_a_text_leads_to_its_own_sop(related):
    first = sop("Satu")._replace(keterkaitan=Kotak(related))
    document = volume(first, sop("Dua"), sop("Tiga"))
    pages = contents_of(document)

    linked = [line for line in related.split("\n") if line.strip() and "Lain" not in line]
    assert lines_linked(document, "Satu") == [(pages["Dua"], linked[0]), (pages["Tiga"], linked[1])]


def test_an_item_of_several_lines_is_one_link():
    first = sop("Satu", "SOP Dua\ntahun 2025", "2.", "SOP Tiga")
    document = volume(first, sop("Dua"), sop("Tiga"))
    pages = contents_of(document)

    assert lines_linked(document, "Satu") == [
        (pages["Dua"], "1. SOP Dua tahun 2025"),
        (pages["Tiga"], "3. SOP Tiga"),
    ]


def test_the_pdf_reads_back_with_bookmarks_and_links(tmp_path: Path) -> None:
    document = volume(*THREE)
    data = render_pdf(document)
    assert data == render_pdf(volume(*THREE)), "the same bytes again"
    path = tmp_path / "kompilasi.pdf"
    path.write_bytes(data)
    pdf = pypdfium2.PdfDocument(path)
    titles = [(mark.level, mark.get_title()) for mark in pdf.get_toc()]
    assert titles == [
        (0, "Sampul"),
        (0, "Keputusan"),
        (0, "Daftar Isi"),
        (0, "Penjelasan Singkat Penggunaan"),
        (0, "Bagian Umum"),
        (1, "Satu"),
        (1, "Tiga"),
        (0, "Bagian Hukum"),
        (1, "Dua"),
    ]
    pdf.close()


def test_every_link_is_an_annotation_of_a_tag() -> None:
    from io import BytesIO

    import pikepdf

    document = volume(*THREE)
    with pikepdf.open(BytesIO(render_pdf(document))) as pdf:
        keys = []
        for page, drawn in zip(document.pages, pdf.pages, strict=True):
            annotations = list(drawn.get("/Annots", []))
            assert [str(each.Contents) for each in annotations] == [link.text for link in page.links]
            targets = [pdf.pages.index(pikepdf.Page(each.Dest[0])) + 1 for each in annotations]
            assert targets == [link.page for link in page.links]
            keys += [int(each.StructParent) for each in annotations]
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        tree = {int(key): element for key, element in zip(numbers[::2], numbers[1::2], strict=True)}
        assert keys
        assert len(set(keys)) == len(keys)
        assert [str(tree[key].S) for key in keys] == ["/Link"] * len(keys)
        assert list(tree) == sorted(tree), "a number tree is sorted"


def test_sops_of_one_page_each_have_sections_and_links_of_their_own() -> None:
    joined = Tampilan(halaman="gabung")
    three = [
        sop(judul, f"SOP {other}", tampilan=joined)
        for judul, other in (("Satu", "Tiga"), ("Dua", "Satu"), ("Tiga", "Dua"))
    ]
    document = volume(*three)
    flows = [page for page in document.pages if page.kind == "prosedur"]
    assert [page.joins_identity for page in flows] == [True] * 3
    assert list(contents_of(document).values()) == [page.number for page in flows]
    assert [[link.page for link in page.links] for page in flows] == [
        [flows[2].number],
        [flows[0].number],
        [flows[1].number],
    ]
    tree = tag_tree(render_pdf(document))
    assert [line.split()[-1] for line in tree.splitlines() if "H2 PROSEDUR" in line] == ["SATU", "DUA", "TIGA"]
    assert tree.count("THead") == 3  # one for each flow
