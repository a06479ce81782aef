"""No command line: `sopgen edit` is asked what stands in `berkas.json`."""

from __future__ import annotations

import http.client
import json
import threading
from pathlib import Path
from typing import Any, Final

ASK: Final = ("ask",)
_PATIENCE = 5.0  # seconds: who announces more than comes is waited for so long


def ask_server(folder: Path) -> int:
    """0 if each question was answered, whatever the answer; an answer of the program's own fault is printed."""
    from sopgen.cli.serving.folder import Folder
    from sopgen.cli.serving.server import EditServer

    server = EditServer(Folder(folder), output=folder / "output")
    server.patience = _PATIENCE
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        for question in json.loads((folder / "berkas.json").read_text(encoding="utf-8")):
            _ask(server, question)
    finally:
        server.shutdown()
        server.server_close()
    return 0


def _ask(server: Any, question: dict[str, Any]) -> None:
    body = question["body"].encode("latin-1")
    headers = {
        "Host": f"127.0.0.1:{server.port}",
        "X-Sopgen-Token": server.token,
        "Content-Type": "application/json",
        "Content-Length": str(len(body)),
    } | question["headers"]
    link = http.client.HTTPConnection("127.0.0.1", server.port, timeout=300)
    try:
        link.putrequest("POST", question["path"], skip_host=True, skip_accept_encoding=True)
        for name, value in headers.items():
            link.putheader(name, value)
        link.endheaders()
        link.send(body)
        answer = link.getresponse()
        json.loads(answer.read())
    except BrokenPipeError:
        pass  # refused before all of it was heard
    except (http.client.HTTPException, ConnectionError, ValueError) as error:
        print(f"PROGRAM- no answer to {question['path']}: {type(error).__name__}")
    finally:
        link.close()
