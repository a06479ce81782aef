"""Every label that the layout prints can be renamed, and no label is taken that it does not print."""

from __future__ import annotations

from pathlib import Path

from sopgen.intake.model import Label
from sopgen.intake.sop import COLUMN_LABELS
from sopgen.layout.identity import form
from sopgen.wording import Wording
from tests.intake.small_specs import FINE, load

# `tanggal_revisi` is also called by its key inside `tanggal`; the line above the flow table is no field.
OTHER_KEYS = {"pembuatan", "revisi", "efektif", "prosedur"}


def test_the_keys_are_those_that_are_printed() -> None:
    assert set(Label.model_fields) == {
        *form._HEADER_LABELS,
        *form._BOX_LABELS,
        *COLUMN_LABELS,
        *OTHER_KEYS,
        *Wording._fields,
    }


def test_an_empty_key_keeps_the_default_and_an_empty_text_prints_nothing(tmp_path: Path) -> None:
    tampilan = load(tmp_path, FINE + "tampilan: {label: {judul: , waktu: ''}}\n").sop.tampilan
    assert (tampilan.printed("judul", "Judul SOP"), tampilan.printed("waktu", "Waktu")) == ("Judul SOP", "")
