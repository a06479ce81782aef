"""The guide for bureau staff: its examples are read and drawn, and no key is missing from its tables."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from sopgen.diagnostics import REFUSALS, Refusal, Severity, family
from sopgen.intake import load_spec, model
from sopgen.intake.loaded import Setelan
from sopgen.pipeline import build_document
from sopgen.rules import REGISTRY
from sopgen.rules.page import GRAVER
from sopgen.rules.presets import severity_for

GUIDE = Path(__file__).parents[1] / "docs" / "panduan.md"
TEXT = GUIDE.read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)
SKELETON = "pelaksana: {a: A}\nkegiatan:\n  - {uraian: Menulis, pelaksana: a}\n"
MODELS = [part for part in vars(model).values() if isinstance(part, type) and issubclass(part, BaseModel)]


def write_whole(folder: Path, example: str) -> Path:
    """A piece of a spec, completed by the keys it leaves out."""
    path = folder / "contoh.sop.yaml"
    if example.startswith("# sopgen.yaml"):
        (folder / "sopgen.yaml").write_text(example, encoding="utf-8")
        example = ""
    title = "" if "\njudul:" in example else "judul: Pembuatan Surat\n"
    path.write_text(title + example + ("" if "kegiatan:\n" in example else SKELETON), encoding="utf-8")
    return path


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.splitlines()[0][:30])
def test_every_example_is_drawn(tmp_path: Path, example: str) -> None:
    assert build_document(write_whole(tmp_path, example)).pages


def test_the_shown_error_is_the_one_printed(tmp_path: Path) -> None:
    whole = next(example for example in EXAMPLES if "\njudul:" in example)
    path = tmp_path / "laporan-kegiatan.sop.yaml"
    path.write_text(whole.replace("pelaksana: kabag", "pelaksana: kabg", 1), encoding="utf-8")
    with pytest.raises(Refusal) as caught:
        load_spec(path)
    (fault,) = caught.value.diagnostics
    assert fault.span is not None
    shown = f":{fault.span.line}:{fault.span.column}: {fault.code} (kegiatan {fault.step}): {fault.message.id}"
    assert shown in TEXT
    assert f"Perbaikan: {fault.remedy.id}" in TEXT


@pytest.mark.parametrize("part", MODELS, ids=lambda part: part.__name__)
def test_every_key_is_explained(part: type[BaseModel]) -> None:
    explained = TEXT[TEXT.index("### Kepala tabel") : TEXT.index("## 9.")]
    assert [key for key in part.model_fields if not re.search(rf"[`{{ ]{key}[`:]", explained)] == []


def test_the_guide_says_truly_where_rules_come_from() -> None:
    """Which rules the regulation's annex itself bears, and which mandatory ones the ministry's slides do not."""
    said = " ".join(TEXT.split())
    (annex,) = re.findall(r"itu sendiri disebut oleh ([-A-Z0-9, dan]+), semuanya anjuran", said)
    (other,) = re.findall(r"yang tidak begitu ialah (.+?), dan berkas yang tidak dapat dibaca", said)
    weights = {code: severity_for(code, Setelan()) for code, rule in REGISTRY.items() if rule.source}
    of_annex = {code for code in weights if REGISTRY[code].source.id.startswith("Lampiran Permenpan-RB 35/2012")}
    assert set(re.findall(r"[A-Z]{3}-\d\d", annex)) == of_annex
    assert {weights[code] for code in of_annex} == {Severity.ANJURAN}
    others = {
        code
        for code, weight in weights.items()
        if (weight is Severity.WAJIB or code in GRAVER)
        and family(code) not in REFUSALS
        and "Paparan KemenPAN-RB" not in REGISTRY[code].source.id
    }
    assert set(re.findall(r"[A-Z]{3}-\d\d", other)) == others
