"""Kinds of the fourth hand that were not read: each read whole, edges and cells."""

from __future__ import annotations

import pytest
import yaml

from benchmarks.oldstock import score
from benchmarks.oldstock.fourth import make
from sopgen import oldstock

KINDS = (
    "pdf-mutu-first", "pdf-open-sides", "pdf-broken-rows", "pdf-legend", "pdf-stealth-heads", "pdf-cell-edges",
    "pdf-soft-shadows", "xlsx-legend", "xlsx-custom-arrows", "xlsx-page-words",
)  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_kind_is_read_whole(kind: str) -> None:
    document = make(kind, 1000)
    found = oldstock.import_drawn(document["data"])[0]
    spec = yaml.load(found.spec("lama"), Loader=yaml.BaseLoader)
    truth = yaml.load(yaml.safe_dump(document["truth"]), Loader=yaml.BaseLoader)
    result, differences = score.score(truth, spec, False)
    assert result["full"], differences
    assert result["cell"][0] == result["cell"][1]
    assert len(found.doubts) <= 1
