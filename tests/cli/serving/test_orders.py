"""What the page has the server build and check, and the document issued last."""

from __future__ import annotations

import base64

import pytest

from sopgen import pipeline
from tests.cli.serving.conftest import post, serving


def test_an_empty_folder_has_nothing_to_build(tmp_path):
    with serving(tmp_path) as empty:
        assert post(empty, "/order/standing", {}).json["specs"] == []


def test_the_folder_is_checked_and_built_as_the_command_line_does_it(server, folder):
    before = post(server, "/order/standing", {"language": "en"}).json["specs"]
    assert [(each["place"], each["words"]) for each in before] == [
        ("a.sop.yaml", "missing"),
        ("sub/rusak.sop.yaml", "refused"),
    ]
    checked = post(server, "/order/check", {"places": ["a.sop.yaml"]}).json["specs"]
    assert [(each["place"], each["wajib"] > 0) for each in checked] == [("a.sop.yaml", True)]
    built = post(server, "/order/build", {"places": [], "language": "id"}).json
    assert [each["status"] for each in built["specs"]] == ["built", "refused"]
    assert built["specs"][1]["messages"]
    expected = pipeline.render_document(pipeline.build_document(folder / "a.sop.yaml"), "pdf")
    assert (server.orders.output / "a.pdf").read_bytes() == expected
    after = post(server, "/order/standing", {}).json["specs"]
    assert after[0]["status"] == "unchanged"


def test_the_document_issued_last_is_handed_out(server, folder):
    assert post(server, "/folder/issued", {"place": "a.sop.yaml"}).json == {"name": None, "bytes": ""}
    server.orders.output.mkdir()
    (server.orders.output / "a.pdf").write_bytes(b"%PDF terbit")
    told = post(server, "/folder/issued", {"place": "a.sop.yaml"}).json
    assert (told["name"], base64.b64decode(told["bytes"])) == ("a.pdf", b"%PDF terbit")
    assert post(server, "/folder/issued", {"place": "../luar.sop.yaml"}).status == 403


@pytest.mark.parametrize("order", ["build", "check"])
def test_no_order_leads_out_of_the_folder(server, folder, order):
    assert post(server, f"/order/{order}", {"places": ["../luar.sop.yaml"]}).status == 403
    assert not server.orders.output.exists()


def test_an_order_that_cannot_be_carried_out_says_why(server, folder):
    server.orders.output.write_bytes(b"")
    told = post(server, "/order/build", {"language": "en"})
    assert told.status == 500
    assert "output" in told.json["fault"]


def test_an_order_runs_no_module_that_lies_in_the_folder(server, folder, monkeypatch):
    monkeypatch.chdir(folder)
    (folder / "click.py").write_text("raise SystemExit('milik orang lain')", encoding="utf-8")
    told = post(server, "/order/check", {"language": "en"})
    assert (told.status, "fault" in told.json) == (200, False), told.json


def test_an_order_that_takes_too_long_says_so(server, monkeypatch):
    monkeypatch.setattr("sopgen.cli.serving.orders._PATIENCE", 0.01)
    told = post(server, "/order/check", {"language": "en"})
    assert told.status == 500
    assert "dihentikan" in told.json["fault"]
