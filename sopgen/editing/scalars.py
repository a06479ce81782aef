"""Values → YAML as the house writes it: quotes only where needed, lists of texts a line each, lines indented by two."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from itertools import islice
from textwrap import wrap
from typing import Any, Final

from sopgen.intake.fault import Path
from sopgen.intake.printed import is_text
from sopgen.intake.text import clean

_LEADING: Final = re.compile(r"[-?:](?:\s|$)|[,\[\]{}#&*!|>'\"%@`]|---|\.\.\.")
_INSIDE: Final = re.compile(r":(?:\s|$)|\s#")
_FLOW: Final = re.compile(r"[,\[\]{}]|:[,\[\]{}]|^:|:$")
_OTHER_TYPE: Final = re.compile(
    r"[-+]?(?:\d[\d_]*(?:\.[\d_]*)?(?:e[-+]?\d+)?|0x[\da-f]+|0o?\d+|\.\d+|\.(?:inf|nan)|\d+(?::\d+)+(?:\.\d*)?)"
    r"|\d{4}-\d{1,2}-\d{1,2}.*|true|false|yes|no|on|off|y|n|null|~|=|<<",
    re.IGNORECASE,
)
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_ITEM_LIKE: Final = re.compile(r"[•–▪·●◦‣]|(?:\d{1,2}|[a-z])[.)] |-\w")
_ENTRY_KEYS: Final = frozenset({"keputusan"})


def plain_fits(text: str, path: Path, *, flow: bool) -> bool:
    """Whether the text may stand without quotes and is read as it is, by other programs too where it is printed."""
    if not text or text != text.strip() or "\n" in text or not text.isprintable():
        return False
    if _LEADING.match(text) or _INSIDE.search(text) or (flow and _FLOW.search(text)):
        return False
    printed = is_text(path) or path[-1:] in (("NIP",), ("NRP",))
    return not (printed and _OTHER_TYPE.fullmatch(text))


def scalar(value: object, path: Path, *, flow: bool = False, style: str = "") -> str:
    """One value on one line. `style`: the quotes that stood there, kept where the new text allows it; round a date they
    only stood for a dash.
    """
    if value is None:
        return ""
    text = as_text(value)
    if path[:1] == ("tanggal",) and _DATE.fullmatch(text):
        return text
    if style not in ("'", '"') and plain_fits(text, path, flow=flow):
        return text
    single = "\n" not in text and text.isprintable()
    if style == "'" and single:
        return "'" + text.replace("'", "''") + "'"
    if style != '"' and single and ("\\" in text or '"' in text or text == "-"):
        return "'" + text.replace("'", "''") + "'"
    return json.dumps(text, ensure_ascii=False)


def as_text(value: object) -> str:
    """A value of JSON as the text that stands for it in a spec."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return clean(value) if isinstance(value, str) else str(value)


def key_text(key: str, path: Path, *, flow: bool = False) -> str:
    return (
        key
        if plain_fits(key, (*path, key, "kunci"), flow=flow) and ": " not in key
        else json.dumps(key, ensure_ascii=False)
    )


def flow_value(value: object, path: Path) -> str:
    """A value inside brackets."""
    if isinstance(value, dict):
        inside = ", ".join(flow_entry(str(key), each, (*path, str(key))) for key, each in value.items())
        return "{" + inside + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow_item(each, (*path, n)) for n, each in enumerate(value)) + "]"
    return scalar(value, path, flow=True)


def flow_entry(key: str, value: object, path: Path) -> str:
    """`key: value` inside brackets; without a value a blank stays behind the colon: `{a:}` is no YAML to all."""
    return f"{key_text(key, path[:-1], flow=True)}: {flow_value(value, path)}"


def _flow_item(value: object, path: Path) -> str:
    """Texts in brackets are always quoted: a comma would cut them."""
    if isinstance(value, str) and is_text(path):
        return json.dumps(as_text(value), ensure_ascii=False)
    return flow_value(value, path) or '""'


def entry_lines(key: str, value: object, path: Path) -> list[str]:
    """`key: value` in block style, without indentation of its own; `path` is the value's."""
    return _headed(f"{key_text(key, path[:-1])}:", value, path)


def item_lines(value: object, path: Path) -> list[str]:
    """`- value` in block style."""
    if isinstance(value, dict) and value:
        lines = [line for key, each in value.items() for line in entry_lines(str(key), each, (*path, str(key)))]
        return [f"- {lines[0]}", *(f"  {line}".rstrip() for line in lines[1:])]
    return _headed("-", value, path)


def value_lines(value: object, path: Path) -> list[str]:
    """What stands below a key, without indentation."""
    if isinstance(value, dict):
        return [line for key, each in value.items() for line in entry_lines(str(key), each, (*path, str(key)))]
    assert isinstance(value, list)
    return [line for n, each in enumerate(value) for line in item_lines(each, (*path, n))]


def _headed(head: str, value: object, path: Path) -> list[str]:
    if isinstance(value, dict | list):
        if not value or stands_in_brackets(value, path):
            return [f"{head} {flow_value(value, path)}"]
        return [head, *(f"  {line}".rstrip() for line in value_lines(value, path))]
    text = "" if value is None else as_text(value)
    if fits_literal(text):
        return [f"{head} |", *(f"  {line}".rstrip() for line in text.split("\n"))]
    return [f"{head} {scalar(value, path)}".rstrip()]


def fits_literal(text: str) -> bool:
    """Whether a text of several lines may stand behind `|`."""
    return "\n" in text and all(c.isprintable() or c == "\n" for c in text) and text[0] not in "\n "


def fits_folded(text: str) -> bool:
    """Whether a text may stand behind `>-`, its lines broken at any blank."""
    return bool(text) and text.isprintable() and text == text.strip() and "  " not in text


def folded_lines(text: str, before: Sequence[str]) -> list[str]:
    """The lines of a folded text, broken where those `before` it were, as long as it has as many words; else filled."""
    words = text.split(" ")
    counts = [len(line.split()) for line in before if line.strip()]
    if sum(counts) == len(words):
        rest = iter(words)
        return [" ".join(islice(rest, count)) for count in counts]
    return wrap(text, max(len(line.strip()) for line in before), break_long_words=False, break_on_hyphens=False)


def stands_in_brackets(value: Any, path: Path) -> bool:
    """Short maps and lists of keys that the house writes on one line."""
    match path:
        case ("kegiatan", int(), "pelaksana" | "lanjut") | ("pengesahan", "nomor_induk"):
            return True
        case ("kegiatan", int(), "keputusan") | ("pelaksana", _):
            return len(flow_value(value, path)) <= 90
        case ("kegiatan", int(), *_, "rute") | ("abaikan" | "riwayat", int()):
            return True
    return False
