"""Whom the text of a step hands over to, against whom its arrows lead to."""

from __future__ import annotations

from sopgen.intake.sop import Kegiatan
from sopgen.rules.finding import Spec
from sopgen.rules.language.handing import hands_over_to, receivers
from sopgen.rules.language.offices import addressed, is_known, is_named
from sopgen.rules.language.outcomes import steps_named
from sopgen.rules.language.words import whole_text


def unnamed_in(kegiatan: Kegiatan, spec: Spec) -> list[Kegiatan]:
    """The next steps of other executors whom the text does not name, if they are more than other rules explain."""
    text = whole_text(kegiatan.uraian)
    unnamed = [step for step in spec.targets(kegiatan) if not _is_told(step, kegiatan, text, spec)]
    return unnamed if unnamed and len(unnamed) > _misnamed(kegiatan, text, spec) else []


def others_named(kegiatan: Kegiatan, spec: Spec) -> str:
    """The columns to which the text hands something, and no arrow leads; "" if there are none."""
    led = {*kegiatan.pelaksana, *(name for step in spec.targets(kegiatan) for name in step.pelaksana)}
    text = whole_text(kegiatan.uraian)
    meant = (lanes[0] for lanes in receivers(text, spec.sop.pelaksana) if not led & {lane.id for lane in lanes})
    return ", ".join(dict.fromkeys(lane.nama for lane in meant))


def _misnamed(kegiatan: Kegiatan, text: str, spec: Spec) -> int:
    """How many receivers bear another name, or the step's own: both are KEG-04's. A number of a step is KEG-08's."""
    return len(steps_named(text)) + sum(
        not is_known(mention, spec.sop.pelaksana)
        or hands_over_to(mention, kegiatan.pelaksana, spec.sop.pelaksana, text)
        for mention in addressed(text, spec.sop.pelaksana)
    )


def _is_told(step: Kegiatan, kegiatan: Kegiatan, text: str, spec: Spec) -> bool:
    if set(step.pelaksana) & set(kegiatan.pelaksana):
        return True
    return any(is_named(spec.lane(name), text) for name in step.pelaksana)
