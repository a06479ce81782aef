"""Whether archival PDFs are what they say: generated specs through veraPDF, qpdf and PDFium, in one table.

    python benchmarks/archive.py [--seeds 0:50]

Of each seed PDF/A-3a with a signature field and PDF/A-2a without are validated against their own part and PDF/UA-1,
checked for syntax (pikepdf's qpdf), and their pictures compared with those of the same document without the archival
step. Every fourth document is a draft. The exit code is 1 if anything fails.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from sopgen.diagnostics import Refusal  # noqa: E402
from sopgen.pipeline import build_document  # noqa: E402
from sopgen.render.pdf import render_pdf  # noqa: E402
from sopgen.scene import Document  # noqa: E402
from tests.generator import generate  # noqa: E402
from tools.verapdf import missing, validate  # noqa: E402

SCALE = 0.8


def with_field(document: Document) -> Document:
    return document._replace(
        pages=tuple(page._replace(signature_field=page.signature_box is not None) for page in document.pages)
    )


def faults(archival: bytes, plain: bytes) -> Iterator[str]:
    """What qpdf says of the file, and pages that look otherwise than without the archival step."""
    with pikepdf.open(BytesIO(archival)) as pdf:
        yield from pdf.check_pdf_syntax()
    pages, others = pypdfium2.PdfDocument(archival), pypdfium2.PdfDocument(plain)
    if len(pages) != len(others):
        yield f"{len(pages)} pages, {len(others)} without the archival step"
    for number, (page, other) in enumerate(zip(pages, others, strict=False), start=1):
        if page.render(scale=SCALE).to_pil().tobytes() != other.render(scale=SCALE).to_pil().tobytes():
            yield f"page {number} looks otherwise than without the archival step"


def main() -> int:
    parser = argparse.ArgumentParser(description="Validate the archival PDFs of generated specs.")
    parser.add_argument("--seeds", default="0:50", help="first:end, the end not included")
    arguments = parser.parse_args()
    if lacking := missing():
        print(f"veraPDF needs {lacking}", file=sys.stderr)
        return 2
    first, end = map(int, arguments.seeds.split(":"))
    found: list[str] = []
    asked: list[tuple[str, Path]] = []
    sizes: list[int] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for seed in range(first, end):
            spec = folder / f"acak-{seed}.sop.yaml"
            spec.write_text(generate(seed), encoding="utf-8")
            try:
                document = build_document(spec, draft=seed % 4 == 3)
            except Refusal as refusal:
                print(f"seed {seed} refused: {refusal.diagnostics[0].code}")
                continue
            for archival, drawn in (("3a", with_field(document)), ("2a", document)):
                finished = render_pdf(drawn, archival)
                path = folder / f"{seed}-{archival}.pdf"
                path.write_bytes(finished)
                found += [f"{path.name}: {fault}" for fault in faults(finished, render_pdf(drawn, "none"))]
                asked += [(archival, path), ("ua1", path)]
                sizes.append(len(finished))
        verdicts = validate(asked)
    print("| flavour | files | passed | assertions |")
    print("|---|---|---|---|")
    for flavour in ("3a", "2a", "ua1"):
        of_it = [verdict for verdict in verdicts if verdict.flavour == flavour]
        passed = sum(verdict.passed for verdict in of_it)
        print(f"| {flavour} | {len(of_it)} | {passed} | {sum(verdict.assertions for verdict in of_it):,} |")
    found += [f"{each.path.name}: {each.flavour}: {said}" for each in verdicts for said in each.failures]
    print(f"\n{len(sizes)} files, {min(sizes):,} to {max(sizes):,} bytes; syntax and pictures: {len(found)} faults")
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
