"""veraPDF's verdict on every kind of document, all in one Java process; longer runs stand in benchmarks/archive.py."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image as Picture
from reportlab.pdfgen.canvas import Canvas

from sopgen.intake.monitoring import Monev
from sopgen.intake.sop import Isi, Revisi
from sopgen.layout.finishing import with_watermark
from sopgen.layout.papers import lay_out_paper
from sopgen.papers.evaluation import evaluation_paper
from sopgen.papers.minutes import Terms, minutes_paper
from sopgen.papers.monitoring import monitoring_paper
from sopgen.papers.service_standard import leaflet, pledge, service_standard
from sopgen.paperwork import lay_out_changes
from sopgen.pipeline import build_document, compile_documents, lay_out, lay_out_picture, lay_out_public, load
from sopgen.render.pdf import render_pdf
from sopgen.scene import Image, Origin
from tests.generator import generate
from tests.render.render_samples import a_document, marked_document
from tests.required_tools import skip_without
from tools.verapdf import missing, validate

ROOT = Path(__file__).resolve().parents[3]
SPECS = sorted((ROOT / "specs").glob("*.sop.yaml"))
LEAST = "judul: A\npelaksana: {a: A}\nkegiatan:\n  - {uraian: U, pelaksana: a}\n"
TWO_PAGES = "dasar_hukum:\n" + "".join(f"  - Peraturan Nomor {n} Tahun 2012 tentang Pedoman\n" for n in range(60))


def with_field(document):
    """A volume has none: the act that it is the annex of is signed."""
    if document.bookmarks:
        return document
    pages = (page._replace(signature_field=page.signature_box is not None) for page in document.pages)
    return document._replace(pages=tuple(pages))


def with_logo(mode, kind, **options):
    target = BytesIO()
    picture = Picture.new(mode, (8, 8))
    picture.save(target, kind, **options)
    page = a_document().pages[0]
    page = page._replace(images=(Image("logo", target.getvalue(), (400, 200, 460, 260), "Lambang"),))
    return a_document()._replace(pages=(page,))


def bound_volume():
    """All references in one file, with links, bookmarks and pages in front."""
    loaded = [load(spec) for spec in SPECS]
    volume = compile_documents(loaded, [lay_out(each) for each in loaded])
    assert any(page.links for page in volume.pages)
    return volume


def papers_beside():
    """Forms and minutes, over several pages, with an emblem."""
    sops = [load(spec).sop for spec in SPECS] * 4
    papers = (monitoring_paper(sops, Monev()), evaluation_paper(sops, Monev()), minutes_paper(sops, Monev(), Terms()))
    papers += (evaluation_paper(sops[:2], Monev(), single=True),)
    return lay_out_paper(papers[0]._replace(sheets=tuple(sheet for paper in papers for sheet in paper.sheets)))


def papers_of_a_service():
    """What applicants are given: of one SOP in force, of one withdrawn, of a draft."""
    full = load(ROOT / "specs" / "contoh-lengkap.sop.yaml")
    other = load(ROOT / "tests" / "service" / "izin.sop.yaml")
    yield "picture", lay_out_picture(full)
    yield "public", lay_out_public(full)
    hours = other.setelan.waktu_kerja
    yield "other-picture", lay_out_picture(other, "A3")
    yield "standard", lay_out_paper(service_standard(other.sop, hours))
    yield "pledge", lay_out_paper(pledge(other.sop))
    withdrawn, draft = (other._replace(sop=other.sop._replace(status=status)) for status in ("dicabut", "konsep"))
    yield "withdrawn-public", lay_out_public(withdrawn)
    yield "withdrawn-leaflet", with_watermark(lay_out_paper(leaflet(withdrawn.sop, hours)), withdrawn.sop)
    yield "draft-picture", lay_out_picture(draft)


def papers_of_a_revision():
    """A SOP with its history as the last page, and what the revision changed, before and after."""
    old = load(ROOT / "specs" / "contoh-lengkap.sop.yaml")
    entry = Revisi("1", date(2026, 3, 12), "langkah 5, kolom Waktu", "2 hari kerja", "1 hari kerja", "Hasil evaluasi")
    steps = list(old.sop.kegiatan)
    steps[4] = steps[4]._replace(uraian=Isi("Mengumpulkan informasi"))
    look = old.sop.tampilan._replace(riwayat=True)
    new = old._replace(sop=old.sop._replace(riwayat=(entry,) * 40, kegiatan=tuple(steps), tampilan=look))
    yield "history", lay_out(new)
    yield "withdrawn", lay_out(new._replace(sop=new.sop._replace(status="dicabut")))
    yield "changes", lay_out_changes(old, new)
    yield "changes-a3", lay_out_changes(old, new, large=True)


def documents(folder):
    for spec in SPECS:
        yield spec.name, build_document(spec)
    yield from papers_of_a_service()
    yield from papers_of_a_revision()
    yield "papers", papers_beside()
    for name, text in (
        ("least", LEAST),
        ("two-pages", LEAST + TWO_PAGES),
        *((f"seed-{seed}", generate(seed, steps=(8, 20), letters=(1, 80))) for seed in (3, 8, 21)),
    ):
        path = folder / f"{name}.sop.yaml"
        path.write_text(text, encoding="utf-8")
        yield name, build_document(path)
    yield "volume", bound_volume()
    yield "sample", a_document(draft=True)
    yield "marked", marked_document()
    yield "odd-names", a_document()._replace(origin=Origin("é <&> \udcff\x01.sop.yaml", b"a", b""), title="<&> — é")
    for mode, kind, options in (
        ("CMYK", "JPEG", {}),
        ("L", "JPEG", {}),
        ("LA", "PNG", {}),
        ("P", "PNG", {"transparency": b"\x80"}),
        ("1", "PNG", {}),
    ):
        yield f"logo-{mode}", with_logo(mode, kind, **options)


def broken(finished):
    """The same file without what a reader of the chart hears."""
    with pikepdf.open(BytesIO(finished)) as pdf:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure" and "/Alt" in item:
                del item.Alt
        target = BytesIO()
        pdf.save(target)
        return target.getvalue()


def bare():
    target = BytesIO()
    canvas = Canvas(target, invariant=1)
    canvas.drawString(100, 100, "SOP")
    canvas.save()
    return target.getvalue()


def test_every_kind_of_document_is_what_it_says_and_the_controls_are_not(tmp_path):
    if lacking := missing():
        skip_without("verapdf", f"veraPDF needs {lacking}")
    files = {}
    for name, document in documents(tmp_path):
        files[f"{name}.3a"] = render_pdf(with_field(document), "3a")
        files[f"{name}.2a"] = render_pdf(document, "2a")
    plain = a_document()
    controls = {"reportlab": bare(), "none": render_pdf(plain, "none")}
    mute = {"mute": broken(render_pdf(plain))}
    asked = []
    for name, data in (files | controls | mute).items():
        path = tmp_path / f"{len(asked)}.pdf"
        path.write_bytes(data)
        level = name.rpartition(".")[2] if name in files else "3a"
        asked += [(name, level, path), (name, "ua1", path)]

    verdicts = validate([(level, path) for _, level, path in asked])
    told = {(name, level): verdict.failures for (name, level, _), verdict in zip(asked, verdicts, strict=True)}

    assert {key: failures for key, failures in told.items() if key[0] in files and failures} == {}
    assert all(verdict.passed for (name, *_), verdict in zip(asked, verdicts, strict=True) if name in files)
    for name in controls:
        assert any("6.6.2.1" in said or "6.7" in said for said in told[name, "3a"])
        assert told[name, "ua1"]
    assert [said.split()[0] for said in told["mute", "ua1"]] == ["7.3-1"]


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name.removesuffix(".sop.yaml"))
def test_the_file_is_small(spec):
    assert len(render_pdf(with_field(build_document(spec)))) <= 120_000
