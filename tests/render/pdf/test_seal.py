from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from sopgen.pipeline import seal_state
from sopgen.render.pdf import render_pdf
from tests.render.render_samples import a_document


@pytest.fixture(scope="module", params=["3a", "2a", "none"])
def finished(request):
    return render_pdf(a_document(), request.param)


def saved_anew(data, **options):
    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(target, **options)
    return target.getvalue()


def test_a_file_as_it_was_written_is_whole(finished):
    assert seal_state(finished) == "whole"


@pytest.mark.parametrize("place", [9, 500, -400, -8])
def test_any_changed_byte_is_an_edit(finished, place):
    changed = bytearray(finished)
    changed[place] ^= 1

    assert seal_state(bytes(changed)) == "edited"


def test_more_or_less_at_the_end_is_an_edit(finished):
    assert seal_state(finished + b"\n") == "edited"
    assert seal_state(finished[:-1]) == "edited"


@pytest.mark.parametrize("options", [{}, {"object_stream_mode": pikepdf.ObjectStreamMode.generate}])
def test_saved_by_another_program_it_is_an_edit(finished, options):
    assert seal_state(saved_anew(finished, **options)) == "edited"


def test_what_only_the_description_remembers_is_an_edit():
    with pikepdf.open(BytesIO(render_pdf(a_document()))) as pdf:
        del pdf.trailer.Info
        target = BytesIO()
        pdf.save(target)

    assert seal_state(target.getvalue()) == "edited"


def test_a_title_that_looks_like_a_seal_is_none():
    title = f"/SegelSopgen({'0' * 64})"
    finished = render_pdf(a_document()._replace(title=title))

    assert seal_state(finished) == "whole"
    with pikepdf.open(BytesIO(finished)) as pdf:
        assert str(pdf.docinfo.Title) == title
        assert pdf.Root.Metadata.read_bytes().count(title.encode()) == 2


def test_a_file_of_another_program_is_foreign():
    target = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(target)

    assert seal_state(target.getvalue()) == "foreign"


def test_a_signed_file_counts_as_edited_even_if_nothing_of_sopgen_is_left():
    target = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.Root.Signature = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Sig, ByteRange=[0, 1, 2, 3]))
        pdf.save(target)

    assert seal_state(target.getvalue()) == "edited"


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.7\n/SegelSopgen(00)"])
def test_a_broken_file_without_a_seal_is_foreign(data):
    assert seal_state(data) == "foreign"
