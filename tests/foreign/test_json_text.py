"""JSON that any terminal may be given, and that reads back as what it was made of."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopgen.foreign.json_text import MOST_VALUES, json_text, read_json

ODD = st.sampled_from("\x7f\x9b\xad\u202e\u2028\u200b\ufeff\udce9\U000e0041é")


@given(st.text(alphabet=st.characters(codec=None) | ODD))
def test_whatever_the_text(text):
    told = json_text({text: [text]}, indent=1)
    assert json.loads(told) == {text: [text]}
    hidden = {each for each in told if each != "\n" and unicodedata.category(each) in {"Cc", "Cf", "Cs", "Zl", "Zp"}}
    assert hidden == set()
    told.encode()


def test_letters_of_all_kinds_stay_as_they_are():
    assert json_text(["é — Ω 日本 😀"]) == '["é — Ω 日本 😀"]'


@pytest.mark.parametrize("piece", [b"[],", b'{"a":1},', b"1,"])
def test_more_values_than_any_file_holds_are_not_read(piece):
    assert read_json(b"[" + piece * 1_000 + b"0]")
    with pytest.raises(ValueError, match="too many values"):
        read_json(b"[" + piece * MOST_VALUES + b"0]")
