"""A pattern and what somebody answered → a spec's data; what nobody said stands as a placeholder, ‹such as this›."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Final, NamedTuple

from sopgen.starters.steps import PATTERNS, TECHNICAL, Pattern, Step

_TIME_ASKED: Final = "‹{}›"


class Answers(NamedTuple):
    """`names`: executors in the order of the pattern's lanes, as many as are known."""

    pattern: str = "pembuatan"
    technical: bool = False
    unit: str = ""
    aspect: str = ""
    result: str = ""
    names: tuple[str, ...] = ()
    paid: bool = False


def pattern_of(answers: Answers) -> Pattern:
    return TECHNICAL if answers.technical else PATTERNS[answers.pattern]


def spec_of(answers: Answers, said: Collection[str] = ()) -> dict[str, Any]:
    """`said`: keys that the bureau's sopgen.yaml has; these are left to it."""
    pattern = pattern_of(answers)
    names = _names(pattern, answers.names)
    words = _words(answers, names)
    data: dict[str, Any] = {
        "nomor": "‹nomor SOP›",
        "judul": pattern.title.format(**words).strip(),
        "jenis": "teknis" if answers.technical else "administratif",
        "sifat": pattern.kind,
        "cakupan": "spesifik",
        "tim": "true" if pattern.team else "false",
        "instansi": "‹nama instansi›",
        "unit": answers.unit or "‹nama unit›",
        "tanggal": {"pembuatan": None, "revisi": "-", "efektif": None},
        "pengesahan": {"jabatan": "‹jabatan pejabat›", "nama": "‹nama pejabat›"},
        "dasar_hukum": ["Peraturan ‹siapa› Nomor ‹…› Tahun ‹…› tentang ‹…›"],
        "kualifikasi_pelaksana": [f"Memahami {words['hasil']} {words['aspek']}".strip()],
        "keterkaitan": ["SOP ‹yang berkaitan›"],
        "peralatan": ["Komputer dan pencetak"],
        "peringatan": "‹apa akibatnya bila prosedur ini tidak dijalankan›",
        "pencatatan": "‹buku atau aplikasi tempat mencatat›",
    }
    data = {key: value for key, value in data.items() if key not in said or (key == "unit" and answers.unit)}
    data["pelaksana"] = _lanes(pattern, names)
    data["kegiatan"] = [_step(each, words) for each in _ordered(pattern, paid=answers.paid)]
    if answers.paid and pattern.kind == "pelayanan" and "pelayanan" not in said:
        data["pelayanan"] = {"biaya": "‹besar biaya dan dasar penetapannya›"}
    return data


def _names(pattern: Pattern, given: Sequence[str]) -> dict[str, str]:
    """The printed name of each role: as given, else as the pattern has it."""
    usual = [lane.name for lane in pattern.lanes]
    told = [name.strip() for name in given if name.strip()][: len(usual)]
    return {lane.role: name for lane, name in zip(pattern.lanes, [*told, *usual[len(told) :]], strict=True)}


def _words(answers: Answers, names: dict[str, str]) -> dict[str, str]:
    result, aspect = answers.result.strip() or "‹hasil›", answers.aspect.strip() or "‹aspek›"
    capital = {"Hasil": _title(result), "Aspek": _title(aspect)}
    return {**names, "hasil": result, "aspek": aspect, **capital}


def _title(text: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in text.split())


def _lanes(pattern: Pattern, names: dict[str, str]) -> dict[str, Any]:
    lanes: dict[str, Any] = {}
    for lane in pattern.lanes:
        value: dict[str, str] = {"nama": names[lane.role]}
        if lane.outside:
            value["eksternal"] = "true"
        if lane.part:
            value["peran"] = lane.part
        lanes[lane.role] = value if len(value) > 1 else names[lane.role]
    return lanes


def _ordered(pattern: Pattern, *, paid: bool) -> list[Step]:
    return [step for step in pattern.steps if paid or not step.paid]


def _step(step: Step, words: dict[str, str]) -> dict[str, Any]:
    data: dict[str, Any] = {
        "id": step.id,
        "uraian": step.text.format(**words),
        "pelaksana": step.role,
        "keputusan": dict(step.ways),
        "kelengkapan": _sentence(step.needs.format(**words)),
        "waktu": _TIME_ASKED.format(step.time),
        "output": _sentence(step.output.format(**words)),
    }
    return {key: value for key, value in data.items() if value}


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
