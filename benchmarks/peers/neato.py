"""Graphviz: `neato -n2 -Gsplines=ortho`, timed with its start, since it cannot be timed without.

It knows no ports (asked for them it runs through symbols), so its arrows enter and leave where it likes.
"""

from __future__ import annotations

import json
import resource
import shutil
import subprocess

from peers.plane import Answer, Plane

NAME = "neato"
LIMIT = 120.0  # seconds


def version() -> str:
    """Empty where it is not installed."""
    if shutil.which("neato") is None:
        return ""
    return subprocess.run(["neato", "-V"], check=True, capture_output=True, text=True).stderr.strip()


def route(plane: Plane) -> Answer:
    start = _children()
    try:
        run = subprocess.run(
            ["neato", "-n2", "-Gsplines=ortho", "-Tjson0"],
            input=_dot(plane),
            capture_output=True,
            text=True,
            timeout=LIMIT,
            check=True,
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        return Answer((), (_children() - start) * 1000, type(error).__name__)
    milliseconds = (_children() - start) * 1000
    graph = json.loads(run.stdout)
    # the drawing is moved so that its box begins at the origin: one symbol tells by how much
    first = next(node for node in graph["objects"] if node["name"] == "n0")
    x, y = map(float, first["pos"].split(","))
    box = plane.symbols[0].box
    dx, dy = (box[0] + box[2]) / 2 - x, (box[1] + box[3]) / 2 + y
    lines = {}
    for edge in graph.get("edges", []):
        numbers = [tuple(map(float, pair.split(","))) for pair in edge["pos"].split()]
        ends = [numbers[0], *numbers[3::3]]  # straight pieces, each written as a curve of four points
        lines[int(edge["id"])] = tuple((px + dx, dy - py) for px, py in ends)
    if len(lines) != len(plane.arrows):
        return Answer((), milliseconds, "arrows left out")
    return Answer(tuple(lines[i] for i in range(len(plane.arrows))), milliseconds)


def _children() -> float:
    """Seconds of processor time of all processes that ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _dot(plane: Plane) -> str:
    lines = ["digraph {", 'node [shape=box, fixedsize=true, label=""];', "edge [dir=none];"]
    for i, symbol in enumerate(plane.symbols):
        x0, y0, x1, y1 = symbol.box
        place = f'pos="{(x0 + x1) / 2:.3f},{-(y0 + y1) / 2:.3f}!"'
        lines.append(f"n{i} [{place}, width={(x1 - x0) / 72:.5f}, height={(y1 - y0) / 72:.5f}];")
    for i, arrow in enumerate(plane.arrows):
        lines.append(f"n{arrow.ends[0]} -> n{arrow.ends[1]} [id={i}];")
    return "\n".join([*lines, "}"])
