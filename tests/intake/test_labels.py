"""Every label that the layout prints can be renamed, and no label is taken that it does not print."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.diagnostics import Refusal
from sopgen.intake.model import Label
from sopgen.intake.sizes import MAX_LABEL
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


BRANCH = """\
judul: Rapat
pelaksana: {{a: Staf}}
kegiatan:
  - {{uraian: Satu, pelaksana: a}}
  - uraian: Dua?
    pelaksana: a
    keputusan:
      ? "{}"
      : 3
      Tidak: 1
  - {{uraian: Tiga, pelaksana: a}}
"""


def test_a_branch_label_of_many_lines_stands_on_one(tmp_path: Path) -> None:
    step = load(tmp_path, BRANCH.format(r"Ya,\n\nbila\nsudah\ndan\nlengkap")).sop.kegiatan[1]
    assert [way.label for way in step.arah] == ["Ya, bila sudah dan lengkap", "Tidak"]


def test_a_branch_label_that_finds_no_room_anywhere_is_refused_before_it_is_tried(tmp_path: Path) -> None:
    load(tmp_path, BRANCH.format("a" * MAX_LABEL))
    with pytest.raises(Refusal) as refused:
        load(tmp_path, BRANCH.format("kata " * MAX_LABEL))
    assert [each.code for each in refused.value.diagnostics] == ["BACA-48"]
