"""libavoid through its JavaScript port, in one warm process: `npm ci` in this folder installs it.

Its pins are the ports that the rules allow, and walls keep it inside the table. It cannot be told of the table's rules.
"""

from __future__ import annotations

import json
import select
import shutil
import subprocess
from collections import Counter
from pathlib import Path

from counter import Box

from peers.plane import Answer, Plane

NAME = "libavoid"
HERE = Path(__file__).parent
LIMIT = 120.0  # seconds
OUT, IN, START = 1, 2, 3  # OUT also takes returns
PARAMETERS = {  # of some twenty settings tried on 54 problems, those with fewest crossings
    "segmentPenalty": 50,
    "crossingPenalty": 1000,
    "fixedSharedPathPenalty": 300,
    "portDirectionPenalty": 100,
    "shapeBufferDistance": 5.25,
    "idealNudgingDistance": 7.1,
}
OPTIONS = {
    "nudgeOrthogonalSegmentsConnectedToShapes": False,  # an arrow ends at the middle of a side
    "penaliseOrthogonalSharedPathsAtConnEnds": True,
    "nudgeOrthogonalTouchingColinearSegments": True,
    "performUnifyingNudgingPreprocessingStep": True,
    "nudgeSharedPathsWithCommonEndPoint": False,  # arrows to one symbol may join
}


def version() -> str:
    """Empty where it is not installed."""
    package = HERE / "node_modules" / "libavoid-js" / "package.json"
    if shutil.which("node") is None or not package.is_file():
        return ""
    return f"libavoid-js {json.loads(package.read_text(encoding='utf-8'))['version']}"


class Libavoid:
    """A running process; started again after it failed, as its memory is not to be trusted then."""

    def __init__(self) -> None:
        self.process = _start()

    def route(self, plane: Plane) -> Answer:
        assert self.process.stdin
        assert self.process.stdout
        try:
            self.process.stdin.write(json.dumps(_problem(plane)) + "\n")
            self.process.stdin.flush()
            ready = select.select([self.process.stdout], [], [], LIMIT)[0]
            line = self.process.stdout.readline() if ready else ""
        except BrokenPipeError:
            ready, line = [self.process.stdout], ""
        answer = json.loads(line) if line else {"failed": "died" if ready else "too slow"}
        if "failed" in answer:
            self.close()
            self.process = _start()
            return Answer((), 0.0, str(answer["failed"]))
        lines = tuple(tuple((float(x), float(y)) for x, y in line) for line in answer["polylines"])
        return Answer(lines, float(answer["milliseconds"]))

    def close(self) -> None:
        self.process.kill()
        self.process.wait()


def _start() -> subprocess.Popen[str]:
    return subprocess.Popen(
        ["node", "libavoid.mjs"],
        cwd=HERE,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def _problem(plane: Plane) -> dict[str, object]:
    """Two pins in one place confuse libavoid, so a side that serves both ways has one pin; each pin serves one arrow
    where the sides suffice for that.
    """
    pins = []
    wanted = Counter(end for arrow in plane.arrows for end in (arrow.ends if arrow.is_return else arrow.ends[:1]))
    for i, symbol in enumerate(plane.symbols):
        mates = [other.box[0] for other in plane.symbols if other.group == symbol.group and other is not symbol]
        # no arrow ends at a side where the line to the next symbol of a joint activity stands
        free = "B" + "L" * all(x > symbol.box[0] for x in mates) + "R" * all(x < symbol.box[0] for x in mates)
        alone = wanted[i] <= len(free)
        for side in free:
            kind = START if symbol.only_bottom and side == "B" else OUT
            pins.append({"box": i, "kind": kind, "side": side, "exclusive": alone})
        pins.append({"box": i, "kind": IN, "side": "T", "exclusive": False})
    kinds = [START if symbol.only_bottom else OUT for symbol in plane.symbols]
    arrows = [
        {"from": [a.ends[0], kinds[a.ends[0]]], "to": [a.ends[1], OUT if a.is_return else IN]} for a in plane.arrows
    ]
    boxes = [*(symbol.box for symbol in plane.symbols), *_walls(plane.area)]
    return {"boxes": boxes, "pins": pins, "arrows": arrows, "parameters": PARAMETERS, "options": OPTIONS}


def _walls(area: Box) -> list[Box]:
    x0, y0, x1, y1 = area
    thick = 100.0
    return [
        (x0 - thick, y0 - thick, x1 + thick, y0),
        (x0 - thick, y1, x1 + thick, y1 + thick),
        (x0 - thick, y0, x0, y1),
        (x1, y0, x1 + thick, y1),
    ]
