from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from sopgen.render.pdf.objects import Objects, text_string


def small_file(extra=0):
    objects = Objects()
    pages = objects.reserve()
    page = objects.add(f"<</Type/Page/Parent {pages} 0 R/MediaBox[0 0 10 10]/Resources<<>>>>")
    objects.put(pages, f"<</Type/Pages/Count 1/Kids[{page} 0 R]>>")
    stream = objects.add_stream("/Type/Metadata", b"endstream\nendobj", compress=False)
    more = [objects.add(f"<</N {number}>>") for number in range(extra)]
    listed = " ".join(f"{number} 0 R" for number in more)
    root = objects.add(f"<</Type/Catalog/Pages {pages} 0 R/Metadata {stream} 0 R/More[{listed}]>>")
    return objects.file(root, objects.add("<</Title(A)>>"))


@pytest.mark.parametrize("extra", [0, 1, 199, 200, 201, 1000])
def test_every_object_is_found_again(extra):
    with pikepdf.open(BytesIO(small_file(extra))) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert [int(item.N) for item in pdf.Root.More] == list(range(extra))
        assert pdf.Root.Metadata.read_bytes() == b"endstream\nendobj"
        assert str(pdf.docinfo.Title) == "A"


def test_the_information_stands_plain_and_the_rest_is_packed():
    data = small_file(500)

    assert b"<</Title(A)>>" in data
    assert b"/N 7>>" not in data
    assert len(data) < 6000


def test_the_id_follows_the_contents_alone():
    first, second = small_file(1), small_file(2)
    ids = []
    for data in (first, second, small_file(1)):
        with pikepdf.open(BytesIO(data)) as pdf:
            ids.append(bytes(pdf.trailer.ID[0]))
    assert ids[0] == ids[2] != ids[1]


@pytest.mark.parametrize("text", ["", "SOP (1) \\ x", "Éditor – ≤", "文書 𝄞", "a\tb\nc"])
def test_a_text_string_says_what_it_was_given(text):
    objects = Objects()
    root = objects.reserve()
    pages = objects.reserve()
    page = objects.add(f"<</Type/Page/Parent {pages} 0 R/MediaBox[0 0 9 9]>>")
    objects.put(pages, f"<</Type/Pages/Count 1/Kids[{page} 0 R]>>")
    objects.put(root, f"<</Type/Catalog/Pages {pages} 0 R/T{text_string(text)}>>")
    with pikepdf.open(BytesIO(objects.file(root, objects.add("<<>>")))) as pdf:
        assert str(pdf.Root.T) == text
