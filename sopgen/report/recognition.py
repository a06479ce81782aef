"""Whether a file is a report of a check, in whichever form: by what only such a report says."""

from __future__ import annotations

import re
from typing import Final

GENERATOR: Final = '<meta name="generator" content="sopgen check">'

_FORMS: Final = (
    re.compile(
        r"^\d+ (?:berkas diperiksa|files? checked): [^\n]*; (?:tanggal acuan|reference date) [-\d]+(?:; [^\n]*)?\n\Z",
        re.MULTILINE,
    ),
    re.compile(r'\A\{\s*"sopgen": "[^"]*",\s*"date": '),
    re.compile(r'\A\{\s*"\$schema": "[^"]*sarif[^"]*",.*?"driver": \{\s*"name": "sopgen",', re.DOTALL),
    re.compile(r'\A<\?xml [^>]*\?>\s*<testsuites name="sopgen check"'),
    re.compile(
        r"\A(?:::(?:error|warning) file=[^\n]*,title=[A-Z]+-\d+::[^\n]*\n)*(?:::notice title=sopgen::[^\n]*\n)?\Z"
    ),
    re.compile(r"\A<!DOCTYPE html>\s*<html [^>]*>\s*<head>.*?" + re.escape(GENERATOR), re.DOTALL),
)


def is_report(data: bytes) -> bool:
    """An empty file is one, too: that of a check without findings, as annotations."""
    try:
        text = data.decode().replace("\r\n", "\n")
    except UnicodeDecodeError:
        return False
    return any(form.search(text) for form in _FORMS)
