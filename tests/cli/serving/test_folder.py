"""What the server lists, reads and writes, and that no place leads out of its folder."""

from __future__ import annotations

import base64
import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sopgen import pipeline
from sopgen.cli.serving.folder import Changed, Folder, Missing, Outside, Unreadable, digest
from tests.cli.serving.conftest import SPEC, post
from tests.rules.references import spec_path


def test_specs_are_listed_with_what_they_call_themselves(server):
    specs = post(server, "/folder/list", {}).json["specs"]
    assert [(each["place"], each["refused"]) for each in specs] == [("a.sop.yaml", False), ("sub/rusak.sop.yaml", True)]
    assert specs[0]["title"] == pipeline.load(spec_path("konsinyering")).sop.judul


def test_a_spec_is_read_and_written_and_never_over_anothers_change(server, folder):
    read = post(server, "/folder/read", {"place": "a.sop.yaml"}).json
    assert base64.b64decode(read["bytes"]) == SPEC
    asked = {"place": "a.sop.yaml", "text": "judul: Baru\n", "digest": read["digest"]}
    written = post(server, "/folder/write", asked)
    assert written.status == 200
    assert (folder / "a.sop.yaml").read_bytes() == b"judul: Baru\n"
    assert post(server, "/folder/write", asked | {"text": "judul: Kedua\n"}).status == 409
    assert (folder / "a.sop.yaml").read_bytes() == b"judul: Baru\n"
    assert post(server, "/folder/write", asked | {"digest": written.json["digest"], "text": "x"}).status == 200
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


def test_of_two_servers_one_is_told_to_look_again(folder, monkeypatch):
    """Both look at the file before either writes."""
    from sopgen.cli.serving import folder as module

    put = module.write_output
    monkeypatch.setattr(module, "write_output", lambda *where: (time.sleep(0.3), put(*where)))
    seen = Folder(folder).read("a.sop.yaml")[1]

    def write(text: bytes) -> str:
        try:
            return Folder(folder).write("a.sop.yaml", text, seen)
        except Changed:
            return "changed"

    with ThreadPoolExecutor(2) as writers:
        told = sorted(writers.map(write, (b"judul: a", b"judul: b")))
    assert told.count("changed") == 1
    assert Folder(folder).read("a.sop.yaml")[1] in told


def test_what_cannot_be_read_is_told_and_nothing_is_put_in_its_place(server, folder):
    large = folder / "besar.sop.yaml"
    large.write_bytes(b"judul: x\n#" + b"x" * 2**20)
    (folder / "lipat.sop.yaml").mkdir()
    for name, words in (("besar", "jauh lebih besar"), ("lipat", "folder")):
        told = post(server, "/folder/read", {"place": f"{name}.sop.yaml"})
        assert (told.status, words in told.body.decode()) == (500, True), told.body
        with pytest.raises(Unreadable):
            Folder(folder).write(f"{name}.sop.yaml", b"judul: y", None)
    assert large.stat().st_size > 2**20


def test_of_two_writers_one_is_told_to_look_again(folder):
    seen, both = digest(SPEC), threading.Barrier(2)
    shared = Folder(folder)

    def write(text: bytes) -> str:
        both.wait()
        try:
            shared.write("a.sop.yaml", text, seen)
        except Changed:
            return "changed"
        return "written"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(write, (b"judul: satu\n", b"judul: dua\n"))) == ["changed", "written"]


@pytest.mark.parametrize(
    "place",
    [
        *("../luar.sop.yaml", "sub/../../luar.sop.yaml", "/etc/passwd", "/etc/x.sop.yaml", "rahasia.txt", "", "."),
        *("sub\\..\\..\\luar.sop.yaml", "C:/x.sop.yaml", "a.sop.yaml\0", "a.sop.yaml\n", ".git/x.sop.yaml"),
        *("con.sop.yaml", "sub/NUL.sop.yaml", "Lpt1.SOP.YAML", "com¹.form.xlsx", "aux/a.sop.yaml", "conin$.sop.yaml"),
        *("sub./a.sop.yaml", "sub /a.sop.yaml", "%2e%2e%2fluar.sop.yaml/..", "a.sop.yaml::$DATA", "//luar/a.sop.yaml"),
        *("sub//a.sop.yaml", "./a.sop.yaml", "%2e%2e/luar.sop.yaml/../../x", "keluar/luar.sop.yaml", "tautan.sop.yaml"),
    ],
)
def test_no_place_leads_out_of_the_folder(server, folder, place):
    (folder / "keluar").symlink_to(folder.parent)
    (folder / "tautan.sop.yaml").symlink_to(folder.parent / "luar.sop.yaml")
    assert post(server, "/folder/read", {"place": place}).status == 403
    assert post(server, "/folder/write", {"place": place, "text": "x", "digest": None}).status == 403
    with pytest.raises(Outside):
        Folder(folder).locate(place)
    assert (folder.parent / "luar.sop.yaml").read_bytes() == b"judul: luar\n"
    asked = {"document": {"name": "x", "text": SPEC.decode(), "place": place}, "today": "2026-01-15"}
    drawn = json.loads(post(server, "/ask/draw", {"data": json.dumps(asked)}).json["text"])
    assert "Outside" in drawn["fault"]


def test_what_is_not_there_is_missing_and_may_be_new(server, folder):
    assert post(server, "/folder/read", {"place": "baru.sop.yaml"}).status == 404
    with pytest.raises(Missing):
        Folder(folder).read("baru.sop.yaml")
    told = post(server, "/folder/write", {"place": "lain/baru.sop.yaml", "text": "judul: x\n", "digest": None})
    assert told.status == 200
    assert (folder / "lain" / "baru.sop.yaml").read_bytes() == b"judul: x\n"


def test_a_text_that_is_edited_is_drawn_with_the_folders_defaults(server, folder):
    (folder / "sopgen.yaml").write_bytes(b"unit: Bagian Umum\n")
    text = SPEC.decode().replace("judul: ", "judul: Sementara ", 1)
    asked = {"document": {"name": "a.sop.yaml", "text": text, "place": "a.sop.yaml"}, "today": "2026-01-15"}
    drawn = json.loads(post(server, "/ask/draw", {"data": json.dumps(asked)}).json["text"])
    assert "Sementara" in drawn["data"]["pages"][0]["svg"]
    assert (folder / "a.sop.yaml").read_bytes() == SPEC


def test_a_form_is_read_and_never_written_over(server, folder):
    (folder / "x.form.xlsx").write_bytes(b"PK\x03\x04")
    told = post(server, "/folder/read", {"place": "x.form.xlsx"})
    assert (told.status, base64.b64decode(told.json["bytes"])) == (200, b"PK\x03\x04")
    asked = {"place": "x.form.xlsx", "text": "judul: x\n", "digest": told.json["digest"]}
    assert post(server, "/folder/write", asked).status == 403
    assert (folder / "x.form.xlsx").read_bytes() == b"PK\x03\x04"


def test_a_list_reads_again_what_changed_alone(folder, monkeypatch):
    files = Folder(folder)
    first = files.specs()
    read = []
    monkeypatch.setattr(files, "_listed", lambda path, listed=files._listed: read.append(path.name) or listed(path))
    assert files.specs() == first
    assert set(read) == {Path(each.place).name for each in first if each.refused}
    text = (folder / "a.sop.yaml").read_text(encoding="utf-8")
    (folder / "a.sop.yaml").write_text(text.replace("PEMBUATAN LAPORAN", "PEMBUATAN BERITA"), encoding="utf-8")
    assert any("BERITA" in each.title for each in files.specs())
    read.clear()
    (folder / "sopgen.yaml").write_text("instansi: Kementerian Contoh\n", encoding="utf-8")
    files.specs()
    assert "a.sop.yaml" in read


@pytest.mark.parametrize(
    ("language", "told"), [("id", "tidak ada lagi"), ("en", "no longer there"), ("", "tidak ada lagi")]
)
def test_faults_are_told_in_the_language_of_the_page(server, language, told):
    answer = post(server, "/folder/read", {"place": "tiada.sop.yaml"}, X_Sopgen_Language=language)
    assert answer.status == 404
    assert told in answer.json["fault"]


def test_what_cannot_be_written_is_told_in_the_language_of_the_page(server, folder):
    (folder / "b.sop.yaml").mkdir()
    told = {
        language: post(
            server,
            "/folder/write",
            {"place": "b.sop.yaml", "text": "judul: a\n", "digest": None},
            X_Sopgen_Language=language,
        ).json["fault"]
        for language in ("id", "en")
    }
    assert told["id"] != told["en"]
