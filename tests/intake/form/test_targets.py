"""A drop-down's labels tell steps apart, and are understood after rows were put in between."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sopgen.diagnostics import Refusal
from sopgen.intake import MemorySource, load_spec
from sopgen.intake.form.targets import Meant, Steps, label, step_meant
from tests.generator import generate
from tests.intake.form.form_samples import changed, form_of, read

KONSINYERING = Path(__file__).parents[3] / "specs" / "konsinyering.sop.yaml"
LONG = "Menyerahkan laporan konsinyering kepada "
TEXTS = ("Menugaskan analis", f"{LONG}Kasubdit", f"{LONG}Analis untuk didokumentasikan", "Memeriksa", "Memeriksa lagi")


def meant(text: str, texts: tuple[str, ...], codes: tuple[str, ...] = ()) -> Meant:
    return step_meant(text, Steps(("",) * len(texts), texts, codes))


def test_labels_have_the_letters_that_they_need() -> None:
    assert [label(number, TEXTS) for number in range(1, 6)] == [
        "1 · Menugaskan analis",
        f"2 · {LONG}Kasubdit",
        f"3 · {LONG}Analis untuk didokum…",
        "4 · Memeriksa",
        "5 · Memeriksa lagi",
    ]


@pytest.mark.parametrize("seed", range(8))
def test_labels_of_generated_specs_mean_their_steps_wherever_these_have_gone(seed: int) -> None:
    sop = load_spec(MemorySource("a.sop.yaml", generate(seed, steps=(5, 30)).encode())).sop
    texts = tuple(step.uraian.teks or step.uraian.butir[0] for step in sop.kegiatan)
    alone = [number for number, text in enumerate(texts, start=1) if texts.count(text) == 1]
    labels = {number: label(number, texts) for number in alone}
    assert len({told.partition(" · ")[2].casefold() for told in labels.values()}) == len(alone)
    for number, told in labels.items():
        assert meant(told, ("Menyiapkan ruang rapat", *texts)).number == number + 1


def test_of_steps_that_say_the_same_the_hidden_code_decides() -> None:
    texts = ("Baru", "Awal", "Memeriksa", "Memeriksa")
    codes = ("#baru1", "#1", "#2", "#3")
    assert meant("2 · Memeriksa", texts, codes).number == 3
    told = meant("3 · Memeriksa", texts, codes)
    assert told.number == 3
    assert told.remark is not None
    assert told.remark.id == "Kegiatan 3, 4 berbunyi sama; dibaca 3. Bedakan kalimatnya."
    assert meant("2 · Memeriksa", texts) == Meant(None, several=(3, 4))


def insert_first(book: Any) -> None:
    book["Kegiatan"].insert_rows(5)
    book["Kegiatan"]["B5"], book["Kegiatan"]["C5"] = "Menjadwalkan konsinyering", "kabid"


def test_a_row_on_top_of_the_konsinyering_form_turns_no_arrow() -> None:
    text = KONSINYERING.read_text(encoding="utf-8")
    before = load_spec(MemorySource("a.sop.yaml", text.encode())).sop
    after = read(changed(insert_first, form_of(text)))
    old = [[(way.label, way.ke and way.ke + 1) for way in step.arah] for step in before.kegiatan]
    assert [[(way.label, way.ke) for way in step.arah] for step in after.sop.kegiatan][1:] == old


def test_a_label_of_few_letters_that_several_steps_begin_with_is_named() -> None:
    def put(book: Any) -> None:
        insert_first(book)
        book["Kegiatan"]["H11"] = f"6 · {LONG.strip()}…"

    with pytest.raises(Refusal) as raised:
        read(changed(put, form_of(KONSINYERING.read_text(encoding="utf-8"))))
    (told,) = raised.value.diagnostics
    assert (told.span.place if told.span else "", told.code) == ("Kegiatan!H11", "BACA-28")
    assert told.message.id.endswith("dapat berarti kegiatan 8 atau 9.")
