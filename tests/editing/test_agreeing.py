"""What a form was made from, when somebody was at it: a text that cannot hold a spec's keys."""

from __future__ import annotations

import pytest

from sopgen.editing import EditFault
from sopgen.editing.agreeing import is_editable, make_agree


@pytest.mark.parametrize("text", ["kata", "- judul", '"judul: Rapat"'])
def test_a_word_or_a_list_holds_no_spec(text: str) -> None:
    assert not is_editable(text)
    with pytest.raises(EditFault):
        make_agree(text, {"judul": "Rapat"})


def test_a_spec_does() -> None:
    assert is_editable("judul: Lama\n")
    assert make_agree("# nanti\njudul: Lama\n", {"judul": "Rapat"}) == "# nanti\njudul: Rapat\n"
