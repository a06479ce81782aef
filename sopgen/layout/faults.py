"""What layout refuses: each with its code for good, in both languages."""

from __future__ import annotations

from sopgen.diagnostics import Diagnostic, Message, Refusal, Severity

CODES: dict[str, Message] = {
    "GAMBAR-01": Message("Huruf atau tanda tidak ada pada huruf cetak", "Character missing from the font"),
    "GAMBAR-02": Message("Teks tidak muat pada satu halaman", "Text that fits on no page"),
    "GAMBAR-03": Message("Kolom pelaksana tidak muat pada kertas", "Lanes that do not fit the paper"),
    "GAMBAR-04": Message("Rute manual melanggar aturan", "A manual route that breaks a rule"),
    "GAMBAR-05": Message("Panah tidak mendapat tempat", "Arrows that find no room"),
    "GAMBAR-06": Message("Label cabang tidak mendapat tempat", "A branch label that finds no room"),
    "GAMBAR-07": Message("Gambar tidak lolos pemeriksaan", "A drawing that fails its examination"),
}


def fault(
    code: str, message: Message, remedy: Message, path: tuple[str | int, ...] = (), step: int | None = None
) -> Diagnostic:
    return Diagnostic(code, Severity.WAJIB, _sentence(message), _sentence(remedy), step=step, path=path)


def _sentence(message: Message) -> Message:
    """With a capital and a full stop, as the reader's messages have them."""
    return Message(*(text[:1].upper() + text[1:].rstrip(".") + "." for text in (message.id, message.en)))


def refuse(*diagnostics: Diagnostic) -> Refusal:
    return Refusal(tuple(diagnostics))


def in_millimetres(points: float) -> str:
    return f"{points / 72 * 25.4:.0f} mm".replace(".", ",")
