"""What a bug report needs to know: sopgen, Python, the platform, the libraries, the fonts, the Graphviz engine."""

from __future__ import annotations

import platform
import shutil

from sopgen import __version__


def version_text() -> str:
    """One line each; the first alone is what scripts read."""
    from sopgen.cli.building.digests import library_versions, program
    from sopgen.render.graphviz.engine import EngineFault, find_engine

    try:
        engine = str(find_engine("svg", installed=False).name)
    except EngineFault:
        engine = "-"
    own = program()
    lines = [
        f"sopgen {__version__}",
        f"sumber {own.sources}",
        f"huruf {own.fonts}",
        f"Python {platform.python_version()} ({platform.python_implementation()})",
        f"{platform.system()} {platform.release()} {platform.machine()}",
        *library_versions().splitlines(),
        f"Graphviz: {engine}, dot {'ada' if shutil.which('dot') else '-'}",
    ]
    return "\n".join(lines)
