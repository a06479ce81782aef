"""What a decision's text says of each outcome, and whether the arrows of its branches say the same."""

from __future__ import annotations

import pytest

from sopgen.diagnostics import Diagnostic
from sopgen.intake import load_spec
from sopgen.intake.memory_source import MemorySource
from sopgen.rules import check_spec
from sopgen.rules.language.outcomes import by_branch, outcomes
from tests.rules.references import TODAY

TO_HEAD = (
    "Memeriksa surat. Jika setuju, menyampaikannya kepada Kepala Biro; "
    "jika tidak setuju, mengembalikannya kepada Analis"
)


def misled(text: str, labels: str = "Setuju, Tidak setuju", targets: tuple[str, str] = ("3", "1")) -> list[Diagnostic]:
    """What KEG-08 finds in a decision of the Kabag between the Analis (step 1) and the Kepala Biro (step 3)."""
    branches = ", ".join(f"{label}: {to}" for label, to in zip(labels.split(", "), targets, strict=True))
    spec = f"""\
judul: Pembuatan Surat
pelaksana: {{analis: Analis, kabag: Kepala Bagian, karo: Kepala Biro}}
kegiatan:
  - {{uraian: Menyusun surat dan menyerahkannya kepada Kepala Bagian, pelaksana: analis}}
  - {{uraian: "{text}", pelaksana: kabag, keputusan: {{{branches}}}}}
  - {{uraian: Menandatangani surat dan menyerahkannya kepada Analis, pelaksana: karo}}
  - {{uraian: Mendokumentasikan surat, pelaksana: analis}}
"""
    found = check_spec(load_spec(MemorySource("s.sop.yaml", spec.encode())), today=TODAY)
    return [each for each in found if each.code == "KEG-08"]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (TO_HEAD, "Setuju, Tidak setuju"),
        (TO_HEAD, "Ya, Tidak"),
        ("Memeriksa surat. Jika sesuai diteruskan ke Kepala Biro, jika tidak dikembalikan ke Analis", "Sesuai, Belum"),
        ("Memeriksa surat. Bila lengkap, memarafnya; bila tidak, mengembalikannya kepada Analis", "Lengkap, Tidak"),
        ("Memeriksa surat. Jika benar, meneruskannya; jika salah, mengembalikannya", "Benar, Salah"),
        ("Memeriksa surat. Jika disetujui, ke Kepala Biro; jika ditolak, kembali ke Analis", "Ya, Tidak"),
        ("Memeriksa surat. Jika benar, ke langkah 3; jika tidak, kembali ke langkah 1", "Benar, Tidak"),
        (
            "Memeriksa surat. Jika ada kesalahan, mengembalikannya kepada Analis; jika tidak ada, menandainya",
            "Baik, Salah",
        ),
        ("Memeriksa surat. Dalam hal sesuai, ke Kepala Biro; dalam hal belum sesuai, kembali ke Analis", "Ya, Tidak"),
        ("Memeriksa surat. Jika memenuhi syarat, ke Kepala Biro; jika tidak memenuhi syarat, ke Analis", "MS, TMS"),
        ("Memeriksa surat. Ya: menyampaikannya ke Kepala Biro; Tidak: mengembalikannya ke Analis", "Ya, Tidak"),
        ("Memilah surat: yang diterima diteruskan ke Kepala Biro, yang ditolak ke Analis", "Diterima, Ditolak"),
    ],
)
def test_swapped_arrows_are_one_finding(text: str, labels: str) -> None:
    assert misled(text, labels) == []
    assert len(misled(text, labels, ("1", "3"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        # Which of the two answers "Ya" is, the text does not say.
        "Memeriksa surat. Jika ada kesalahan, mengembalikannya kepada Analis; jika tidak, meneruskan ke Kepala Biro",
        "Menilai benda. Jika rusak, mengembalikannya kepada Analis; jika baik, meneruskannya kepada Kepala Biro",
        # The conditions stand behind what they are conditions of.
        "Memeriksa surat dan menyerahkannya kepada Kepala Biro jika benar, mengembalikannya kepada Analis jika tidak",
        # Who made it is no receiver.
        "Memeriksa surat. Jika benar, menyerahkan surat yang disusun oleh Analis; jika tidak, memperbaikinya",
        "Memeriksa surat dan menyerahkannya",
    ],
)
@pytest.mark.parametrize("targets", [("1", "3"), ("3", "1")])
def test_what_is_not_plain_is_not_told(text: str, targets: tuple[str, str]) -> None:
    assert misled(text, "Ya, Tidak", targets) == []


def test_both_branches_are_told_and_certain() -> None:
    (found,) = misled(TO_HEAD, targets=("1", "3"))

    assert "“Setuju” menurut uraian ke Kepala Biro, panahnya ke langkah 1 (Analis)" in found.message.id
    assert "“Tidak setuju” menurut uraian ke Analis, panahnya ke langkah 3 (Kepala Biro)" in found.message.id
    assert found.sure


def test_one_side_alone_may_be_read_otherwise() -> None:
    (found,) = misled("Memeriksa surat. Jika setuju, memarafnya; jika tidak, mengembalikannya", targets=("1", "3"))

    assert not found.sure


@pytest.mark.parametrize("step", ["3", "1"])
def test_a_step_that_is_named_is_where_the_arrow_goes(step: str) -> None:
    text = f"Memeriksa surat. Jika setuju, memarafnya; jika tidak, kembali ke langkah {step}"
    found = misled(text)

    assert bool(found) is (step != "1")
    assert all(each.sure for each in found)


def test_three_outcomes_follow_their_labels() -> None:
    told = outcomes("Jika baru, mendaftar; jika lama, mencari; jika pindah, meminta berkas")

    assert [each.said for each in by_branch(told, ["Pindah", "Baru", "Lama"]) if each] == [
        "meminta berkas",
        "mendaftar;",
        "mencari;",
    ]
