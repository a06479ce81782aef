"""In which language sopgen speaks: `--lang`, else SOPGEN_LANG, else Indonesian.

It is settled before click reads the command line, since click's own messages are already spoken in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from sopgen.cli.faults import CommandLineFault
from sopgen.diagnostics import Language, Message

VARIABLE = "SOPGEN_LANG"
OPTION = "--lang"
LANGUAGES: dict[str, Language] = {"id": "id", "en": "en"}


def spoken_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """The language asked for. A wrong `--lang` is left to click, a wrong variable is refused here."""
    asked = [value for value in _lang_values(arguments) if value in LANGUAGES]
    if asked:
        return LANGUAGES[asked[-1]]
    value = environment.get(VARIABLE, "").strip() or "id"
    if value not in LANGUAGES:
        raise CommandLineFault(
            Message(
                f"{VARIABLE}={value}: bahasa tidak dikenal; isilah id atau en",
                f"{VARIABLE}={value}: unknown language; set id or en",
            )
        )
    return LANGUAGES[value]


def _lang_values(arguments: Sequence[str]) -> list[str]:
    before_end = arguments[: arguments.index("--")] if "--" in arguments else arguments
    return [
        following if argument == OPTION else argument.partition("=")[2]
        for argument, following in pairwise([*before_end, ""])
        if argument == OPTION or argument.startswith(f"{OPTION}=")
    ]
