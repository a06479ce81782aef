"""What a build is to make of each spec, and under which names."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from sopgen.remembered import Remembered
    from sopgen.render.pdf import Archival

Kind = Literal["pdf", "xlsx", "png", "svg"]
KINDS: tuple[Kind, ...] = ("pdf", "xlsx", "png", "svg")
PICTURES: tuple[Kind, ...] = ("png", "svg")
"""A file a page."""
USUAL_KINDS: tuple[Kind, ...] = ("pdf", "xlsx")

Edition = Literal["lengkap", "publik"]
EDITIONS: tuple[Edition, ...] = ("lengkap", "publik")
EditionPaper = Literal["sop", "publik", "gambar", "gambar-a3"]
PAPERS: dict[Edition, tuple[EditionPaper, ...]] = {"lengkap": ("sop",), "publik": ("publik", "gambar", "gambar-a3")}
"""The papers of an edition. All but the SOP itself say in their files' names which they are, and hold no cells."""
Sheet = Literal["standar", "maklumat", "selebaran"]
SHEETS: tuple[Sheet, ...] = ("standar", "maklumat", "selebaran")
"""What `sopgen standar` makes of a service SOP."""
SheetForm = Literal["pdf", "docx"]
SHEET_FORMS: tuple[SheetForm, ...] = ("pdf", "docx")
Paper = EditionPaper | Sheet
ALL_PAPERS: tuple[Paper, ...] = (*(paper for papers in PAPERS.values() for paper in papers), *SHEETS)
ALL_FILES: tuple[tuple[Paper, Kind | SheetForm], ...] = (
    *product((paper for papers in PAPERS.values() for paper in papers), KINDS),
    *product(SHEETS, SHEET_FORMS),
)
"""Every paper with the kinds of files that it may be."""


class Wanted(NamedTuple):
    """`draft`, `archival`: as the command line asks. `force`: overwrite edited files, and make fresh ones anew.

    `accepted`: numbers that name another step than at the last build are meant so.
    """

    kinds: tuple[Kind, ...]
    draft: bool = False
    force: bool = False
    archival: Archival = "3a"
    accepted: bool = False
    edition: Edition = "lengkap"

    @property
    def papers(self) -> tuple[EditionPaper, ...]:
        return PAPERS[self.edition]

    def options(self, kind: Kind) -> str:
        """What of this changes a file of one kind, so that other wishes make it stale."""
        parts = ["konsep"] if self.draft else []
        if kind == "pdf":
            parts.append(self.archival)
        return " ".join(parts)


class Job(NamedTuple):
    """One spec to be made. `stem` is the outputs' place below `output`; `known` their digests as last written.

    `fresh`: the files that stand there as they would be written. `remembered`: the steps as they were built last.
    `issued`: the document of it that was built last, below `output`, if it is no draft and not of this very spec.
    `left_behind`: where nothing of it was built yet, the documents of specs that are gone: one of them may be its own.
    `found`: it is not named itself, but lies in a folder that is.
    """

    spec: Path
    stem: Path
    output: Path
    wanted: Wanted
    known: tuple[tuple[str, str], ...] = ()
    fresh: tuple[Path, ...] = ()
    remembered: Remembered | None = None
    issued: Path | None = None
    found: bool = False
    left_behind: tuple[Path, ...] = ()


def paper_stem(stem: Path, paper: Paper) -> Path:
    """The place of one paper's files, without their suffix."""
    return stem if paper == "sop" else stem.with_name(f"{stem.name}.{paper}")


def made_by(stem: Path, name: Path) -> str:
    """The command that makes one of a spec's files."""
    paper = name.name[len(stem.name) + 1 :].split(".")[0]
    if paper in SHEETS:
        return "sopgen standar" + (" --lembar selebaran" if paper == "selebaran" else "")
    return "sopgen build --edisi publik" if paper in PAPERS["publik"] else "sopgen build"


def file_names(stem: Path, kind: Kind | SheetForm, pages: int, paper: Paper = "sop") -> list[Path]:
    """The files of one kind of a paper, below the output folder: one, or a picture a page."""
    place = paper_stem(stem, paper)
    if kind in PICTURES:
        return [place.with_name(f"{place.name}.halaman-{number}.{kind}") for number in range(1, pages + 1)]
    return [place.with_name(f"{place.name}.{kind}")]
