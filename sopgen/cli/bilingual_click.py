"""click, speaking Indonesian or English: usage, headings, and what is wrong with a command line."""

from __future__ import annotations

from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from sopgen.cli.language import LANGUAGES, OPTION
from sopgen.diagnostics import Language, Message

USAGE = Message("Pemakaian: ", "Usage: ")
OPTIONS = Message("Pilihan", "Options")
COMMANDS = Message("Perintah", "Commands")
OPTIONS_PLACE = Message("[PILIHAN]", "[OPTIONS]")
COMMAND_PLACE = Message("PERINTAH …", "COMMAND …")
HELP_HELP = Message("Tampilkan bantuan ini.", "Show this help.")
LANG_HELP = Message(
    "Bahasa pesan: id (bawaan) atau en; juga lewat SOPGEN_LANG.",
    "Language of messages: id (default) or en; also by SOPGEN_LANG.",
)

FORCE_HELP = Message(
    "Timpa juga berkas yang diubah tangan atau bukan buatan sopgen; yang bertanda tangan elektronik tidak pernah.",
    "Overwrite a file that was edited or not made by sopgen, too; never one that was signed electronically.",
)

FILE, FOLDER, CODE = Message("BERKAS", "FILE"), Message("FOLDER", "FOLDER"), Message("KODE", "CODE")


def output_option(
    language: Language, told: Message, *, place: Message = FILE, default: Path | None = None
) -> click.Option:
    """`-o`, the one file or the folder that a command writes."""
    return click.Option(
        ["-o", "--output"],
        type=click.Path(path_type=Path),
        default=default,
        metavar=place.in_language(language),
        help=told.in_language(language),
    )


def _named_place(ctx: click.Context, param: click.Parameter, path: Path | None) -> Path | None:
    """`-` is what other programs call standard output; a file or a folder of that name is nobody's wish."""
    if path is not None and path.name == "-":
        name = param.opts[0]
        raise SpokenUsageError(
            Message(
                f"pilihan {name}: sebutkan nama berkas atau folder; - tidak menulis ke keluaran standar",
                f"option {name}: name a file or folder; - does not write to standard output",
            ),
            ctx,
        )
    return path


def force_option(language: Language) -> click.Option:
    return click.Option(["--force"], is_flag=True, help=FORCE_HELP.in_language(language))


class Speaking(click.Command):
    """A command whose help is printed in one language, and which takes `--lang`."""

    def __init__(self, name: str, *, language: Language, params: list[click.Parameter], **kwargs: Any) -> None:
        self.language = language
        lang = click.Option(
            [OPTION], type=click.Choice(list(LANGUAGES)), expose_value=False, help=LANG_HELP.in_language(language)
        )
        kwargs.setdefault("options_metavar", OPTIONS_PLACE.in_language(language))
        super().__init__(name, params=[*params, lang], **kwargs)
        for param in params:
            if "--output" in param.opts and param.callback is None:
                param.callback = _named_place

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What is asked for twice is asked: the one that stands first would be dropped without a word."""
        if not ctx.resilient_parsing:
            _, _, order = self.make_parser(ctx).parse_args(list(args))
            single = (each for each in order if isinstance(each, click.Option) and not (each.multiple or each.is_flag))
            for option, times in Counter(single).items():
                if times > 1:
                    name = max(option.opts, key=len)
                    raise SpokenUsageError(
                        Message(
                            f"pilihan {name} disebut {times} kali; sebut sekali saja",
                            f"option {name} is given {times} times; give it once",
                        ),
                        ctx,
                    )
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=USAGE.in_language(self.language))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [record for option in options if (record := option.get_help_record(ctx))]
        with formatter.section(OPTIONS.in_language(self.language)):
            formatter.write_dl(records)

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Arguments are told in the help text."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = HELP_HELP.in_language(self.language)
        return option


class SpeakingGroup(Speaking, click.Group):
    """The command that holds the others, each imported when it is asked for: `x` is `sopgen.cli.x.x_command`."""

    def __init__(
        self, name: str, *, language: Language, names: tuple[str, ...], params: list[click.Parameter], **kwargs: Any
    ) -> None:
        kwargs.setdefault("subcommand_metavar", COMMAND_PLACE.in_language(language))
        super().__init__(name, language=language, params=params, **kwargs)
        self.names = names

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        return list(self.names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - idem
        if cmd_name not in self.names:
            return None
        make = getattr(import_module(f"sopgen.cli.{cmd_name}"), f"{cmd_name}_command")
        command: click.Command = make(self.language)
        return command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        records = [
            (name, command.get_short_help_str(limit=120))
            for name in self.names
            if (command := self.get_command(ctx, name)) is not None
        ]
        with formatter.section(COMMANDS.in_language(self.language)):
            formatter.write_dl(records)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.names and not args[0].startswith("-"):
            raise SpokenUsageError(_no_command(args[0], self.names), ctx)
        return super().resolve_command(ctx, args)


def _no_command(word: str, names: tuple[str, ...]) -> Message:
    from difflib import get_close_matches

    near = get_close_matches(word.casefold(), names, n=2)
    if near:
        return Message(
            f"perintah '{word}' tidak ada; mungkin maksudnya {' atau '.join(near)}",
            f"no command '{word}'; did you mean {' or '.join(near)}",
        )
    known = ", ".join(names)
    return Message(f"perintah '{word}' tidak ada; yang ada: {known}", f"no command '{word}'; there are: {known}")


class SpokenUsageError(click.UsageError):
    """A usage error with its text in both languages."""

    def __init__(self, message: Message, ctx: click.Context) -> None:
        super().__init__(message.en, ctx)
        self.spoken = message


def usage_fault(error: click.UsageError) -> Message:
    """What is wrong with the command line, in both languages."""
    match error:
        case SpokenUsageError():
            return error.spoken
        case click.NoSuchOption():
            near = ", ".join(error.possibilities or ())
            return Message(
                f"pilihan {error.option_name} tidak ada" + (f"; mungkin maksudnya {near}" if near else ""),
                f"no option {error.option_name}" + (f"; did you mean {near}" if near else ""),
            )
        case click.BadOptionUsage():
            return Message(
                f"pilihan {error.option_name}: nilainya kurang atau berlebih",
                f"option {error.option_name}: a value is missing or too many",
            )
        case click.MissingParameter(param=click.Argument(metavar=str() as place)):
            return Message(f"{place} belum disebutkan", f"{place} is missing")
        case click.BadParameter(param=click.Parameter() as param) if isinstance(param.type, click.Choice):
            choices = ", ".join(str(choice) for choice in param.type.choices)
            return Message(
                f"{param.opts[0]}: nilai tidak dikenal; pilihannya: {choices}",
                f"{param.opts[0]}: unknown value; choose from: {choices}",
            )
        case _:
            # What click has left to complain of in these commands is an argument that none of them takes.
            return Message("argumen berlebih atau tidak dikenal", error.format_message())
