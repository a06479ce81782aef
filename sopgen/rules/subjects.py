"""A subject at the head of a text: what is wrong about it, and where it belongs."""

from __future__ import annotations

from sopgen.diagnostics import Message
from sopgen.intake.sop import Kegiatan
from sopgen.rules.finding import Spec
from sopgen.rules.language.offices import is_lane


def judged_subject(subject: str, kegiatan: Kegiatan, spec: Spec) -> tuple[Message, Message]:
    """Who acts goes into the column of the symbol before it goes out of the text."""
    wrong = Message(f"Uraian diawali subjek “{subject}”.", f"The text opens with the subject “{subject}”.")
    named = [lane for lane in spec.sop.pelaksana if is_lane(subject, lane)]
    if not named or any(lane.id in kegiatan.pelaksana for lane in named):
        return wrong, Message("Hapus subjeknya dan awali dengan kata kerja me-.", "Drop it and open with the me- verb.")
    lane, own = named[0].nama, spec.lane(kegiatan.pelaksana[0]).nama
    return wrong, Message(
        f"Pindahkan langkah ini ke kolom {lane}, lalu hapus subjeknya dan awali dengan kata kerja me-; atau tulis apa "
        f"yang dikerjakan {own}.",
        f"Move the step to the column {lane}, then drop the subject and open with the me- verb; or write what {own} "
        "does.",
    )
