"""Words → escaped HTML: texts, tables, headings of the compliance sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import Final

from sopgen.diagnostics import Language, Message
from sopgen.report.harmless import spelled_out

_KEY: Final = re.compile("`([^`]*)`")
_NONE: Final = Message("Tidak ada.", "None.")


def text(told: str) -> str:
    return escape(spelled_out(told))


def both(words: Message, language: Language) -> str:
    return text(words.in_language(language))


def prose(words: Message, language: Language) -> str:
    """Escaped, keys in backticks set apart, line breaks kept."""
    return set_apart(both(words, language))


def set_apart(escaped: str) -> str:
    return _KEY.sub(r"<code>\1</code>", escaped).replace("\n", "<br>")


def heading(words: Message, language: Language) -> str:
    return f"<h2>{both(words, language)}</h2>"


def table(heads: Iterable[Message], rows: list[str], language: Language) -> str:
    if not rows:
        return f'<p class="none">{both(_NONE, language)}</p>'
    head = "".join(f"<th>{both(each, language)}</th>" for each in heads)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n" + "\n".join(rows) + "\n</tbody>\n</table>"


def rows_table(rows: Iterable[tuple[Message, str]], language: Language) -> str:
    lines = (f"<tr><th>{both(name, language)}</th><td>{text(value)}</td></tr>" for name, value in rows)
    return '<table class="identity">\n' + "\n".join(lines) + "\n</table>"
