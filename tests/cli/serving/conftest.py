"""The server of `sopgen edit` over a folder of specs, and how the page asks it."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from sopgen.cli.serving.folder import Folder
from sopgen.cli.serving.server import EditServer
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
