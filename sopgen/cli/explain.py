"""`sopgen explain`: a rule's page, by its code."""

from __future__ import annotations

import click

from sopgen.cli.bilingual_click import Speaking
from sopgen.cli.console import Console
from sopgen.cli.faults import EXIT_FINE, CommandLineFault
from sopgen.diagnostics import Language, Message

HELP = Message(
    """Jelaskan aturan: apa yang diperiksa, dasarnya, contoh salah dan benar, dan perbaikannya.

    KODE adalah kode aturan seperti di dalam temuan, misalnya KEG-01. Semua kode: sopgen rules.
    """,
    """Explain a rule: what is checked, what it rests on, a wrong and a right example, how to mend.

    CODE is a rule's code as findings have it, such as KEG-01. All codes: sopgen rules.
    """,
)


def explain_command(language: Language) -> click.Command:
    def callback(codes: tuple[str, ...]) -> int:
        from sopgen.rules.page import rule_page
        from sopgen.rules.registry import REGISTRY

        wanted = [code.strip().upper() for code in codes]
        unknown = [code for code, known in zip(codes, wanted, strict=True) if known not in REGISTRY]
        if unknown or not wanted:
            raise _fault(unknown)
        pages = [rule_page(REGISTRY[code], language) for code in wanted]
        Console(language).result("\n".join(pages).rstrip("\n"))
        return EXIT_FINE

    return Speaking(
        "explain",
        language=language,
        callback=callback,
        help=HELP.in_language(language),
        params=[click.Argument(["codes"], nargs=-1, metavar=Message("KODE …", "CODE …").in_language(language))],
    )


def _fault(unknown: list[str]) -> CommandLineFault:
    if not unknown:
        return CommandLineFault(
            Message("sebutkan kode aturan, misalnya KEG-01", "name a rule by its code, such as KEG-01")
        )
    codes = ", ".join(unknown)
    return CommandLineFault(
        Message(f"aturan {codes} tidak ada; lihat: sopgen rules", f"there is no rule {codes}; see: sopgen rules")
    )
