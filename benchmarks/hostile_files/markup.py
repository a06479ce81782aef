"""XML in packages: document types, depth, numbers that are none, texts without end."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.hostile_files.making import MIB, Bases, Made, Rng, Spoil, flip, written
from benchmarks.hostile_files.packages import pack, unpack

_NUMBERS = ("nan", "inf", "-inf", "1e400", "-1", "0", "99999999999999999999", "1e308", "", "x", "0x10", "٣", "1_000")
_HUGE = ("A1:XFD1048576", "XFD9999999", "ZZZ9999999", "A0", "$A$1", "A1:", ":", "A1:A1:A1")


def make(rng: Rng, folder: Path, bases: Bases) -> Made:
    suffix, base = rng.choice(((".xlsx", bases.xlsx), (".xlsx", bases.xlsx), (".form.xlsx", bases.form)))
    parts = unpack(base)
    name = rng.choice([name for name in parts if name.endswith((".xml", ".rels"))])
    how, spoil = rng.choice(_XMLS)
    parts[name] = spoil(rng, parts[name])
    return written(rng, folder, pack(parts), suffix, f"{how} in {name.rpartition('/')[2]}")


def spoil(rng: Rng, part: bytes) -> bytes:
    return rng.choice(_XMLS)[1](rng, part)


def _document_type(rng: Rng, part: bytes) -> bytes:
    lol = '<!ENTITY a0 "lol">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    told = rng.choice(
        (
            f"<!DOCTYPE x [{lol}]>",
            '<!DOCTYPE x [<!ENTITY a9 SYSTEM "file:///etc/passwd">]>',
            '<!DOCTYPE x SYSTEM "http://example.org/x.dtd">',
            "<!DOCTYPE x>",
        )
    )
    text = part.decode("utf-8", "replace")
    head, root = (text[: text.index("?>") + 2], text[text.index("?>") + 2 :]) if "?>" in text else ("", text)
    body = re.sub(r">([^<>]+)<", ">&a9;<", root, count=3)
    encoding = rng.choice(("utf-8", "utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-7", "cp037", "utf-32"))
    head = re.sub(r'encoding="[^"]*"', f'encoding="{encoding}"', head)
    return (head + told + body).encode(encoding, "replace")


def _nested(rng: Rng, part: bytes) -> bytes:
    name = rng.choice(re.findall(rb"<([a-zA-Z][\w:]*)", part) or [b"a"])
    depth = rng.size(100, 1_000, 100_000)
    at = part.rfind(b"</") if part.rfind(b"</") >= 0 else len(part)
    return (
        part[:at] + b"<" + name + b">" + (b"<" + name + b">") * depth + (b"</" + name + b">") * (depth + 1) + part[at:]
    )


def _multiplied(rng: Rng, part: bytes) -> bytes:
    """An element of the part, many times."""
    found = re.findall(rb"<([a-zA-Z][\w:]*)\b[^<>]*?(?:/>|>[^<]*</\1>)", part)
    elements = [each[0] for each in re.finditer(rb"<([a-zA-Z][\w:]*)\b[^<>]*?(?:/>|>.{0,2000}?</\1>)", part, re.DOTALL)]
    if not found or not elements:
        return part
    element = rng.choice(elements)
    return part.replace(element, element * min(rng.size(100, 5_000, 100_000), 30 * MIB // len(element)), 1)


def _odd_values(rng: Rng, part: bytes) -> bytes:
    def odd(found: re.Match[bytes]) -> bytes:
        if rng.random() > 0.2:
            return found[0]
        value = rng.choice((*_NUMBERS, *_HUGE, "rId1", "xl/workbook.xml", "../../../x", "a" * 5_000))
        return b'="' + value.encode() + b'"'

    part = re.sub(rb'="[^"<>]*"', odd, part)
    return re.sub(
        rb">\d+<", lambda found: f">{rng.choice(_NUMBERS)}<".encode() if rng.random() < 0.2 else found[0], part
    )


def _long_value(rng: Rng, part: bytes) -> bytes:
    long = rng.choice((b"a", b" ", b"&#10;", b"&amp;", "é".encode(), b"_x0041_", b"1")) * rng.size(70_000, 2 * MIB)
    return re.sub(
        rb'="[^"<>]*"|>[^<>]+<',
        lambda found: found[0][:1] + found[0][1:2].replace(b"<", b"") + long + found[0][-1:],
        part,
        count=1,
    )


def _odd_text(rng: Rng, part: bytes) -> bytes:
    odd = rng.choice(
        ("\x1b[31m", "\u202e", "&#27;", "&#0;", "\ud800", "::stop-commands::x", "=cmd|' /C calc'!A0", "\U0010ffff")
    )
    return re.sub(rb">([^<>]{3,})<", lambda found: b">" + odd.encode("utf-8", "surrogatepass") + found[1] + b"<", part)


_XMLS: tuple[tuple[str, Spoil], ...] = (
    ("document type", _document_type),
    ("nested elements", _nested),
    ("multiplied element", _multiplied),
    ("odd values", _odd_values),
    ("odd values", _odd_values),
    ("long value", _long_value),
    ("odd text", _odd_text),
    ("spoilt XML", flip),
)
