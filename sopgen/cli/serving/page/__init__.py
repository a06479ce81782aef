"""The page that `sopgen edit` serves: made by tools/build_page.py from web/, without the parts that hold Python."""

from __future__ import annotations

from pathlib import Path

_MADE = Path(__file__).with_name("edit.html")
HOST = "{{host}}"


def page(host: str) -> bytes:
    """`host`: who answers the page, as JSON that holds no markup."""
    return _MADE.read_text(encoding="utf-8").replace(HOST, host).encode()
