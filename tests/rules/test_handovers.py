"""KEG-03: who is named as the receiver, against where the flow goes."""

from __future__ import annotations

from sopgen.intake import load_spec
from sopgen.intake.memory_source import MemorySource
from sopgen.report.folding import folded
from sopgen.report.review import Reviewed
from sopgen.rules import check_spec
from tests.report.reviews import finding, sop
from tests.rules.references import TODAY


def told(*texts: str) -> list[str]:
    """What KEG-03 says of steps that go from each column to the next."""
    lanes = "abc"
    steps = [
        f"  - {{uraian: {text!r}, pelaksana: {lanes[place % 3]}}}"
        for place, text in enumerate((*texts, "Mendokumentasikan surat"))
    ]
    spec = "judul: Pembuatan Surat\npelaksana: {a: Analis, b: Kepala Bagian, c: Arsiparis}\nkegiatan:\n"
    found = check_spec(load_spec(MemorySource("s.sop.yaml", (spec + "\n".join(steps)).encode())), today=TODAY)
    return [each.message.id for each in found if each.code == "KEG-03"]


def test_who_is_named_instead_is_told():
    assert told(
        "Menyusun surat dan menyerahkannya kepada Arsiparis", "Memeriksa surat, lalu mengirimnya ke Arsiparis"
    ) == ["Menurut uraian penerimanya Arsiparis, tetapi alur berpindah ke Kepala Bagian."]


def test_nobody_named_is_told():
    assert told("Menyusun surat") == ["Alur berpindah ke Kepala Bagian, tetapi uraian tidak menyebutnya."]


def test_who_made_a_thing_is_no_receiver():
    assert told("Menyusun surat dan menyerahkannya kepada Kabag", "Memeriksa surat yang disusun oleh Analis") == [
        "Alur berpindah ke Arsiparis, tetapi uraian tidak menyebutnya."
    ]


def test_the_summary_names_step_and_receiver():
    texts = ("Menyusun surat", "Memeriksa surat")
    spec = "judul: Pembuatan Surat\npelaksana: {a: Analis, b: Kepala Bagian, c: Arsiparis}\nkegiatan:\n"
    steps = "".join(f"  - {{uraian: {text}, pelaksana: {lane}}}\n" for text, lane in zip(texts, "ab", strict=True))
    last = "  - {uraian: Mendokumentasikan surat, pelaksana: c}\n"
    found = check_spec(load_spec(MemorySource("s.sop.yaml", (spec + steps + last).encode())), today=TODAY)
    singles = tuple(finding()._replace(diagnostic=each, fingerprint=str(at)) for at, each in enumerate(found))
    entries = folded(Reviewed("a", singles, (), sop())).findings
    (summary,) = [each.diagnostic for each in entries if each.diagnostic.code == "KEG-03"]

    assert "langkah 1 (ke Kepala Bagian), langkah 2 (ke Arsiparis)." in summary.message.id
    assert "<" not in summary.remedy.id
