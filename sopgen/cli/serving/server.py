"""A server for one page and one person: 127.0.0.1 only, a key that opens once, a token in every question.

Python's own http.server, with every rule of its own below: there is one user, no concurrency to speak of and eight
routes, so that a framework would bring more to keep safe than it takes away.
"""

from __future__ import annotations

import base64
import io
import json
import secrets
import socket
import sys
import threading
from collections.abc import Callable
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final, cast
from urllib.parse import parse_qs, urlsplit

from sopgen.cli.faults import EditedFault, WriteFault
from sopgen.cli.outputs import DEFAULT_OUTPUT
from sopgen.cli.serving.connections import Arriving, Connections
from sopgen.cli.serving.folder import Changed, Folder, Missing, Outside, Unreadable
from sopgen.cli.serving.orders import Orders
from sopgen.cli.serving.page import page
from sopgen.desk.wire import reply
from sopgen.diagnostics import Language, Message
from sopgen.foreign.files import why_unread

LARGEST: Final = 16 << 20  # bytes of a question: a spec and its logos, packed for JSON
PATIENCE: Final = 30.0  # seconds for a whole question to come in, and for an answer to be taken
JSON_TYPE: Final = "application/json"
KEY: Final = "kunci"
LANGUAGE_HEADER: Final = "X-Sopgen-Language"
_SLOW: Final = Message("Permintaan ini terlalu lambat sampai; ulangi.", "The request came in too slowly; try again.")
_OUTSIDE: Final = Message("Berkas itu di luar folder yang dibuka.", "The file lies outside the folder that is open.")
_MISSING: Final = Message("Berkas itu tidak ada lagi.", "The file is no longer there.")
_OPEN_ONCE: Final = Message(
    "buka alamat yang dicetak sopgen edit; hanya terbuka sekali",
    "open the address that sopgen edit printed; it opens once",
)
_CHANGED: Final = Message("Berkas itu diubah program lain.", "Another program changed the file.")

Json = dict[str, Any]


class Refused(Exception):  # noqa: N818 - what becomes of the request
    """A request that is not answered."""

    def __init__(self, status: HTTPStatus, why: str) -> None:
        super().__init__(why)
        self.status = status


class EditServer(ThreadingHTTPServer):
    """Listens on a free port of 127.0.0.1. `address` opens the page once."""

    daemon_threads = True

    def __init__(self, folder: Folder, port: int = 0, output: Path = DEFAULT_OUTPUT) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.folder = folder
        self.orders = Orders(folder, output)
        self.token = secrets.token_urlsafe(32)
        self.drawing = threading.Lock()  # reportlab keeps some of its settings for the whole process
        self.connections = Connections()
        self.patience = PATIENCE
        self._keys = {secrets.token_urlsafe(32)}
        self._opening = threading.Lock()

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    @property
    def address(self) -> str:
        key = next(iter(self._keys), "")
        return f"http://127.0.0.1:{self.port}/?{KEY}={key}"

    @property
    def cookie(self) -> str:
        """Its name: browsers keep one jar for all ports of a host, and two folders may be open at once."""
        return f"sopgen-{self.port}"

    @property
    def hosts(self) -> tuple[str, ...]:
        return (f"127.0.0.1:{self.port}", f"localhost:{self.port}")

    def process_request(self, request: Any, client_address: Any) -> None:
        if self.connections.admit(request):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def shutdown_request(self, request: Any) -> None:
        self.connections.forget(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A page that was closed while it was answered is no mistake of anybody's."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    def takes(self, key: str) -> bool:
        """Whether the key fits; it never fits again."""
        with self._opening:
            fits = any(secrets.compare_digest(key.encode(), each.encode()) for each in self._keys)
            if fits:
                self._keys.clear()
            return fits

    def knows(self, token: str) -> bool:
        return secrets.compare_digest(token.encode(), self.token.encode())


class _Handler(BaseHTTPRequestHandler):
    connection: socket.socket
    server_version = "sopgen"
    sys_version = ""
    protocol_version = "HTTP/1.1"

    @property
    def _edit(self) -> EditServer:
        return cast("EditServer", self.server)

    def setup(self) -> None:
        super().setup()
        self._arriving = Arriving(self.connection)
        self.rfile = io.BufferedReader(self._arriving)

    def handle_one_request(self) -> None:
        self._edit.connections.mark(self.connection, asking=True)
        self._arriving.allow(self._edit.patience)
        super().handle_one_request()

    def do_GET(self) -> None:
        self._guarded(self._get)

    def do_POST(self) -> None:
        self._guarded(self._post)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's name
        """Nobody reads it, and addresses hold keys."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """What is no request of ours: nothing of it is said back."""
        self._fail(HTTPStatus(code), "not understood")

    def _guarded(self, answer: Callable[[], None]) -> None:
        try:
            self._check_origin()
            answer()
        except Refused as refused:
            self._fail(refused.status, str(refused))
        except TimeoutError:
            self._fail(HTTPStatus.REQUEST_TIMEOUT, self._told(_SLOW))
        except Outside:
            self._fail(HTTPStatus.FORBIDDEN, self._told(_OUTSIDE))
        except Missing:
            self._fail(HTTPStatus.NOT_FOUND, self._told(_MISSING))
        except Changed:
            self._fail(HTTPStatus.CONFLICT, self._told(_CHANGED))
        except (EditedFault, Unreadable, WriteFault) as fault:
            self._fail(HTTPStatus.INTERNAL_SERVER_ERROR, self._told(fault.message))
        except ConnectionError:
            raise  # who asked is gone
        except OSError as error:
            self._fail(HTTPStatus.INTERNAL_SERVER_ERROR, f"{self._told(why_unread(error))}.")
        except (AttributeError, KeyError, RecursionError, TypeError, ValueError) as error:
            self._fail(HTTPStatus.BAD_REQUEST, f"not understood: {type(error).__name__}")

    def _told(self, message: Message) -> str:
        """In the language that the page is read in."""
        return message.in_language("en" if self.headers.get(LANGUAGE_HEADER) == "en" else "id")

    def _check_origin(self) -> None:
        """Another site's page must neither ask here nor be shown the answer, whatever name it gave this address."""
        hosts = self._edit.hosts
        if self.headers.get_all("Host") not in [[host] for host in hosts]:
            raise Refused(HTTPStatus.FORBIDDEN, "foreign host")
        if self.headers.get("Origin", f"http://{hosts[0]}") not in [f"http://{host}" for host in hosts]:
            raise Refused(HTTPStatus.FORBIDDEN, "foreign origin")
        if self.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin"):
            raise Refused(HTTPStatus.FORBIDDEN, "foreign site")

    def _get(self) -> None:
        asked = urlsplit(self.path)
        if asked.path != "/":
            raise Refused(HTTPStatus.NOT_FOUND, "nothing here")
        key = parse_qs(asked.query).get(KEY, [""])[0]
        if key and self._edit.takes(key):
            cookie = f"{self._edit.cookie}={self._edit.token}; HttpOnly; SameSite=Strict; Path=/"
            return self._send(HTTPStatus.SEE_OTHER, b"", "text/plain", (("Location", "/"), ("Set-Cookie", cookie)))
        if not self._edit.knows(self._cookie()):
            raise Refused(HTTPStatus.FORBIDDEN, " / ".join(_OPEN_ONCE))  # no page, no language yet
        host = json.dumps({"kind": "server", "token": self._edit.token})
        return self._send(HTTPStatus.OK, page(host), "text/html; charset=utf-8")

    def _cookie(self) -> str:
        try:
            found = SimpleCookie(self.headers.get("Cookie", "")).get(self._edit.cookie)
        except CookieError:
            return ""
        return found.value if found else ""

    def _post(self) -> None:
        if not self._edit.knows(self.headers.get("X-Sopgen-Token", "")):
            raise Refused(HTTPStatus.FORBIDDEN, "no token")
        asked = self._body()
        self._edit.connections.mark(self.connection, asking=False)
        kind, _, name = self.path.removeprefix("/").partition("/")
        match kind, name:
            case "ask", _:
                told = self._ask(name, asked)
            case "folder", "list":
                told = {"specs": [each._asdict() for each in self._edit.folder.specs()]}
            case "folder", "read":
                data, seen = self._edit.folder.read(str(asked["place"]))
                told = {"bytes": base64.b64encode(data).decode(), "digest": seen}
            case "folder", "write":
                seen = asked["digest"]
                written = self._edit.folder.write(
                    str(asked["place"]), str(asked["text"]).encode(), None if seen is None else str(seen)
                )
                told = {"digest": written}
            case "folder", "issued":
                issued, data = self._edit.orders.issued(str(asked["place"]))
                told = {"name": issued, "bytes": base64.b64encode(data).decode()}
            case "order", "standing":
                told = self._edit.orders.standing(_language(asked))
            case "order", "build":
                told = self._edit.orders.build(_places(asked), _language(asked))
            case "order", "check":
                told = self._edit.orders.check(_places(asked), _language(asked))
            case _:
                raise Refused(HTTPStatus.NOT_FOUND, "nothing here")
        self._send(HTTPStatus.OK, json.dumps(told).encode(), JSON_TYPE)

    def _body(self) -> Json:
        if self.headers.get("Content-Type", "") != JSON_TYPE:
            raise Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "JSON only")
        length = self.headers.get("Content-Length", "")
        if "Transfer-Encoding" in self.headers or not length.isdecimal():
            raise Refused(HTTPStatus.LENGTH_REQUIRED, "say how long it is")
        if int(length) > LARGEST:
            raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too large")
        asked = json.loads(self.rfile.read(int(length)))
        if not isinstance(asked, dict):
            raise Refused(HTTPStatus.BAD_REQUEST, "an object is wanted")
        return asked

    def _ask(self, name: str, asked: Json) -> Json:
        blobs = {str(key): base64.b64decode(value, validate=True) for key, value in asked.get("blobs", {}).items()}
        with self._edit.drawing:
            told = reply(name, str(asked["data"]), blobs, locate=self._edit.folder.locate)
        return {"text": told.text, "blobs": [base64.b64encode(blob).decode() for blob in told.blobs]}

    def _fail(self, status: HTTPStatus, why: str) -> None:
        self.close_connection = True  # what was not read of the request must not be taken for the next one
        self._send(status, json.dumps({"fault": why}).encode(), JSON_TYPE)

    def _send(self, status: HTTPStatus, body: bytes, kind: str, more: tuple[tuple[str, str], ...] = ()) -> None:
        self.connection.settimeout(self._edit.patience)  # of each `sendall`: who does not listen is not waited for
        self.send_response(status)
        for name, value in (
            ("Content-Type", kind),
            ("Content-Length", str(len(body))),
            ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "DENY"),
            ("Referrer-Policy", "no-referrer"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            *more,
        ):
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def _language(asked: Json) -> Language:
    return "en" if asked.get("language") == "en" else "id"


def _places(asked: Json) -> list[str]:
    return [str(place) for place in asked.get("places", [])]
