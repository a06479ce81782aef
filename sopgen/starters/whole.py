"""What the page offers to begin from: nothing, or a pattern of `sopgen new` answered by an example of its kind."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from sopgen.starters.filling import Answers, spec_of

BLANK: Final = "blank"
"""The name of the spec in which nothing is said yet."""
_EXAMPLES: Final = {
    "penyusunan": Answers("penyusunan", aspect="tata naskah dinas", result="pedoman"),
    "pembuatan": Answers("pembuatan", aspect="kegiatan", result="laporan"),
    "penyelenggaraan": Answers("penyelenggaraan", aspect="rapat koordinasi", result="laporan"),
    "pelaksanaan": Answers("pelaksanaan", aspect="konsinyering", result="laporan"),
    "pelayanan-produk": Answers("pelayanan-produk", aspect="dokumen", result="legalisasi"),
    "penugasan": Answers("penugasan", aspect="bimbingan teknis", result="laporan"),
}
OFFERED: Final = tuple(_EXAMPLES)
"""The patterns that the page offers, in that order."""
_LEFT_TO_BUREAU: Final = ("instansi", "unit", "pengesahan")


def example_of(name: str) -> dict[str, Any]:
    """A spec's data; what a bureau's sopgen.yaml says is left to it."""
    return spec_of(_EXAMPLES[name], _LEFT_TO_BUREAU)


def blank_text() -> str:
    return Path(__file__).with_name(f"{BLANK}.sop.yaml").read_text(encoding="utf-8")
