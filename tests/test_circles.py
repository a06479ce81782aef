"""No module needs one that needs it, be it for a type alone."""

from __future__ import annotations

import re
from graphlib import TopologicalSorter
from pathlib import Path

import grimp


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = grimp.build_graph("sopgen", exclude_type_checking_imports=False, cache_dir=None)
    faces = {module for module in graph.modules if graph.find_children(module)}  # lazy ones hand names on only
    needs = {
        module: {other for other in graph.find_modules_directly_imported_by(module) if other not in faces}
        for module in graph.modules
        if module not in faces
    }
    assert len(needs) > 500
    order = list(TopologicalSorter(needs).static_order())
    assert len(order) == len(needs)


SCRIPTS = Path(__file__).parents[1] / "web" / "src"
NEEDED = re.compile(r"""^(?:import|export)\b[^;]*?["'](\.{1,2}/[^"']+)["']""", re.MULTILINE)


def test_no_scripts_of_the_page_import_each_other_in_a_circle() -> None:
    found = {path.with_suffix("").resolve(): path.read_text(encoding="utf-8") for path in SCRIPTS.rglob("*.ts*")}
    needs = {
        path: {(path.parent / told).resolve() for told in NEEDED.findall(text) if not told.endswith(".css")}
        for path, text in found.items()
    }
    assert set().union(*needs.values()) <= set(found)
    assert sum(map(len, needs.values())) > 300
    assert len(list(TopologicalSorter(needs).static_order())) == len(needs)
