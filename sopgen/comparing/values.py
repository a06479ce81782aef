"""A Sop's values in words, as a person would say them who knows the printed page."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from sopgen.comparing.change import Ways
from sopgen.diagnostics import Language, Message
from sopgen.intake.sop import Arah, Isi, Kegiatan, Kotak, Logo, Pelaksana, Pengabaian, Publik, Revisi, Rute, Sop
from sopgen.placenames import COLUMN_NAMES
from sopgen.wording import date_words

NONE: Final = "–"
_END: Final = Message("selesai", "the end")
_TO: Final = Message("ke langkah {}", "to step {}")
_BACK: Final = Message("kembali ke langkah {}", "back to step {}")
_YES, _NO = Message("ya", "yes"), Message("tidak", "no")
_ROUTE: Final = {
    "kiri": Message("kiri", "left"),
    "kanan": Message("kanan", "right"),
    "bawah": Message("bawah", "below"),
}
_LEAVES: Final = Message("keluar {}", "leaves {}")
_PASSES: Final = Message("langkah {} di {}", "step {} on the {}")
_EXTERNAL: Final = Message("eksternal", "external")


class Speaker:
    """Says the values of one of the two Sops."""

    def __init__(self, sop: Sop, language: Language) -> None:
        self._sop, self._language = sop, language
        self._names = {lane.id: lane.nama for lane in sop.pelaksana}

    def say(self, value: Any, key: str = "", step: int | None = None) -> str:  # noqa: PLR0911 - one way out a kind
        """`key`: the attribute that it is the value of; `step`: the number of the step that it belongs to."""
        match value:
            case None if key == "ke":
                return _END.in_language(self._language)
            case None | "" | ():
                return NONE
            case bool():
                return (_YES if value else _NO).in_language(self._language)
            case int() if key == "ke":
                return self._target(value, step)
            case Isi() | Kotak():
                return _listed(value.teks, value.butir, letters=isinstance(value, Isi)) or NONE
            case Arah():
                return self._way(value, step)
            case Ways():
                return "; ".join(self._way(way, step) for way in value.arah)
            case Kegiatan():
                return self._step(value)
            case tuple() if key == "pelaksana" and not isinstance(value, Pelaksana):
                return ", ".join(self._names[each] for each in value)
        return self._plain(value, key)

    def _plain(self, value: Any, key: str) -> str:  # noqa: PLR0911 - idem
        match value:
            case Pelaksana():
                beside = [value.kelompok, _EXTERNAL.in_language(self._language) if value.eksternal else "", value.peran]
                told = ", ".join(filter(None, beside))
                return f"{value.nama} ({told})" if told else value.nama
            case Rute():
                return self._route(value)
            case Logo():
                return value.path.name
            case Revisi() | Pengabaian() | Publik():
                return "; ".join(f"{name}: {self.say(each)}" for name, each in value._asdict().items() if each) or NONE
            case date():
                return date_words(value).in_language(self._language)
            case tuple() if key == "nomor_induk":
                return " ".join(value)
            case tuple() if key == "label":
                return "; ".join(f"{name}: {text}" for name, text in value)
            case tuple():
                return "\n".join(map(self.say, value))
        return str(value)

    def _target(self, number: int, step: int | None) -> str:
        target = self._sop.kegiatan[number - 1]
        back = step is not None and number < step
        told = (_BACK if back else _TO).in_language(self._language).format(number)
        return f"{told} ({self._names[target.pelaksana[0]]})"

    def _way(self, way: Arah, step: int | None) -> str:
        told = self.say(way.ke, "ke", step)
        return f"{way.label}: {told}" if way.label else told

    def _step(self, step: Kegiatan) -> str:
        """All that its row says: who and how long behind the activity, the rest on lines of its own."""
        beside = "; ".join(filter(None, (self.say(step.pelaksana, "pelaksana"), step.bersama, step.waktu)))
        lines = [f"{self.say(step.uraian)} ({beside})"]
        lines += [
            f"{COLUMN_NAMES[field]}: {self.say(content)}"
            for field in ("kelengkapan", "output", "keterangan")
            if (content := getattr(step, field))
        ]
        below = step.nomor + 1 if step.nomor < len(self._sop.kegiatan) else None
        if step.keputusan or [way.ke for way in step.arah] != [below]:
            lines.append("; ".join(self._way(way, step.nomor) for way in step.arah))
        return "\n".join(lines)

    def _route(self, route: Rute) -> str:
        def side(name: str) -> str:
            return _ROUTE[name].in_language(self._language)

        told = [_LEAVES.in_language(self._language).format(side(route.keluar))] if route.keluar else []
        told += [_PASSES.in_language(self._language).format(number, side(each)) for number, each in route.lewat]
        return ", ".join(told) or NONE


def _listed(text: str, items: tuple[str, ...], *, letters: bool) -> str:
    marks = [f"{chr(ord('a') + n)})" if letters and n < 26 else f"{n + 1}." for n in range(len(items))]
    return "\n".join(filter(None, (text, *(f"{mark} {item}" for mark, item in zip(marks, items, strict=True)))))
