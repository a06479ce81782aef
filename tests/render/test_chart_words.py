"""The flow in words, from small specs."""

from __future__ import annotations

import pytest

from sopgen.pipeline import build_document
from sopgen.render.chart_words import lane_names, page_in_words, steps_in_words, symbol_in_words

LANES = "judul: A\npelaksana: {kabid: Kabid, staf: Staf Pelaksana, arsip: Arsiparis}\nkegiatan:\n"


def step(uraian, pelaksana, more=""):
    return f"  - {{uraian: {uraian}, pelaksana: {pelaksana}{more}}}\n"


def drawn(tmp_path, steps, head=LANES):
    path = tmp_path / "x.sop.yaml"
    path.write_text(head + "".join(steps), encoding="utf-8")
    return build_document(path)


def told(document):
    return [step.sentence for step in steps_in_words(document, lane_names(document)).values()]


def test_a_decision_goes_on_before_it_goes_back(tmp_path):
    steps = [
        step("A", "kabid"),
        step("B", "staf"),
        step("C", "kabid", ", keputusan: {Tidak: 2, Ya: 4}"),
        step("D", "arsip"),
    ]

    assert told(drawn(tmp_path, steps)) == [
        "Langkah 1, Kabid, mulai: ke langkah 2.",
        "Langkah 2, Staf Pelaksana: ke langkah 3.",
        "Langkah 3, Kabid, keputusan: Ya ke langkah 4, Tidak ke langkah 2.",
        "Langkah 4, Arsiparis: selesai.",
    ]


def test_a_branch_to_the_end_and_a_fork_and_a_joint_activity(tmp_path):
    steps = [
        step("A", "kabid"),
        step("B", "staf", ", keputusan: {Lanjut: 3, Batal: selesai}"),
        step("C", "kabid", ", lanjut: [4, 5]"),
        step("D", "staf", ", lanjut: 6"),
        step("E", "arsip"),
        step("F", "[staf, kabid, arsip]", ", bersama: rapat"),
    ]

    assert told(drawn(tmp_path, steps))[1:] == [
        "Langkah 2, Staf Pelaksana, keputusan: Lanjut ke langkah 3, Batal ke selesai.",
        "Langkah 3, Kabid: serentak ke langkah 4 dan ke langkah 5.",
        "Langkah 4, Staf Pelaksana: ke langkah 6.",
        "Langkah 5, Arsiparis: ke langkah 6.",
        "Langkah 6, Staf Pelaksana bersama Kabid dan Arsiparis: selesai.",
    ]


def test_extra_capsules_are_no_steps_but_have_names(tmp_path):
    head = LANES.replace("kegiatan:", "tampilan: {kapsul: tambahan}\nkegiatan:")
    document = drawn(tmp_path, [step("A", "kabid"), step("B", "staf")], head)
    names = lane_names(document)
    words = steps_in_words(document, names)

    assert [step.sentence for step in words.values()] == [
        "Langkah 1, Kabid, mulai: ke langkah 2.",
        "Langkah 2, Staf Pelaksana: selesai.",
    ]
    assert [symbol_in_words(symbol, names, words) for symbol in document.pages[-1].symbols] == [
        "Kabid: mulai",
        "Kabid: kegiatan",
        "Staf Pelaksana: kegiatan",
        "Staf Pelaksana: selesai",
    ]


def test_one_step_begins_and_ends(tmp_path):
    document = drawn(tmp_path, [step("A", "kabid")])
    names = lane_names(document)
    words = steps_in_words(document, names)

    assert words[1].sentence == "Langkah 1, Kabid, mulai: selesai."
    assert [symbol_in_words(symbol, names, words) for symbol in document.pages[-1].symbols] == [
        "Kabid: mulai dan selesai"
    ]


@pytest.mark.parametrize("label", ["selesai", "mulai"])
def test_a_name_that_says_another_kind_does_not_mislead(tmp_path, label):
    head = LANES.replace("Kabid", f"Tim {label}")
    document = drawn(tmp_path, [step("A", "kabid"), step("B", "kabid")], head)
    names = lane_names(document)

    assert [
        symbol_in_words(symbol, names, steps_in_words(document, names)) for symbol in document.pages[-1].symbols
    ] == [
        f"Tim {label}: mulai",
        f"Tim {label}: selesai",
    ]


def test_every_page_tells_its_own_steps_and_arrows_that_leave_it(tmp_path):
    steps = [step(f"{'Menyusun laporan bulanan ' * 12}{n}", "staf") for n in range(1, 30)]
    document = drawn(tmp_path, steps)
    flow = [page for page in document.pages if page.kind == "prosedur"]
    assert len(flow) > 1
    words = steps_in_words(document, lane_names(document))

    said = [page_in_words(page, words) for page in flow]

    last = [row.step for row in flow[0].rows if row.step][-1]
    assert said[0].startswith(f"Diagram alir langkah 1 sampai {last}. Langkah 1, Staf Pelaksana, mulai: ke langkah 2.")
    assert said[0].endswith(f"Langkah {last}, Staf Pelaksana: ke langkah {last + 1}.")
    assert " ".join(said).count("Langkah ") == 29
