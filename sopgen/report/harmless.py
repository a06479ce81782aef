"""Text that others wrote → what a terminal or a CI log may be given: it neither obeys it nor hides anything of it.

Everything that sopgen prints goes through here (`cli/console` sees to that), but for data that a machine asked for.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

TAB_COLUMNS: Final = 4

# GitHub's runner obeys a line that begins with `::`, blanks before it or not, and `##[…]` anywhere in a line; Azure
# `##vso[…]` anywhere, TeamCity `##teamcity[…]` at a line's head.
_COMMAND: Final = re.compile(r"(?m:^[^\S\n]*):(?=:)|#(?=#\w*\[)")
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


def spelled_out(text: str) -> str:
    """`text` with every character that is obeyed or hidden made visible; line breaks stay."""
    if not text.replace("\n", "").isprintable():
        text = "".join(character if character == "\n" else visible(character) for character in text)
    return _COMMAND.sub(_disarmed, text) if _may_command(text) else text


def on_one_line(text: str) -> str:
    """The same for a file's name and the like, whose line breaks are made visible too."""
    return spelled_out(text.replace("\n", visible("\n")))


def visible(character: str) -> str:
    """One character, a line break too; a tab as blanks."""
    if character == "\t":
        return " " * TAB_COLUMNS
    code_point = ord(character)
    if code_point < ord(" "):
        return chr(0x2400 + code_point)
    return named(character) if unicodedata.category(character) in _INVISIBLE else character


def named(character: str) -> str:
    return f"<U+{ord(character):04X}>"


def cells(line: str) -> list[str]:
    """What stands for each character of a piece of a line that is printed behind something else."""
    found = list(line) if line.isascii() and line.isprintable() else [visible(character) for character in line]
    for command in _COMMAND.finditer(line) if _may_command(line) else ():
        if line[command.end() - 1] == "#":
            found[command.end() - 1] = named("#")
    return found


def _may_command(text: str) -> bool:
    """Whether it is worth a closer look."""
    return "::" in text or "##" in text


def _disarmed(command: re.Match[str]) -> str:
    return command[0][:-1] + named(command[0][-1])
