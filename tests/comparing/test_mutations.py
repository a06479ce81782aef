"""One thing changed in a reference is one entry, in its class."""

from __future__ import annotations

from typing import Any

import pytest

from sopgen.comparing import Kelas
from sopgen.diagnostics import Refusal
from sopgen.editing import EditFault
from tests.comparing.made import REFERENCES, changed, entries_of, sop_of, text_of, told

pytestmark = pytest.mark.parametrize("reference", REFERENCES)
Operation = dict[str, Any]


def set_to(*path: str | int, value: Any) -> Operation:
    return {"op": "set", "path": list(path), "value": value}


def drawn_otherwise(text: str, operation: Operation) -> bool:
    """Whether the operation can be made and leaves a spec that can be read."""
    try:
        sop_of(changed(text, operation))
    except (Refusal, EditFault):
        return False
    return True


@pytest.mark.parametrize("field", ["kelengkapan", "waktu", "output"])
def test_mutu_baku(reference: str, field: str) -> None:
    text = text_of(reference)
    for index in range(0, len(sop_of(text).kegiatan), 5):
        entries = entries_of(text, set_to("kegiatan", index, field, value="Nilai lain 77"))
        assert told(entries) == [(Kelas.MUTU_BAKU, "changed")]
        assert entries[0].new == ("kegiatan", index, field)


@pytest.mark.parametrize("field", ["uraian", "keterangan"])
def test_teks(reference: str, field: str) -> None:
    text = text_of(reference)
    for index, step in list(enumerate(sop_of(text).kegiatan))[1::5]:
        before = getattr(step, field)
        entries = entries_of(text, set_to("kegiatan", index, field, value=f"{before.teks} dengan teliti"))
        assert told(entries) == [(Kelas.TEKS, "changed")]
        assert entries[0].new == ("kegiatan", index, field)


def test_an_activity_in_wholly_other_words_with_the_same_row_is_the_same(reference: str) -> None:
    text = text_of(reference)
    for index in (1, 2):
        assert told(entries_of(text, set_to("kegiatan", index, "uraian", value="Zzz yyy"))) == [(Kelas.TEKS, "changed")]


def test_pelaksana(reference: str) -> None:
    text = text_of(reference)
    sop = sop_of(text)
    keys = [lane.id for lane in sop.pelaksana]
    for operation, kind in (
        (set_to("pelaksana", keys[0], "nama", value="Wakil Gubernur"), "changed"),
        ({"op": "add_executor", "key": "baru", "value": "Wakil Gubernur", "position": 1}, "added"),
        ({"op": "move_executor", "key": keys[-1], "position": 0}, "moved"),
    ):
        assert told(entries_of(text, operation)) == [(Kelas.PELAKSANA, kind)]
    for index, step in list(enumerate(sop.kegiatan))[::4]:
        other = next(key for key in keys if key not in step.pelaksana)
        if len(step.pelaksana) > 1:
            continue
        entries = entries_of(text, set_to("kegiatan", index, "pelaksana", value=other))
        assert told(entries) == [(Kelas.PELAKSANA, "changed")]
        assert (entries[0].before, entries[0].after) == (step.pelaksana, (other,))


def test_identitas(reference: str) -> None:
    text = text_of(reference)
    items = sop_of(text).dasar_hukum.butir
    for operation, kind in (
        (set_to("nomor", value="SOP-99"), "changed"),
        (set_to("tanggal", "efektif", value="2026-03-16"), "changed"),
        (set_to("pengesahan", "nama", value="Nama Lain"), "changed"),
        (set_to("status", value="dicabut"), "changed"),
        ({"op": "append", "path": ["dasar_hukum"], "value": "Peraturan Baru Nomor 1"}, "added"),
        ({"op": "insert", "path": ["dasar_hukum", 0], "value": "Peraturan Baru Nomor 1"}, "added"),
        ({"op": "remove", "path": ["dasar_hukum", 0]}, "removed"),
        ({"op": "move", "path": ["dasar_hukum", 0], "to": len(items) - 1}, "moved"),
        (set_to("dasar_hukum", 0, value=items[0] + " dan perubahannya"), "changed"),
    ):
        assert told(entries_of(text, operation)) == [(Kelas.IDENTITAS, kind)], operation


def test_a_step_put_in_anywhere_is_one_entry(reference: str) -> None:
    text = text_of(reference)
    sop = sop_of(text)
    step = {"uraian": "Menyimpan salinan cadangan di gudang arsip", "pelaksana": sop.pelaksana[-1].id}
    for number in range(1, len(sop.kegiatan) + 1, 2):
        operation = {"op": "insert_step", "number": number, "step": step}
        if drawn_otherwise(text, operation):
            entries = entries_of(text, operation)
            assert told(entries) == [(Kelas.ALUR, "added")], number
            assert entries[0].steps == (None, number)


def test_a_step_taken_out_is_one_entry(reference: str) -> None:
    text = text_of(reference)
    for number in range(1, len(sop_of(text).kegiatan) + 1, 2):
        operation = {"op": "delete_step", "number": number, "pointed_at": "next"}
        if sop_of(text).kegiatan[number - 1].keputusan or not drawn_otherwise(text, operation):
            continue
        entries = entries_of(text, operation)
        assert told(entries) == [(Kelas.ALUR, "removed")], number
        assert entries[0].steps == (number, None)


def test_a_branch_that_leads_elsewhere(reference: str) -> None:
    text = text_of(reference)
    for index, step in enumerate(sop_of(text).kegiatan):
        for label in [way.label for way in step.arah if step.keputusan]:
            targets = {way.ke for way in step.arah} | {step.nomor}
            for target in (1, 3):
                operation = set_to("kegiatan", index, "keputusan", label, value=str(target))
                if target not in targets and drawn_otherwise(text, operation):
                    entries = entries_of(text, operation)
                    assert told(entries) == [(Kelas.ALUR, "changed")]
                    assert entries[0].after == target


def test_a_branch_called_otherwise(reference: str) -> None:
    text = text_of(reference)
    for index, step in enumerate(sop_of(text).kegiatan):
        if step.keputusan:
            ways = [(way.label, "selesai" if way.ke is None else str(way.ke)) for way in step.arah]
            ways[0] = ("Lain", ways[0][1])
            entries = entries_of(text, set_to("kegiatan", index, "keputusan", value=dict(ways)))
            assert told(entries) == [(Kelas.TEKS, "changed")]


def test_what_only_looks_otherwise_is_no_entry(reference: str) -> None:
    text = text_of(reference)
    paper = sop_of(text).tampilan.kertas
    assert entries_of(text, set_to("tampilan", "kertas", value="Legal" if paper != "Legal" else "A4")) == []
    assert entries_of(text, {"op": "rename_executor", "key": sop_of(text).pelaksana[0].id, "to": "lain_sekali"}) == []


def test_a_step_that_changed_places(reference: str) -> None:
    text = text_of(reference)
    count = len(sop_of(text).kegiatan)
    made = 0
    for number in range(2, count - 1):
        operation = {"op": "move_step", "number": number, "to": number + 1}
        if drawn_otherwise(text, operation):
            entries = entries_of(text, operation)
            assert {kelas for kelas, _ in told(entries)} == {Kelas.ALUR}, number
            assert [kind for _, kind in told(entries)].count("moved") == 1, number
            made += 1
    assert made or reference in {"konsinyering", "sirebo"}


def test_what_else_can_be_said(reference: str) -> None:
    """Joint and parallel activities, words for applicants, promises, and what a lane is."""
    text = text_of(reference)
    sop = sop_of(text)
    first, second = (lane.id for lane in sop.pelaksana[:2])
    for operation, entry in (
        (set_to("kegiatan", 1, "pelaksana", value=[first, second]), (Kelas.PELAKSANA, "changed")),
        (set_to("kegiatan", 0, "lanjut", value=["2", "3"]), (Kelas.ALUR, "changed")),
        (set_to("kegiatan", 0, "publik", value={"judul": "Ajukan di loket"}), (Kelas.TEKS, "changed")),
        (set_to("pelayanan", "biaya", value="Rp 99.000"), (Kelas.IDENTITAS, "changed")),
        (set_to("pelayanan", "jangka_waktu", "lama", value="99 hari kerja"), (Kelas.IDENTITAS, "changed")),
        (set_to("judul", value="Pelayanan yang Lain"), (Kelas.IDENTITAS, "changed")),
        (set_to("digantikan_oleh", value="SOP-99"), (Kelas.IDENTITAS, "changed")),
    ):
        assert told(entries_of(text, operation)) == [entry], operation


def test_an_executor_taken_out_is_one_entry_and_its_steps_name_it(reference: str) -> None:
    text = text_of(reference)
    keys = [lane.id for lane in sop_of(text).pelaksana]
    entries = entries_of(text, {"op": "delete_executor", "key": keys[-1], "instead": keys[0]})
    assert [each.kind for each in entries].count("removed") == 1
    gone = next(number for number, each in enumerate(entries, start=1) if each.kind == "removed")
    assert {(each.kelas, each.cause) for each in entries if each.kind != "removed"} <= {(Kelas.PELAKSANA, gone)}
