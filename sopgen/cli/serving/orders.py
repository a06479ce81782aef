"""What the page orders for its folder: `sopgen build` and `sopgen check` themselves, run beside the server.

The commands know all about stale, edited and signed files, and a run of its own leaves the server answering. Their JSON
is what they promise to machines.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from sopgen.cli.building.build_report import STATUS
from sopgen.cli.faults import WriteFault
from sopgen.cli.issued_document import issued_places
from sopgen.cli.language import VARIABLE
from sopgen.cli.serving.folder import Folder
from sopgen.diagnostics import Language, Message, Refusal
from sopgen.foreign.files import MOST_BYTES, read_file

Json = dict[str, Any]

_PATIENCE: Final = 1_800.0  # seconds: a folder of a thousand SOPs, built on a slow computer
_TOO_LONG: Final = Message(
    "Perintah ini belum selesai sesudah setengah jam dan dihentikan; jalankan untuk sebagian SOP saja.",
    "The command had not ended after half an hour and was stopped; run it for some of the SOPs only.",
)
_MOST_SAID: Final = 2_000  # characters of what a command said instead of its report


class Orders:
    """One at a time, for `folder`; documents go to `output`."""

    def __init__(self, folder: Folder, output: Path) -> None:
        self.folder, self.output = folder, output
        self._working = threading.Lock()

    def standing(self, language: Language) -> Json:
        """How the documents of each SOP stand; nothing is written. In a folder without any there is nothing to say."""
        if not self.folder.places():
            return {"specs": [], "output": self.output.as_posix()}
        return self._built(["--check"], (), language)

    def build(self, places: Sequence[str], language: Language) -> Json:
        """Make what is stale of these SOPs, of all where none is named."""
        return self._built([], places, language)

    def check(self, places: Sequence[str], language: Language) -> Json:
        """How many findings each SOP has, by weight."""
        told = self._run(["check", "--format", "json"], places, language)
        found = {
            self._place(each["file"]): {"verdict": each["verdict"], "wajib": 0, "anjuran": 0} for each in told["files"]
        }
        for finding in told["findings"]:
            if (counts := found.get(self._place(finding["file"]))) and finding["severity"] in counts:
                counts[finding["severity"]] += 1
        return {"specs": [{"place": place, **counts} for place, counts in found.items()]}

    def issued(self, place: str) -> tuple[str | None, bytes]:
        """The name and the bytes of the document that was made of this SOP last; without a name there is none."""
        spec = self.folder.locate(place)
        for path in issued_places(spec, self.output, lambda: _number_of(spec)):
            with suppress(OSError):
                data = read_file(path, MOST_BYTES)
                if len(data) <= MOST_BYTES:
                    return path.name, data
        return None, b""

    def _built(self, options: list[str], places: Sequence[str], language: Language) -> Json:
        output = ["--output", str(self.output), "--report", "json"]
        told = self._run(["build", *options, *output], places, language)
        specs = [
            {
                "place": self._place(each["spec"]),
                "status": each["status"],
                "words": STATUS[each["status"]].in_language(language),
                "files": each["files"],
                "messages": [*each["messages"], *(fault["message"] for fault in each["diagnostics"])],
            }
            for each in told["specs"]
        ]
        return {"specs": specs, "output": self.output.as_posix()}

    def _run(self, command: list[str], places: Sequence[str], language: Language) -> Json:
        specs = [str(self.folder.locate(place)) for place in places] or [str(self.folder.root)]
        try:
            with self._working:
                done = subprocess.run(  # noqa: S603 - this program, arguments as a list
                    [sys.executable, "-P", "-m", "sopgen", *command, "--", *specs],  # no module of the folder's own
                    env=os.environ | {VARIABLE: language, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
                    stdin=subprocess.DEVNULL,
                    capture_output=True,
                    timeout=_PATIENCE,
                    check=False,
                )
        except subprocess.TimeoutExpired:
            raise WriteFault(_TOO_LONG) from None
        try:
            told: Json = json.loads(done.stdout)
        except ValueError:
            said = done.stderr.decode("utf-8", "replace").strip()[-_MOST_SAID:]
            raise WriteFault(Message(said, said)) from None
        return told

    def _place(self, shown: str) -> str:
        """As the page calls it."""
        path = Path(shown)
        return path.relative_to(self.folder.root).as_posix() if path.is_relative_to(self.folder.root) else shown


def _number_of(spec: Path) -> str:
    """The number of its SOP; empty for what cannot be read."""
    from sopgen import pipeline

    try:
        return pipeline.load(spec).sop.nomor
    except Refusal:
        return ""
