from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from sopgen import pipeline
from sopgen.render.enclosed import NothingEnclosed
from sopgen.render.pdf import render_pdf, source
from sopgen.scene import Origin
from tests.render.render_samples import a_document

ORIGINS = [
    Origin("sirebo.sop.yaml", b"judul: A\r\n\xef\xbb\xbf", None),
    Origin("a(b)<\"&'\\.sop.yaml".replace("\\", ""), bytes(range(256)), b""),
    Origin("é 文書.sop.yaml", b"", b"instansi: X\n"),
    Origin("z.sop.yaml", b"sama", b"sama"),
]
FULL = Origin("a.sop.yaml", b"judul: A\n", b"instansi: X\n")


@pytest.fixture(params=["pikepdf", None], ids=["read", "found"])
def enclosed(request, monkeypatch):
    """With the library, and without it as in the page in one file."""
    monkeypatch.setattr(source, "find_spec", lambda _: request.param)
    return pipeline.enclosed


def finished(origin=ORIGINS[2]):
    return render_pdf(a_document()._replace(origin=origin))


def changed(change, origin=ORIGINS[2]):
    with pikepdf.open(BytesIO(finished(origin))) as pdf:
        change(pdf)
        target = BytesIO()
        pdf.save(target, fix_metadata_version=False)
    return target.getvalue()


@pytest.mark.parametrize("origin", ORIGINS, ids=lambda origin: origin.name)
def test_the_files_come_back_byte_for_byte(enclosed, origin):
    assert enclosed(finished(origin)) == origin


def test_saved_anew_by_another_program_they_still_do(enclosed):
    assert enclosed(changed(lambda pdf: pdf.remove_unreferenced_resources())) == ORIGINS[2]


def test_a_name_that_leads_elsewhere_is_cut_to_its_end():
    def rename(pdf):
        pdf.Root.AF[0].UF = pikepdf.String("..\\..\\etc/x.sop.yaml")

    assert pipeline.enclosed(changed(rename)).name == "x.sop.yaml"


def test_viewers_list_them_as_sources():
    with pikepdf.open(BytesIO(finished())) as pdf:
        names = [str(pdf.attachments[key].filename) for key in pdf.attachments]
        for filespec in pdf.Root.AF:
            embedded = filespec.EF.F
            assert (filespec.AFRelationship, embedded.Subtype) == ("/Source", "/application/yaml")
            assert embedded.Params.Size == len(embedded.read_bytes())
            assert str(embedded.Params.ModDate) == "D:20190102000000Z"
    assert names == ["é 文書.sop.yaml", "sopgen.yaml"]


def replace_spec(pdf):
    pdf.Root.AF[0].EF.F.write(b"judul: Lain\n")


def replace_defaults(pdf):
    pdf.Root.AF[1].EF.F.write(b"instansi: Y\n")


def drop_defaults(pdf):
    del pdf.Root.AF[1]


def drop_all(pdf):
    del pdf.Root.AF


def drop_description(pdf):
    del pdf.Root.Metadata


def add_a_type(pdf):
    said = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(b'<!DOCTYPE a [<!ENTITY b "c">]>' + said)


def break_description(pdf):
    pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes()[:-60])


def break_attachment(pdf):
    pdf.Root.AF[0].EF = pikepdf.Dictionary()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (replace_spec, "no longer what"),
        (replace_defaults, "no longer what"),
        (drop_defaults, "no longer what"),
        (drop_all, "no spec in it"),
        (drop_description, "no spec in it"),
        (add_a_type, "broken"),
        (break_description, "broken"),
        (break_attachment, "broken"),
    ],
)
def test_what_is_not_as_it_was_is_not_given_out(change, told):
    with pytest.raises(NothingEnclosed, match=told):
        pipeline.enclosed(changed(change))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (replace_spec, "no longer what"),
        (replace_defaults, "no longer what"),
        (drop_description, "no spec in it"),
        (add_a_type, "broken"),
        (break_description, "broken"),
        (break_attachment, "no longer what"),
    ],
)
def test_without_a_library_it_is_not_given_out_either(change, told, monkeypatch):
    monkeypatch.setattr(source, "find_spec", lambda _: None)
    with pytest.raises(NothingEnclosed, match=told):
        pipeline.enclosed(changed(change, FULL))


@pytest.mark.parametrize("mode", [pikepdf.ObjectStreamMode.disable, pikepdf.ObjectStreamMode.generate])
@pytest.mark.parametrize("streams", [pikepdf.StreamDecodeLevel.none, pikepdf.StreamDecodeLevel.generalized])
def test_however_it_was_written_anew_it_is_found(mode, streams, enclosed):
    target = BytesIO()
    with pikepdf.open(BytesIO(finished(FULL))) as pdf:
        pdf.save(target, object_stream_mode=mode, stream_decode_level=streams, compress_streams=False)
    assert enclosed(target.getvalue()) == FULL


@pytest.mark.parametrize("archival", ["2a", "none"])
def test_a_file_without_attachments_says_so(enclosed, archival):
    with pytest.raises(NothingEnclosed, match="--pdfa 2a or none"):
        enclosed(render_pdf(a_document()._replace(origin=ORIGINS[0]), archival))


def test_a_locked_or_cut_file_says_so(enclosed):
    target = BytesIO()
    with pikepdf.open(BytesIO(finished())) as pdf:
        pdf.save(target, encryption=pikepdf.Encryption(owner="a", user="b"))
    for data in (target.getvalue(), b"%PDF-1.7 rusak"):
        with pytest.raises(NothingEnclosed, match="broken or locked"):
            enclosed(data)
