"""What a page asks and what it is told, as both hosts hand it over."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from datetime import date

import pytest

from sopgen import paperwork, pipeline
from sopgen.desk.answering import QUESTIONS, _homes
from sopgen.desk.wire import reply
from sopgen.intake import MemorySource
from sopgen.starters.whole import blank_text
from tests.rules.references import spec_path

SPEC = spec_path("konsinyering")


def ask(name: str, blobs: dict[str, bytes] | None = None, /, **data: object) -> tuple[dict, tuple[bytes, ...]]:
    given = reply(name, json.dumps(data), blobs or {})
    return json.loads(given.text), given.blobs


def document(text: str | None = None, **more: object) -> dict[str, object]:
    return {"name": SPEC.name, "text": SPEC.read_text(encoding="utf-8") if text is None else text, **more}


def drawn(text: str | None = None, **more: object) -> dict:
    told, _ = ask("draw", document=document(text), today="2026-01-15", language="id", **more)
    return told["data"]


def test_every_question_has_an_answer():
    assert set(QUESTIONS) == set(_homes())
    assert "fault" in ask("tiada")[0]


def test_two_states_of_a_document_are_compared_and_shown_side_by_side():
    text = SPEC.read_text(encoding="utf-8")
    told = ask("compare", old=document(), new=document(text.replace("judul: ", "judul: Tata Cara ", 1)), language="id")
    (change,) = [each for each in told[0]["data"]["changes"] if each["class"] != "letak"]
    assert (change["class"], change["place"], change["new"]["path"]) == ("identitas", "baris Judul SOP", ["judul"])
    assert told[0]["data"]["counts"] == {"identitas": 1}
    old, new = told[0]["data"]["old"], told[0]["data"]["new"]
    assert change["pieces"]["new"][0] == ["Tata Cara ", "added"]
    assert all(text != "Tata Cara " for text, _ in change["pieces"]["old"])
    assert [page["kind"] for page in new["pages"]] == ["identitas", "prosedur"]
    for side in (old, new):
        (mark,) = [each for each in side["marks"] if each["number"] == change["number"]]
        assert (mark["page"], mark["row"], len(mark["boxes"])) == (1, False, 1)
        assert mark["boxes"][0][0] >= mark["left"] > 0
    refused = ask("compare", old=document("judul: ["), new=document(), language="id")[0]
    assert refused["refusals"]


def test_an_added_step_is_marked_with_its_symbol_and_its_arrows_on_the_new_pages_alone():
    text = SPEC.read_text(encoding="utf-8")
    wish = {"op": "insert_step", "number": 3, "step": {"uraian": "Menomori berkas", "pelaksana": "analis"}}
    edited = ask("edit", text=text, operations=[wish], language="id")[0]["data"]
    told = ask("compare", old=document(), new=document(edited["text"]), language="en")[0]["data"]
    (added,) = [each for each in told["changes"] if each["kind"] == "added"]
    assert (added["class"], added["new"]["step"], added["pieces"]["old"][0][0]) == ("alur", 3, "–")
    (mark,) = [each for each in told["new"]["marks"] if each["number"] == added["number"]]
    assert (mark["row"], len(mark["symbols"]), len(mark["arrows"])) == (True, 1, 2)
    svg = told["new"]["pages"][mark["page"] - 1]["svg"]
    assert all(f'data-id="{each}"' in svg for each in (*mark["symbols"], *mark["arrows"]))
    assert added["number"] not in {each["number"] for each in told["old"]["marks"]}
    assert any(each["class"] == "letak" for each in told["changes"])


@pytest.mark.parametrize("kind", ["pdf", "xlsx"])
def test_the_sheet_of_changes_is_saved_as_the_command_line_writes_it(kind):
    new = SPEC.read_text(encoding="utf-8").replace("judul: ", "judul: Tata Cara ", 1)
    told, (data,) = ask("save_changes", old=document(), new=document(new), format=kind, language="id")
    assert told["files"][0]["name"] == f"konsinyering.perubahan.{kind}"
    states = [pipeline.load(MemorySource(SPEC.name, each.encode())) for each in (SPEC.read_text("utf-8"), new)]
    assert data == paperwork.render_changes(*states, kind)


def test_changes_are_recorded_as_entries_of_riwayat_on_the_day_of_the_revision():
    text = SPEC.read_text(encoding="utf-8").replace("judul: ", "judul: Tata Cara ", 1)
    told = ask("revise", old=document(), new=document(text), today="2026-11-20", language="id")[0]["data"]
    assert told["changes"] == 1
    recorded = ask("edit", text=text, operations=told["operations"], language="id")[0]["data"]["text"]
    sop = pipeline.load(MemorySource(SPEC.name, recorded.encode())).sop
    assert (sop.riwayat[-1].bagian, str(sop.tanggal.revisi)) == ("baris Judul SOP", "2026-11-20")
    again = ask("revise", old=document(), new=document(recorded), today="2026-11-21", language="id")[0]["data"]
    assert again["operations"] == []
    assert (
        ask("revise", old=document(), new=document(), today="2026-11-20", language="id")[0]["data"]["operations"] == []
    )


def test_a_drawing_has_pages_findings_and_places():
    told = drawn()
    assert [page["kind"] for page in told["pages"]] == ["identitas", "prosedur"]
    assert all(page["svg"].startswith("<svg") and page["width"] > 800 for page in told["pages"])
    assert told["refusals"] == []
    by_code = {each["code"] for each in told["findings"]}
    loaded = pipeline.load(SPEC)
    assert {each["code"] for each in told["accepted"]} | by_code >= {
        each.code for each in pipeline.check(loaded, today=date(2026, 1, 15))
    }
    shown = [each for each in told["findings"] if each["page"]]
    assert shown
    assert all(len(ring) == 4 for each in shown for ring in each["rings"])
    spans = {tuple(path): (line, column) for path, line, column, _ in told["spans"]}
    line, column = spans["kegiatan", 0, "uraian"]
    assert SPEC.read_text(encoding="utf-8").splitlines()[line - 1][column - 1 :].strip()
    assert set(told["milliseconds"]) == {"read", "layout", "check", "svg"}


def test_what_cannot_be_read_is_told_at_its_place_in_the_language_asked_for():
    broken = SPEC.read_text(encoding="utf-8").replace("kegiatan:", "kegiatn:", 1)
    told = drawn(broken)
    assert told["pages"] == []
    first = told["refusals"][0]
    assert first["line"] == broken.splitlines().index("kegiatn:") + 1
    english, _ = ask("draw", document=document(broken), today="2026-01-15", language="en")
    assert english["data"]["refusals"][0]["message"] != first["message"]


@pytest.mark.parametrize("kind", ["pdf", "xlsx"])
def test_saved_files_are_those_of_the_command_line(kind):
    told, (data,) = ask("save", document=document(), format=kind)
    expected = pipeline.render_document(pipeline.build_document(SPEC), kind)
    assert hashlib.sha256(data).digest() == hashlib.sha256(expected).digest()
    assert told["files"][0]["name"] == f"konsinyering.{kind}"


def test_pages_are_saved_as_pictures_each():
    told, blobs = ask("save", document=document(), format="svg")
    assert [each["name"] for each in told["files"]] == ["konsinyering.halaman-1.svg", "konsinyering.halaman-2.svg"]
    assert all(b"@font-face" in blob for blob in blobs)


def test_a_spec_that_is_refused_saves_nothing():
    told, blobs = ask("save", document=document("judul: x\n"), format="pdf", language="en")
    assert blobs == ()
    assert told["data"] == {}
    assert told["refusals"][0]["code"].startswith("BACA-")


@pytest.mark.parametrize("kind", ["pdf", "xlsx"])
def test_a_finished_document_opens_as_the_spec_it_carries(kind):
    _, (data,) = ask("save", document=document(bureau="unit: Bagian Umum\n"), format=kind)
    told, _ = ask("open", {"file": data}, name=f"unduhan (1).{kind}")
    assert told["data"]["document"] == document(bureau="unit: Bagian Umum\n")


def test_a_spec_opens_as_it_stands_and_anything_else_is_refused_in_words():
    told, _ = ask("open", {"file": SPEC.read_bytes()}, name="a.sop.yaml")
    assert told["data"]["document"]["text"] == SPEC.read_text(encoding="utf-8")
    for data in (b"\x89PNG\r\n\x1a\n\x00", b"%PDF-1.7 kosong", b"PK\x03\x04", "judul: é".encode("utf-16")):
        told, _ = ask("open", {"file": data}, name="x")
        assert told["refusals"], data


def test_logos_come_with_the_question():
    text = SPEC.read_text(encoding="utf-8") + "\nlogo: lambang.png\n"
    missing = drawn(text)
    assert [each["code"] for each in missing["refusals"]] == ["BACA-40"]
    logo = (SPEC.parent / "contoh-logo.png").read_bytes()
    told, _ = ask("draw", {"lambang.png": logo}, document=document(text), today="2026-01-15")
    assert "data:image/png" in told["data"]["pages"][0]["svg"]


def test_the_program_tells_of_itself():
    assert ask("about")[0]["data"]["version"]
    assert "kegiatan" in ask("schema")[0]["data"]["schema"]["properties"]
    assert ask("explain", code="KEG-01", language="en")[0]["data"]["page"].startswith("# KEG-01")
    assert ask("explain", code="XXX-99")[0]["data"]["page"] is None


def test_a_mistake_of_the_programs_own_is_told_and_not_raised():
    assert "KeyError" in ask("draw")[0]["fault"]


def test_a_form_edits_the_text_and_sees_what_stands_there():
    text = SPEC.read_text(encoding="utf-8")
    wish = [{"op": "set", "path": ["kegiatan", 0, "waktu"], "value": "7 menit"}]
    told = ask("edit", text=text, operations=wish)[0]["data"]
    assert told["fault"] is None
    assert "waktu: 7 menit" in told["text"]
    assert ["waktu", "7 menit"] in dict(told["data"]["map"])["kegiatan"][0]["map"]
    in_the_way = ask("edit", text=text, operations=[{"op": "delete_step", "number": 4}], language="en")[0]["data"]
    assert in_the_way["text"] is None
    assert in_the_way["fault"]["message"]
    assert in_the_way["fault"]["steps"]


def test_a_form_reads_what_stands_there_whatever_is_wrong_with_it():
    told = ask("read", text="judul: X\npelaksana: {a: A}\nkegiatan:\n  - uraian: Y\n    pelaksna: b\n    lanjut: *z\n")
    step = {"map": [["uraian", "Y"], ["pelaksna", "b"], ["lanjut", None]]}
    assert told[0]["data"]["data"] == {
        "map": [["judul", "X"], ["pelaksana", {"map": [["a", "A"]]}], ["kegiatan", [step]]]
    }


def test_keys_keep_their_order_whatever_they_look_like():
    told = ask("read", text='pelaksana: {z: Z, "2": B, "1": A}\n')[0]["data"]["data"]
    assert [key for key, _ in dict(told["map"])["pelaksana"]["map"]] == ["z", "2", "1"]


def test_steps_that_are_not_filled_in_yet_are_left_out_of_the_drawing():
    text = SPEC.read_text(encoding="utf-8")
    begun = [{"op": "insert_step", "number": 5, "step": {"uraian": None, "pelaksana": None}}]
    longer = ask("edit", text=text, operations=begun)[0]["data"]["text"]
    assert drawn(longer)["refusals"]
    told = drawn(longer, without=[5])
    assert told["refusals"] == []
    assert told["numbers"] == [1, 2, 3, 4, 6, 7, 8, 9, 10]
    assert [page["svg"] for page in told["pages"]] == [page["svg"] for page in drawn()["pages"]]


def test_before_any_step_is_finished_the_identity_alone_is_drawn():
    text = blank_text()
    told = drawn(text, without=[1])
    assert told["alone"]
    assert [page["kind"] for page in told["pages"]] == ["identitas"]
    assert told["findings"] == told["entries"] == told["refusals"] == []
    assert told["figures"] is None
    titled = text.replace("judul:", "judul: Peminjaman Buku", 1).replace("  - uraian:", "  - uraian: Meminta", 1)
    more = titled + "  - uraian: Memberi\n    pelaksana: petugas\n"
    assert "PEMINJAMAN BUKU" in drawn(more, without=[1, 2])["pages"][0]["svg"].upper()
    assert not drawn(without=[5])["alone"]


def test_what_is_wrong_in_an_identity_that_stands_alone_is_told():
    wrong = blank_text().replace("judul:", "judul: A\ntanggal: {efektif: besok}", 1)
    told = drawn(wrong, without=[1])
    assert [each["path"] for each in told["refusals"]] == [["tanggal", "efektif"]]


def test_a_drawing_as_the_last_one_was_set_comes_soon_and_says_so():
    first = drawn()
    assert first["settled"]
    again = drawn(choice=first["choice"])
    assert not again["settled"]
    assert [page["svg"] for page in again["pages"]] == [page["svg"] for page in first["pages"]]
    assert again["choice"] == first["choice"]
    assert (again["findings"], again["figures"]) == (first["findings"], first["figures"])


def test_pages_that_are_shown_already_come_without_their_pictures_while_they_come_soon():
    text = spec_path("konsinyering").read_text(encoding="utf-8")
    first = drawn(text)
    marks = [page["mark"] for page in first["pages"]]
    other = text.replace("uraian: Menugaskan", "uraian: Menyuruh", 1)
    soon = drawn(other, choice=first["choice"], shown=marks)["pages"]
    assert [bool(page["svg"]) for page in soon] == [False, True]
    assert [page["mark"] == mark for page, mark in zip(soon, marks, strict=True)] == [True, False]
    assert all(page["svg"] for page in drawn(other, shown=marks)["pages"])
    assert all(page["svg"] for page in drawn(other, choice=first["choice"], shown=marks[1:])["pages"][1:])


def test_where_the_last_choice_does_not_serve_the_drawing_is_settled_at_once():
    first = drawn()
    choice = [*first["choice"][:2], first["choice"][2][1:], *first["choice"][3:]]
    told = drawn(choice=choice)
    assert told["settled"]
    assert told["pages"] == first["pages"]
    assert drawn("judul: x\n", choice=first["choice"])["settled"]


def test_a_drawing_tells_the_figures_of_the_flow():
    assert drawn()["figures"] == {"time": "1 hari kerja 3 jam 25 menit", "unsure": 4, "crossings": 0}
    assert drawn("judul: x\n")["figures"] is None


def test_entries_tell_every_finding_once():
    told = drawn()
    members = [each for entry in told["entries"] for each in entry["members"]]
    assert sorted(members) == sorted(each["fingerprint"] for each in told["findings"])
    assert len(told["entries"]) < len(told["findings"])
    assert any(len(entry["steps"]) > 1 for entry in told["entries"])
    meant = {each["fingerprint"]: (each["code"], each["message"]) for each in told["findings"]}
    united = [entry for entry in told["entries"] if entry["code"] == "MB-01"]
    assert all({meant[each] for each in entry["members"]} == {("MB-01", entry["message"])} for entry in united)


def test_what_can_be_mended_is_told_with_its_replacement():
    text = SPEC.read_text(encoding="utf-8").replace("judul: PEMBUATAN", "judul: SOP PEMBUATAN", 1)
    given = drawn(text)
    (mend,) = ask("mends", document=document(text), today="2026-01-15", language="id")[0]["data"]["mends"]
    (finding,) = [each for each in given["findings"] if each["fingerprint"] == mend["fingerprint"]]
    assert finding["code"] == "JDL-06"
    ((line, column, last, end, words),) = mend["replacements"]
    lines = text.split("\n")
    assert line == last
    mended = lines[line - 1][: column - 1] + words + lines[line - 1][end - 1 :]
    assert mended == "judul: PEMBUATAN LAPORAN KONSINYERING"


def test_a_form_in_a_workbook_is_saved_and_opened_again():
    told, (form,) = ask("save", document=document(), format="form")
    assert told["files"][0]["name"] == "konsinyering.form.xlsx"
    opened, _ = ask("open", {"file": form}, name="konsinyering.form.xlsx")
    assert opened["data"]["document"]["name"] == SPEC.name
    again = pipeline.load(MemorySource("x.sop.yaml", opened["data"]["document"]["text"].encode()))
    assert again.sop == pipeline.load(SPEC).sop


def test_a_form_is_made_of_a_spec_that_is_refused():
    asked = document(SPEC.read_text(encoding="utf-8").replace("Tidak: konsep", "Tidak: 99"))
    told, _ = ask("save", document=asked, format="pdf")
    assert told["refusals"]
    told, (form,) = ask("save", document=asked, format="form")
    assert not told["refusals"]
    assert form.startswith(b"PK")


def test_the_compliance_sheet_is_saved_as_the_command_line_writes_it(tmp_path):
    told, (sheet,) = ask("save", document=document(), format="sheet", today="2026-01-15", language="id")
    assert told["files"][0]["name"] == "konsinyering.lembar-pemeriksaan.html"
    assert told["files"][0]["mediaType"] == "text/html"
    shutil.copy(SPEC, tmp_path / SPEC.name)
    command = [sys.executable, "-m", "sopgen", "check", SPEC.name, "--date", "2026-01-15", "--format"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([*command, "html=sheet.html"], cwd=tmp_path, env=environment, check=False, capture_output=True)
    assert sheet == (tmp_path / "sheet.html").read_bytes()
