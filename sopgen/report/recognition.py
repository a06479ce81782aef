"""Whether a file is a report of a check, or a list of changes, in whichever form: by what only such a one says.

All of it must be as it was written, byte by byte (`seal`): somebody may have filled it in, or put a note at its head.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from sopgen.report.seal import is_as_written

GENERATOR: Final = '<meta name="generator" content="sopgen check">'

_ANNOTATIONS: Final = re.compile(
    r"\A(?:::(?:error|warning) file=[^\n]*,title=[^:\n]+::[^\n]*\n)*(?:::notice title=sopgen::[^\n]*\n)?\Z"
)

_FORMS: Final = (
    re.compile(
        r"^\d+ (?:berkas diperiksa|files? checked)(?: \(\d+ SOPs?\))?: [^\n]*; "
        r"(?:tanggal acuan|reference date) [-\d]+(?:; [^\n]*)?\n"
        r"sopgen-segel: \w+\n\Z",
        re.MULTILINE,
    ),
    re.compile(r'\A\{\s*"sopgen": "[^"]*",\s*"date": '),
    re.compile(r'\A\{\s*"\$schema": "[^"]*sarif[^"]*",.*?"driver": \{\s*"name": "sopgen",', re.DOTALL),
    re.compile(r'\A<\?xml [^>]*\?>\s*<testsuites name="sopgen check[^"]*"'),
    _ANNOTATIONS,
    re.compile(r"\A<!DOCTYPE html>\s*<html [^>]*>\s*<head>.*?" + re.escape(GENERATOR), re.DOTALL),
)

CHANGES_GENERATOR: Final = '<meta name="generator" content="sopgen diff">'

_CHANGES: Final = (
    re.compile(r"\A[^\n]* → [^\n]*: (?:perubahan|changes) \d[^\n]*\n"),
    re.compile(r"\A[^\n]* → [^\n]*: (?:tidak ada perubahan isi|no change of what it says)\n"),
    re.compile(r'\A\{\s*"sopgen": "[^"]*",\s*"old": '),
    re.compile(r"\A<!DOCTYPE html>\s*<html [^>]*>\s*<head>.*?" + re.escape(CHANGES_GENERATOR), re.DOTALL),
)


def is_report(data: bytes) -> bool:
    """An empty file is one, too: that of a check without findings, as annotations."""
    return _is_one_of(data, _FORMS)


def is_list_of_changes(data: bytes) -> bool:
    """The same of what `sopgen diff` writes."""
    return _is_one_of(data, _CHANGES)


def _is_one_of(data: bytes, forms: Iterable[re.Pattern[str]]) -> bool:
    try:
        text = data.decode().replace("\r\n", "\n")
    except UnicodeDecodeError:
        return False
    found = next((form for form in forms if form.search(text)), None)
    return found is _ANNOTATIONS or (found is not None and is_as_written(data))
