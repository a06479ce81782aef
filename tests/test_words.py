"""No text for users mixes its languages: neither in the pairs of the source, nor in what reports make of them."""

from __future__ import annotations

import ast
import html
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sopgen.cli import run
from sopgen.diagnostics import some

ROOT = Path(__file__).parents[1]
INDONESIAN = frozenset(
    """yang dan atau tidak dengan dari untuk pada ke di dalam oleh sebagai karena bila jika agar juga hanya sudah belum
    akan dapat bukan ada adalah ini itu tiap setiap lagi lain halaman langkah kolom kotak butir berkas temuan wajib
    anjuran diterima tempat perbaikan sumber aturan menit jam hari tanggal jumlah lembar pemeriksaan baris memenuhi
    panah tanpa mungkin Januari Februari Maret Mei Juni Juli Agustus Oktober Desember""".split()  # noqa: SIM905
)
ENGLISH = frozenset(
    """the and or not with from for to of in on by as because if also only has have is are this that each some other
    page step column box item file finding mandatory advised accepted place remedy source rule hour minute day month sum
    sheet row arrow head without perhaps January February March May June July August October""".split()  # noqa: SIM905
)
FORM = (
    *("Lanjut ke", "Ke langkah 2", "Disahkan oleh", "Pencatatan dan Pendataan", "ya/tidak", "the column waktu"),
    *("to x.publik.pdf, and", "Fit to", "Rows to repeat", "REV:path", "bawaan: temuan", "default: temuan"),
    *("sifat: pelayanan", "di- into", "Maret 2026"),
)
"""What stands in both languages because it is the form's, a key's or another program's word."""
QUOTED = re.compile(r"“[^”]*”|`[^`]*`|\"[^\"]*\"|\{[^}]*\}|--?[a-z-]+|[a-z_]+\.[a-z_.]+|\([^()]*\|[^()]*\)")
COUNTED = re.compile(r"\{\} (?:more )?(?:files|SOPs|specs|cells|pages|findings|mends|changes)\b")
ALWAYS_MANY = {"equal_numbers.py", "known_findings.py", "print_setup.py", "stock.py", "strokes.py"}
"""Modules that speak of two at least, or of what is called so."""


def _literal(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=values):
            return "".join(_literal(value) if isinstance(value, ast.Constant) else "{}" for value in values)
    return ""


def _pairs() -> Iterator[tuple[str, str, str]]:
    """Every `Message` of the source that is written out: where, Indonesian, English."""
    for path in sorted((ROOT / "sopgen").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Message" and len(node.args) == 2:
                yield f"{path.relative_to(ROOT)}:{node.lineno}", *map(_literal, node.args)


def _foreign(text: str, words: frozenset[str]) -> list[str]:
    for known in FORM:
        text = text.replace(known, "")
    return [word for word in re.findall(r"[A-Za-z]+", QUOTED.sub(" ", text)) if word in words]


def test_no_message_mixes_its_languages():
    mixed = {
        place: found
        for place, indonesian, english in _pairs()
        if (found := _foreign(english, INDONESIAN) + _foreign(indonesian, ENGLISH))
    }
    assert mixed == {}


def test_no_twin_counts_one_as_many():
    counted = [place for place, _, english in _pairs() if COUNTED.search(english)]
    assert [place for place in counted if Path(place.partition(":")[0]).name not in ALWAYS_MANY] == []
    assert [some(1, "file"), some(2, "file"), some(0, "entry"), some(1, "entry")] == [
        "1 file",
        "2 files",
        "0 entries",
        "1 entry",
    ]


def test_no_twin_prints_a_date_as_the_form_does():
    for path in sorted((ROOT / "sopgen").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Message" and len(node.args) == 2:
                assert "printed_date" not in ast.unparse(node.args[1]), f"{path}:{node.lineno}"


FORMS = ("text", "json", "sarif", "junit", "github", "html")
CASES = ROOT / "tests" / "rules" / "cases"


def _own_words(report: str, form: str, typed: list[str]) -> Iterator[str]:
    """The lines of a report without what its SOPs say, file names, keys of formats and excerpts."""
    if form in {"json", "sarif"}:
        kept = r'"(?:message|remedy|text|where|why|what|source|consequence|time)": ("(?:[^"\\\\]|\\\\.)*")'
        report = "\n".join(json.loads(text) for text in re.findall(kept, report))
    if form in {"html", "junit"}:
        report = re.sub(r"(?s)<style.*?</style>|<!--.*?-->", " ", report)
        told = re.findall(r'message="([^"]*)"', report) if form == "junit" else []
        report = html.unescape(
            "\n".join([*told, re.sub(r"<[^>]*>", "\n", re.sub(r"</?(?:b|i|u|small)\b[^>]*>", "", report))])
        )
    for line in report.splitlines():
        if re.match(r" *\d* \|", line):
            continue
        said = re.sub(r"\b[0-9a-f]{16,}\b", " ", line)  # a digest may spell anything
        said = re.sub(r"::\w+ [^:]*::|\S*\.(?:sop\.yaml|xlsx|html)\S*", " ", said)
        for text in typed:
            said = said.replace(text, " ")
        yield said


@pytest.mark.parametrize(("language", "foreign"), [("en", INDONESIAN), ("id", ENGLISH)])
def test_no_report_mixes_its_languages(language, foreign, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for spec in sorted([*CASES.glob("*.sop.yaml"), *(ROOT / "specs").glob("*.sop.yaml")]):
        (tmp_path / spec.name).write_bytes(spec.read_bytes())
    for book in sorted(CASES.glob("hand-*.xlsx")):
        (tmp_path / book.name).write_bytes(book.read_bytes())
    (tmp_path / "rusak.sop.yaml").write_text("judul: [\n", encoding="utf-8")
    typed = sorted({text for spec in tmp_path.glob("*.sop.yaml") for text in _typed(spec)}, key=len, reverse=True)
    run(("--lang", language, "check", ".", "--date", "2026-03-12", *_into_files()))
    told = capsys.readouterr().err
    reports = {form: (tmp_path / f"l.{form}").read_text(encoding="utf-8") for form in FORMS}
    mixed = {
        form: sorted({line.strip() for line in _own_words(report, form, typed) if _foreign(line, foreign)})
        for form, report in {**reports, "screen": told}.items()
    }
    assert mixed == {form: [] for form in (*FORMS, "screen")}


def _into_files() -> list[str]:
    return [argument for form in FORMS for argument in ("--format", f"{form}=l.{form}")]


def _typed(spec: Path) -> Iterator[str]:
    """Every text of a spec, and its lines and items as a report may name them."""
    for text in re.split(r"[\n:,{}\[\]\"/;]| - ", spec.read_text(encoding="utf-8")):
        if len(text.strip()) > 2:
            yield text.strip()
