"""What a bug report needs to know: sopgen, Python, the platform, the libraries, the fonts, the Graphviz engine."""

from __future__ import annotations

import platform
import shutil

from sopgen.diagnostics import Language, Message
from sopgen.version import __version__

SOURCES, FONTS, THERE = Message("sumber", "sources"), Message("huruf", "fonts"), Message("ada", "installed")


def version_text(language: Language) -> str:
    """One line each; the first alone is what scripts read."""
    from sopgen.cli.building.digests import library_versions, program
    from sopgen.render.graphviz.engine import EngineFault, find_engine

    try:
        engine = str(find_engine("svg", installed=False).name)
    except EngineFault:
        engine = "-"
    own = program()
    installed = THERE.in_language(language) if shutil.which("dot") else "-"
    lines = [
        f"sopgen {__version__}",
        f"{SOURCES.in_language(language)} {own.sources}",
        f"{FONTS.in_language(language)} {own.fonts}",
        f"Python {platform.python_version()} ({platform.python_implementation()})",
        f"{platform.system()} {platform.release()} {platform.machine()}",
        *library_versions().splitlines(),
        f"Graphviz: {engine}, dot {installed}",
    ]
    return "\n".join(lines)
