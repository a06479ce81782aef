from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from sopgen.pipeline import enclosed
from sopgen.render.enclosed import NothingEnclosed
from sopgen.render.pdf import render_pdf
from sopgen.scene import Origin
from tests.render.render_samples import a_document

ORIGINS = [
    Origin("sirebo.sop.yaml", b"judul: A\r\n\xef\xbb\xbf", None),
    Origin("a(b)<\"&'\\.sop.yaml".replace("\\", ""), bytes(range(256)), b""),
    Origin("é 文書.sop.yaml", b"", b"instansi: X\n"),
    Origin("z.sop.yaml", b"sama", b"sama"),
]


def finished(origin=ORIGINS[2]):
    return render_pdf(a_document()._replace(origin=origin))


def changed(change):
    with pikepdf.open(BytesIO(finished())) as pdf:
        change(pdf)
        target = BytesIO()
        pdf.save(target, fix_metadata_version=False)
    return target.getvalue()


@pytest.mark.parametrize("origin", ORIGINS, ids=lambda origin: origin.name)
def test_the_files_come_back_byte_for_byte(origin):
    assert enclosed(finished(origin)) == origin


def test_saved_anew_by_another_program_they_still_do():
    assert enclosed(changed(lambda pdf: pdf.remove_unreferenced_resources())) == ORIGINS[2]


def test_a_name_that_leads_elsewhere_is_cut_to_its_end():
    def rename(pdf):
        pdf.Root.AF[0].UF = pikepdf.String("..\\..\\etc/x.sop.yaml")

    assert enclosed(changed(rename)).name == "x.sop.yaml"


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
        enclosed(changed(change))


@pytest.mark.parametrize("archival", ["2a", "none"])
def test_a_file_without_attachments_says_so(archival):
    with pytest.raises(NothingEnclosed, match="--pdfa 2a or none"):
        enclosed(render_pdf(a_document()._replace(origin=ORIGINS[0]), archival))


def test_a_locked_or_cut_file_says_so():
    target = BytesIO()
    with pikepdf.open(BytesIO(finished())) as pdf:
        pdf.save(target, encryption=pikepdf.Encryption(owner="a", user="b"))
    for data in (target.getvalue(), b"%PDF-1.7 rusak"):
        with pytest.raises(NothingEnclosed, match="broken or locked"):
            enclosed(data)
