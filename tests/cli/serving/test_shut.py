"""Whom the server answers, and every way in that must be shut."""

from __future__ import annotations

import json
import socket
from contextlib import suppress

import pytest

from sopgen.cli.serving.folder import digest
from sopgen.cli.serving.server import LARGEST
from tests.cli.serving.conftest import SPEC, call, post, serving


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


def test_it_listens_to_this_computer_alone(server):
    assert server.server_address[0] == "127.0.0.1"
