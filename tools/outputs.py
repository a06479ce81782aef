"""Make the committed outputs and goldens anew: `python tools/outputs.py`.

`output/*.pdf` and `*.xlsx` are the reference documents, `tests/golden/*.txt` their drawings as text and `*.tags.txt`
their tag trees, reviewed as a diff, `docs/images/` the pictures in the README.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sopgen.paperwork import ServiceSheet, render_service  # noqa: E402 - a script beside its package
from sopgen.pipeline import (  # noqa: E402 - idem
    build_document,
    lay_out_picture,
    lay_out_public,
    load,
    render_document,
)
from tests.drawing_text import drawing_text  # noqa: E402 - idem
from tests.tag_tree import tag_tree  # noqa: E402 - idem


def main() -> None:
    for spec in sorted((ROOT / "specs").glob("*.sop.yaml")):
        name = spec.name.removesuffix(".sop.yaml")
        document = build_document(spec)
        (ROOT / "output").mkdir(exist_ok=True)
        finished = render_document(document)
        (ROOT / "output" / f"{name}.pdf").write_bytes(finished)
        (ROOT / "output" / f"{name}.xlsx").write_bytes(render_document(document, "xlsx"))
        (ROOT / "tests" / "golden" / f"{name}.txt").write_text(drawing_text(document), encoding="utf-8")
        (ROOT / "tests" / "golden" / f"{name}.tags.txt").write_text(tag_tree(finished), encoding="utf-8")
        print(name)
    _public_papers("contoh-lengkap")
    _picture(ROOT / "output" / "sirebo.pdf", 2, 110, ROOT / "docs" / "images" / "sirebo-alur.png")
    _picture(ROOT / "output" / "contoh-lengkap.publik.pdf", 0, 90, ROOT / "docs" / "images" / "publik.png")
    _picture(ROOT / "output" / "contoh-lengkap.gambar.pdf", 0, 90, ROOT / "docs" / "images" / "gambar-alur.png")
    _map(ROOT / "docs" / "images" / "peta-200.png")


def _public_papers(name: str) -> None:
    """What the reference service SOP gives its applicants."""
    loaded = load(ROOT / "specs" / f"{name}.sop.yaml")
    papers = {
        "publik": lay_out_public(loaded),
        "gambar": lay_out_picture(loaded),
        "gambar-a3": lay_out_picture(loaded, "A3"),
    }
    for paper, document in papers.items():
        finished = render_document(document)
        (ROOT / "output" / f"{name}.{paper}.pdf").write_bytes(finished)
        (ROOT / "tests" / "golden" / f"{name}.{paper}.txt").write_text(drawing_text(document), encoding="utf-8")
        (ROOT / "tests" / "golden" / f"{name}.{paper}.tags.txt").write_text(tag_tree(finished), encoding="utf-8")
        print(f"{name}.{paper}")
    sheets: tuple[ServiceSheet, ...] = ("standar", "maklumat", "selebaran")
    for sheet in sheets:
        finished = render_service(loaded, sheet)
        (ROOT / "output" / f"{name}.{sheet}.pdf").write_bytes(finished)
        (ROOT / "output" / f"{name}.{sheet}.docx").write_bytes(render_service(loaded, sheet, "docx"))
        (ROOT / "tests" / "golden" / f"{name}.{sheet}.tags.txt").write_text(tag_tree(finished), encoding="utf-8")
        print(f"{name}.{sheet}")


def _picture(pdf: Path, page_index: int, dpi: int, png: Path) -> None:
    import pypdfium2

    page = pypdfium2.PdfDocument(pdf)[page_index]
    image = page.render(scale=dpi / 72).to_pil().convert("L").quantize(16)
    png.parent.mkdir(parents=True, exist_ok=True)
    image.save(png, optimize=True)


def _map(png: Path) -> None:
    """The map of 200 made-up SOPs of twelve units."""
    from io import BytesIO

    from PIL import Image

    from sopgen.bureau.map import draw_map
    from sopgen.bureau.references import find_references
    from sopgen.render.graphviz.bureau_map import map_dot
    from sopgen.render.graphviz.engine import draw
    from tests.bureau.made_up import made_up

    sops = made_up(200)
    dot = map_dot(draw_map(sops, find_references(sops), [""] * len(sops)), "Peta SOP", dpi=64)
    image = Image.open(BytesIO(draw(dot, "png"))).convert("RGB").quantize(20)
    image.save(png, optimize=True)


if __name__ == "__main__":
    main()
