"""Who says nothing, says it slowly, or does not listen keeps nobody else waiting."""

from __future__ import annotations

import socket
import time
from contextlib import suppress

import pytest

from tests.cli.serving.conftest import post


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
