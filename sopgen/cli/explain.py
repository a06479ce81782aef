"""`sopgen explain`: a rule's page, by its code."""

from __future__ import annotations

import click

from sopgen.cli.bilingual_click import Speaking
from sopgen.cli.console import Console
from sopgen.cli.faults import EXIT_FINE, CommandLineFault
from sopgen.diagnostics import Language, Message, family

HELP = Message(
    """Jelaskan aturan: apa yang diperiksa, dasarnya, contoh salah dan benar, dan perbaikannya.

    KODE adalah kode aturan seperti di dalam temuan, misalnya KEG-01, atau keluarganya, misalnya SIM. Semua kode:
    sopgen rules.
    """,
    """Explain a rule: what is checked, what it rests on, a wrong and a right example, how to mend.

    CODE is a rule's code as findings have it, such as KEG-01, or a family of them, such as SIM. All codes:
    sopgen rules.
    """,
)


def explain_command(language: Language) -> click.Command:
    def callback(codes: tuple[str, ...]) -> int:
        from sopgen.rules.page import rule_page
        from sopgen.rules.registry import REGISTRY

        families = {name: [code for code in REGISTRY if family(code) == name] for name in map(family, REGISTRY)}
        wanted = [name for code in codes for name in families.get(code.strip().upper(), [code.strip().upper()])]
        unknown = [code for code in wanted if code not in REGISTRY]
        if unknown or not wanted:
            raise _fault(unknown)
        pages = [rule_page(REGISTRY[code], language) for code in dict.fromkeys(wanted)]
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
    from sopgen.rules.near_codes import perhaps
    from sopgen.rules.registry import REGISTRY

    if not unknown:
        return CommandLineFault(
            Message("sebutkan kode aturan, misalnya KEG-01", "name a rule by its code, such as KEG-01")
        )
    codes, meant = ", ".join(unknown), perhaps(unknown, REGISTRY)
    return CommandLineFault(
        Message(
            f"aturan {codes} tidak ada{meant.id}; lihat: sopgen rules",
            f"there is no rule {codes}{meant.en}; see: sopgen rules",
        )
    )
