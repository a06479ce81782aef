from __future__ import annotations

from typing import Any

import pytest
import yaml

from sopgen.editing import EditFault, apply_operations
from sopgen.intake import events

SPEC = """\
# kepala berkas
judul: Contoh   # bukan teks kepala
pelaksana:
  staf: Staf
  # atasan langsung
  kabag: Kepala Bagian
kegiatan:
  # kegiatan pertama
  - uraian: Menyusun konsep
    pelaksana: staf
  - uraian: "Memeriksa konsep"
    pelaksana: [kabag, staf]
    keputusan: {Ya: 4, Tidak: 1}   # dua cabang

  - uraian: |
      Mencatat
      hasil
    pelaksana: staf
    rute: {lewat: {4: kiri}}
    lanjut: 5
  - uraian: Mengirim
    pelaksana: staf
  - uraian: Mengarsipkan
    pelaksana: staf
abaikan:
  - {aturan: KEG-01, kegiatan: 4, alasan: disetujui}
# kaki berkas
""".replace("Contoh   # bukan teks kepala", "Contoh")


def edited(*operations: dict[str, Any], text: str = SPEC) -> str:
    result = apply_operations(text, operations)
    assert apply_operations(result.text, result.undo).text == text
    return result.text


def fault_of(*operations: dict[str, Any]) -> EditFault:
    with pytest.raises(EditFault) as raised:
        apply_operations(SPEC, operations)
    return raised.value


def test_inserting_a_step_moves_every_number_that_points_below_it() -> None:
    text = edited({"op": "insert_step", "number": 4, "step": {"uraian": "Baru", "pelaksana": "staf"}})
    assert text == SPEC.replace("{Ya: 4, Tidak: 1}", "{Ya: 5, Tidak: 1}").replace("lanjut: 5", "lanjut: 6").replace(
        "{4: kiri}", "{5: kiri}"
    ).replace("kegiatan: 4", "kegiatan: 5").replace(
        "  - uraian: Mengirim\n", "  - uraian: Baru\n    pelaksana: staf\n  - uraian: Mengirim\n"
    )


def test_a_moved_step_takes_its_comments_along() -> None:
    text = edited({"op": "move_step", "number": 1, "to": 2})
    assert text.index("Memeriksa") < text.index("# kegiatan pertama") < text.index("Menyusun")
    assert "keputusan: {Ya: 4, Tidak: 2}" in text


def test_deleting_a_step_that_is_pointed_at_takes_a_decision() -> None:
    fault = fault_of({"op": "delete_step", "number": 4})
    assert fault.steps == (2,)
    assert "kegiatan 2" in fault.message.id
    text = edited({"op": "delete_step", "number": 4, "pointed_at": "next"})
    assert "{Ya: 4, Tidak: 1}" in text  # what was 5
    assert "lanjut: 4" in text
    assert "abaikan" not in text
    assert "lewat" not in text
    text = edited({"op": "delete_step", "number": 4, "pointed_at": "selesai"})
    assert "{Ya: selesai, Tidak: 1}" in text


def test_no_step_is_made_to_lead_to_itself() -> None:
    spec = SPEC.replace("{Ya: 4, Tidak: 1}", "{Ya: 4, Tidak: 1}")
    with pytest.raises(EditFault, match="would lead to itself"):
        apply_operations(spec, [{"op": "delete_step", "number": 1, "pointed_at": "next"}])


@pytest.mark.parametrize(
    ("path", "value", "line"),
    [
        (["kegiatan", 0, "waktu"], "-", "    waktu: '-'\n"),
        (["kegiatan", 0, "output"], "010", '    output: "010"\n'),
        (["kegiatan", 0, "id"], "susun", "  - id: susun\n    uraian: Menyusun konsep\n"),
        (["tanggal", "pembuatan"], "2018-10-15", "tanggal:\n  pembuatan: 2018-10-15\npelaksana:\n"),
        (["kegiatan", 1, "uraian"], "Menelaah", '  - uraian: "Menelaah"\n'),
        (["kegiatan", 1, "pelaksana"], "kabag", "    pelaksana: kabag\n"),
        (["kegiatan", 1, "keputusan", "Ya"], 5, "    keputusan: {Ya: 5, Tidak: 1}   # dua cabang\n"),
        (["kegiatan", 1, "keputusan", "Tidak"], {"ke": 1, "rute": {"keluar": "kiri"}}, "Tidak: {ke: 1, rute: {keluar"),
        (["kegiatan", 1, "keputusan"], {"Ya": None, "Tidak": None}, "    keputusan: {Ya: , Tidak: }   # dua cabang\n"),
        (["kegiatan", 1, "keputusan", "Lainnya"], None, "    keputusan: {Ya: 4, Tidak: 1, Lainnya: }   # dua cabang\n"),
        (["pelaksana", "staf", "eksternal"], True, "  staf: {nama: Staf, eksternal: true}\n"),
        (["dasar_hukum"], ["UU: 1", "PP 2"], 'dasar_hukum:\n  - "UU: 1"\n  - PP 2\npelaksana:\n'),
    ],
)
def test_a_value_is_written_as_the_house_does(path: list[Any], value: Any, line: str) -> None:
    text = edited({"op": "set", "path": path, "value": value})
    assert line in text
    assert "# kepala berkas" in text
    assert "# kaki berkas" in text


def test_a_list_keeps_the_comments_of_what_does_not_change() -> None:
    spec = SPEC + "dasar_hukum:\n  # yang tertinggi\n  - Satu\n  - Dua   \n  - Tiga\n"
    text = edited({"op": "set", "path": ["dasar_hukum"], "value": ["Satu", "Baru", "Tiga", "Empat"]}, text=spec)
    assert text.endswith("dasar_hukum:\n  # yang tertinggi\n  - Satu\n  - Baru   \n  - Tiga\n  - Empat\n")


def test_an_executor_is_renamed_in_every_step() -> None:
    text = edited({"op": "rename_executor", "key": "staf", "to": "petugas"})
    assert "petugas: Staf" in text
    assert "[kabag, petugas]" in text
    assert "staf" not in text


def test_an_executor_at_work_is_replaced_or_stays() -> None:
    assert fault_of({"op": "delete_executor", "key": "staf"}).steps == (1, 2, 3, 4, 5)
    text = edited({"op": "delete_executor", "key": "kabag", "instead": "staf"})
    assert "pelaksana: staf\n    keputusan" in text
    assert "atasan langsung" not in text


def test_line_ends_and_a_missing_last_one_are_kept() -> None:
    windows = SPEC.replace("\n", "\r\n").removesuffix("# kaki berkas\r\n")
    text = edited({"op": "append", "path": ["abaikan"], "value": {"aturan": "KEG-02", "alasan": "x"}}, text=windows)
    assert "\n" not in text.replace("\r\n", "")
    without = SPEC.removesuffix("# kaki berkas\n").removesuffix("\n")
    assert edited({"op": "set", "path": ["nomor"], "value": "1"}, text=without).endswith("disetujui}")


def test_all_operations_are_made_or_none() -> None:
    fault = fault_of({"op": "set", "path": ["judul"], "value": "Lain"}, {"op": "terbang"})
    assert "terbang" in fault.message.id


@pytest.mark.parametrize(
    "operation",
    [{"op": "set"}, {"op": "set", "path": "judul", "value": 1}, {"op": "move_step", "number": 9, "to": 1}, {}],
)
def test_a_wrong_operation_is_told(operation: dict[str, Any]) -> None:
    fault_of(operation)


def test_a_broken_text_is_told() -> None:
    with pytest.raises(EditFault, match="line 1"):
        apply_operations("judul: a: b\n", [{"op": "set", "path": ["judul"], "value": "x"}])


def test_the_same_without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    operation = {"op": "insert_step", "number": 2, "step": {"uraian": "Baru", "pelaksana": "staf"}}
    wanted = edited(operation)
    monkeypatch.setattr(events, "Loader", yaml.SafeLoader)
    assert edited(operation) == wanted
