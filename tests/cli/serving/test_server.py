"""The server of `sopgen edit`: whom it answers, what it reads and writes, and every way in that must be shut."""

from __future__ import annotations

import base64
import http.client
import json
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from sopgen import pipeline
from sopgen.cli.serving.folder import Changed, Folder, Missing, Outside, Unreadable, digest
from sopgen.cli.serving.server import LARGEST, EditServer
from tests.required_tools import skip_without
from tests.rules.references import spec_path

SPEC = spec_path("konsinyering").read_bytes()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "specs"
    (made / "sub").mkdir(parents=True)
    (made / "a.sop.yaml").write_bytes(SPEC)
    (made / "sub" / "rusak.sop.yaml").write_bytes(b"judul: [\n")
    (made / "rahasia.txt").write_bytes(b"rahasia")
    (tmp_path / "luar.sop.yaml").write_bytes(b"judul: luar\n")
    return made


@contextmanager
def serving(folder: Path) -> Iterator[EditServer]:
    with EditServer(Folder(folder), output=folder.parent / "output") as made:
        thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield made
        made.shutdown()
        thread.join()


@pytest.fixture
def server(folder: Path) -> Iterator[EditServer]:
    with serving(folder) as made:
        yield made


class Told:
    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.status, self.headers, self.body = response.status, response.headers, response.read()

    @property
    def json(self) -> Any:
        return json.loads(self.body)


def call(server: EditServer, method: str, route: str, body: bytes | None = None, **headers: str) -> Told:
    """Headers by name with _ for -; an empty one is left out."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    try:
        connection.putrequest(method, route, skip_host=True, skip_accept_encoding=True)
        whole = {"Host": f"127.0.0.1:{server.port}"} | {
            name.replace("_", "-"): value for name, value in headers.items()
        }
        if body is not None:
            whole.setdefault("Content-Length", str(len(body)))
        for name, value in whole.items():
            if value:
                connection.putheader(name, value)
        connection.endheaders(body)
        return Told(connection.getresponse())
    finally:
        connection.close()


def post(server: EditServer, route: str, asked: object, **headers: str) -> Told:
    usual = {"Content_Type": "application/json", "X_Sopgen_Token": server.token}
    return call(server, "POST", route, json.dumps(asked).encode(), **usual | headers)


def test_the_address_opens_once_and_the_page_stays_open(server):
    route = server.address.removeprefix(f"http://127.0.0.1:{server.port}")
    first = call(server, "GET", route)
    assert (first.status, first.headers["Location"]) == (303, "/")
    cookie = first.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert call(server, "GET", route).status == 403
    page = call(server, "GET", "/", Cookie=cookie.split(";")[0])
    assert page.status == 200
    assert server.token.encode() in page.body
    assert b"{{" not in page.body
    assert {page.headers[name] for name in ("Cache-Control", "X-Frame-Options")} == {"no-store", "DENY"}


@pytest.mark.parametrize("headers", [{}, {"Cookie": "sopgen=salah"}, {"Cookie": "=;;=\x7f"}])
def test_without_key_and_cookie_nothing_is_shown(server, headers):
    told = call(server, "GET", "/", **headers)
    assert told.status == 403
    assert server.token.encode() not in told.body
    assert call(server, "GET", "/?kunci=salah").status == 403
    assert call(server, "GET", "/rahasia.txt", Cookie=f"{server.cookie}={server.token}").status == 404


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "jahat.example"},
        {"Host": "127.0.0.1:1"},
        {"Host": ""},
        {"Origin": "https://jahat.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
        {"X_Sopgen_Token": ""},
        {"X_Sopgen_Token": "salah"},
        {"X_Sopgen_Token": "é"},
    ],
)
def test_a_foreign_page_is_refused(server, folder, headers):
    told = post(server, "/folder/write", {"place": "a.sop.yaml", "text": "x", "digest": digest(SPEC)}, **headers)
    assert told.status == 403
    assert (folder / "a.sop.yaml").read_bytes() == SPEC


@pytest.mark.parametrize(
    "name", ["127.0.0.1.nip.io:{}", "localhost.jahat.example:{}", "[::1]:{}", "0.0.0.0:{}", "2130706433:{}", "127.1:{}"]
)
def test_a_name_that_somebody_gave_this_address_opens_nothing(server, name):
    host = name.format(server.port)
    cookie = f"{server.cookie}={server.token}"
    assert call(server, "GET", "/", Host=host, Cookie=cookie).status == 403
    assert post(server, "/folder/list", {}, Host=host).status == 403


def test_two_folders_are_open_at_once(server, folder):
    with serving(folder) as other:
        cookies = "; ".join(f"{each.cookie}={each.token}" for each in (server, other))
        for each in (server, other):
            assert call(each, "GET", "/", Cookie=cookies).status == 200


def test_who_says_nothing_keeps_nobody_else_waiting(server):
    idle = [socket.create_connection(("127.0.0.1", server.port), timeout=10) for _ in range(60)]
    for each in idle[::2]:
        each.sendall(b"POST /folder/list HTTP/1.1\r\nHost: ")
    assert post(server, "/folder/list", {}).status == 200
    for each in idle:
        each.close()


@pytest.mark.parametrize("said", ["GET / HTTP/1.1\r\n", "POST /folder/list HTTP/1.1\r\n{}\r\n"], ids=["head", "body"])
def test_a_letter_now_and_then_is_not_listened_to_for_long(server, said):
    server.patience = 0.6
    head = f"Host: 127.0.0.1:{server.port}\r\nX-Sopgen-Token: {server.token}\r\n"
    head += "Content-Type: application/json\r\nContent-Length: 100\r\n"
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as raw:
        raw.sendall(said.format(head).encode())
        start = time.monotonic()
        with suppress(ConnectionError):
            while time.monotonic() - start < 15:
                raw.sendall(b"x")
                time.sleep(0.05)
        assert time.monotonic() - start < 10
    server.patience = 30
    assert post(server, "/folder/list", {}).status == 200


def test_who_does_not_listen_is_not_waited_for(server):
    server.patience = 0.3
    cookie = f"{server.cookie}={server.token}"
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as raw:
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        ask = f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nCookie: {cookie}\r\n\r\n"
        raw.sendall(200 * ask.encode())
        deadline = time.monotonic() + 20
        while server.connections.count and time.monotonic() < deadline:
            time.sleep(0.05)
        assert server.connections.count == 0


def test_the_page_gets_the_place_of_whoever_asks_longest(server):
    server.connections.most = 4
    idle = [socket.create_connection(("127.0.0.1", server.port), timeout=20) for _ in range(4)]
    assert post(server, "/folder/list", {}).status == 200
    assert idle[0].recv(10) == b""
    idle += [socket.create_connection(("127.0.0.1", server.port), timeout=20) for _ in range(20)]
    assert post(server, "/folder/list", {}).status == 200
    assert server.connections.count <= 4
    for each in idle:
        each.close()


@pytest.mark.parametrize(
    "method", ["HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "CONNECT", "PROPFIND", "<script>", "get"]
)
def test_another_method_is_told_nothing(server, method):
    for route in ("/", "/folder/list", "/folder/write", "*"):
        told = call(server, method, route, b"{}", Content_Type="application/json", X_Sopgen_Token=server.token)
        assert told.status == 501
        assert told.body == (b"" if method == "HEAD" else b'{"fault": "not understood"}')
        assert [name for name in told.headers if name.lower().startswith(("access-control", "allow"))] == []


@pytest.mark.parametrize(
    "said",
    [
        *(b"\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET / HTTP/1.1 x\r\n\r\n", b"\0\0\0\0\r\n\r\n"),
        *(b"GET / HTTP/0.9\r\n\r\n", b"GET /\r\n\r\n", b"GET " + 70_000 * b"x" + b" HTTP/1.1\r\n\r\n"),
        b"GET / HTTP/1.1\r\n" + 200 * b"a: b\r\n" + b"\r\n",
        b"GET / HTTP/1.1\r\na: " + 70_000 * b"x" + b"\r\n\r\n",
        b"GET http://jahat.example/ HTTP/1.1\r\nHost: jahat.example\r\n\r\n",
        *(b"\x16\x03\x01\x02\x00\x01\x00", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"GET /\xff\xfe HTTP/1.1\r\n\r\n"),
    ],
    ids=range(14),
)
def test_what_is_no_request_opens_nothing_and_breaks_nothing(server, said, capfd):
    server.patience = 0.5
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as raw:
        raw.sendall(said)
        with suppress(ConnectionError):
            told = b"".join(iter(lambda: raw.recv(65_536), b""))
            assert server.token.encode() not in told
            assert b"200 OK" not in told
    server.patience = 30
    assert post(server, "/folder/list", {}).status == 200
    assert capfd.readouterr().err == ""


def test_an_empty_folder_has_nothing_to_build(tmp_path):
    with serving(tmp_path) as empty:
        assert post(empty, "/order/standing", {}).json["specs"] == []


def test_two_hosts_in_one_request_are_refused(server):
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as raw:
        raw.sendall(f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nHost: jahat.example\r\n\r\n".encode())
        assert b" 403 " in raw.recv(1000)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content_Type": "text/plain"}, 415),
        ({"Content_Type": ""}, 415),
        ({"Content_Type": "application/json; charset=utf-8"}, 415),
        ({"Content_Length": ""}, 411),
        ({"Content_Length": "-1"}, 411),
        ({"Content_Length": str(LARGEST + 1)}, 413),
        ({"Transfer_Encoding": "chunked"}, 411),
    ],
)
def test_an_odd_or_oversized_body_is_not_read(server, headers, status):
    told = post(server, "/folder/list", {}, **headers)
    assert told.status == status
    assert told.headers["Connection"] == "close"


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b"{", b"[]", b"\xff", b'{"data": 1, "blobs": {"x": "?"}}', b'{"data": 1, "blobs": [1]}'),
        *(b"[" * 200_000, b'{"data": ' + b"[" * 200_000),
    ],
    ids=range(8),
)
def test_what_is_no_question_is_told_so(server, body):
    told = call(server, "POST", "/ask/draw", body, Content_Type="application/json", X_Sopgen_Token=server.token)
    assert told.status in (200, 400)
    assert "fault" in (json.loads(told.json["text"]) if told.status == 200 else told.json)


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


def test_an_order_that_takes_too_long_says_so(server, monkeypatch):
    monkeypatch.setattr("sopgen.cli.serving.orders._PATIENCE", 0.01)
    told = post(server, "/order/check", {"language": "en"})
    assert told.status == 500
    assert "dihentikan" in told.json["fault"]


def test_it_listens_to_this_computer_alone(server):
    assert server.server_address[0] == "127.0.0.1"


def test_the_command_prints_its_address_and_ends_when_it_is_interrupted(folder):
    command = [sys.executable, "-m", "sopgen", "edit", str(folder), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:
        try:
            line = run.stdout.readline() if run.stdout else ""
            assert "http://127.0.0.1:" in line
            assert "?kunci=" in line
        finally:
            run.send_signal(2)
            try:
                _, told = run.communicate(timeout=20)
            except subprocess.TimeoutExpired:
                run.kill()
                raise
    assert (run.returncode, told) == (0, "")


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


@pytest.mark.slow
def test_a_clerk_opens_changes_and_saves_in_place(server, folder):
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        skip_without("chromium", "no Chromium on PATH")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(server.address)
        page.locator(".folder td", has_text="belum ada").wait_for()
        page.get_by_label("Cari judul").fill("konsinyering")
        page.get_by_role("button", name="Buat yang tampil").click()
        page.locator(".folder td", has_text="dibuat").wait_for()
        assert (server.orders.output / "a.xlsx").exists()
        page.get_by_role("button", name="Periksa yang tampil").click()
        page.locator(".folder td .tag.wajib").wait_for()
        page.locator(".folder").get_by_role("button", name="PEMBUATAN LAPORAN KONSINYERING").click()
        page.locator('svg[data-kind="prosedur"] [data-step="4"]').first.wait_for()
        page.get_by_role("tab", name="Identitas").click()
        title = page.get_by_label("Judul SOP")
        title.fill("Baru")
        title.press("Enter")
        page.locator("svg text", has_text="Baru").first.wait_for()
        page.keyboard.press("Control+s")
        page.locator(".saved", has_text="Tersimpan").wait_for()
        assert b"judul: Baru" in (folder / "a.sop.yaml").read_bytes()
        (folder / "a.sop.yaml").write_bytes(b"judul: orang lain\n")
        title.fill("Lagi")
        title.press("Enter")
        page.locator("svg text", has_text="Lagi").first.wait_for()
        page.keyboard.press("Control+s")
        asked = page.get_by_role("alert").filter(has_text="Berkas diubah program lain")
        asked.wait_for()
        for each in asked.get_by_role("button").all():
            assert each.bounding_box()["y"] >= 52  # below the bar, whole
        assert (folder / "a.sop.yaml").read_bytes() == b"judul: orang lain\n"
        page.get_by_role("button", name="Pakai isian ini").click()
        page.locator(".saved", has_text="Tersimpan").wait_for()
        page.locator(".top .home").click()
        page.keyboard.press("6")
        page.keyboard.press("Control+s")
        page.locator(".saved", has_text="Tersimpan").wait_for()
        assert len(list(folder.glob("*.sop.yaml"))) == 2
        assert b"judul: Lagi" in (folder / "a.sop.yaml").read_bytes()
        browser.close()
