"""Where the branches of a decision lead, against whom or what its text names for each."""

from __future__ import annotations

from typing import NamedTuple

from sopgen.diagnostics import Message
from sopgen.intake.sop import Kegiatan
from sopgen.rules.finding import Spec
from sopgen.rules.language.handing import receivers
from sopgen.rules.language.outcomes import Outcome, by_branch, gives_back, outcomes, steps_named
from sopgen.rules.language.words import whole_text


class Branch(NamedTuple):
    """A branch with its target (None: the end) and what the text says of its outcome."""

    label: str
    target: Kegiatan | None
    outcome: Outcome


class Clash(NamedTuple):
    """`said`: where the text sends the branch that the arrow sends elsewhere. `weight`: what makes two is certain."""

    branch: Branch
    said: Message
    weight: int


def clashes_in(kegiatan: Kegiatan, spec: Spec) -> list[Clash]:
    """The branches of a decision whose arrows go where its text sends another of them."""
    if not kegiatan.keputusan or len(kegiatan.arah) < 2:
        return []
    branches = _branches(kegiatan, spec)
    return [found for branch in branches if (found := _clash(branch, branches, kegiatan, spec))]


def _branches(kegiatan: Kegiatan, spec: Spec) -> list[Branch]:
    labels = [arah.label for arah in kegiatan.arah]
    told = by_branch(outcomes(whole_text(kegiatan.uraian), labels), labels)
    steps = (spec.sop.kegiatan[arah.ke - 1] if arah.ke is not None else None for arah in kegiatan.arah)
    return [
        Branch(arah.label, step, outcome)
        for arah, step, outcome in zip(kegiatan.arah, steps, told, strict=True)
        if outcome is not None
    ]


def _clash(branch: Branch, branches: list[Branch], kegiatan: Kegiatan, spec: Spec) -> Clash | None:
    others = [each for each in branches if each is not branch and each.target is not None]
    named = steps_named(branch.outcome.said)
    if named and _number(branch) not in named:
        return Clash(branch, Message(f"langkah {named[0]}", f"step {named[0]}"), weight=2)
    own = set(branch.target.pelaksana) if branch.target is not None else set[str]()
    for lanes in receivers(branch.outcome.said, spec.sop.pelaksana):
        meant = {lane.id for lane in lanes}
        elsewhere = any(meant & set(each.target.pelaksana) for each in others if each.target is not None)
        if own & meant and not elsewhere:
            return None
        if elsewhere and not own & meant:
            return Clash(branch, Message(lanes[0].nama, lanes[0].nama), weight=int(len(lanes) == 1))
    if gives_back(branch.outcome.said) and _goes_on(branch, kegiatan) and _alone_goes_back(others, kegiatan):
        return Clash(branch, Message("langkah sebelumnya", "an earlier step"), weight=0)
    return None


def _number(branch: Branch) -> int | None:
    return branch.target.nomor if branch.target is not None else None


def _goes_on(branch: Branch, kegiatan: Kegiatan) -> bool:
    return branch.target is None or branch.target.nomor > kegiatan.nomor


def _alone_goes_back(others: list[Branch], kegiatan: Kegiatan) -> bool:
    """Whether another branch leads back, of which the text does not say so."""
    return any(not _goes_on(each, kegiatan) and not gives_back(each.outcome.said) for each in others)


def told_of(clash: Clash, spec: Spec) -> Message:
    """Where the text sends a branch, and where its arrow goes."""
    target, said = clash.branch.target, clash.said
    if target is None:
        drawn = Message("akhir prosedur", "the end")
    else:
        lane = spec.lane(target.pelaksana[0]).nama
        drawn = Message(f"langkah {target.nomor} ({lane})", f"step {target.nomor} ({lane})")
    return Message(
        f"“{clash.branch.label}” menurut uraian ke {said.id}, panahnya ke {drawn.id}",
        f"“{clash.branch.label}” goes to {said.en} by the text, its arrow to {drawn.en}",
    )
