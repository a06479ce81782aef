"""Where libyaml cannot be had, PyYAML's own parser reads the same and is told of in the same words."""

from __future__ import annotations

import pytest
import yaml

from sopgen.diagnostics import Refusal
from sopgen.intake import MemorySource, events, load_spec
from tests.intake import test_brackets, test_likely_causes, test_refusals
from tests.rules.references import spec_path

REFUSED = {
    name: text
    for cases in (
        test_brackets.OPEN,
        test_brackets.CLOSED,
        test_likely_causes.SWALLOWED,
        test_likely_causes.SYNTAX,
        test_likely_causes.MEANING,
        test_refusals.ALONE,
    )
    for name, (text, *_) in cases.items()
}
NAMES = ("konsinyering", "sirebo", "contoh-lengkap", "contoh-ringkas")


def told(text: str, monkeypatch: pytest.MonkeyPatch, loader: type) -> object:
    monkeypatch.setattr(events, "Loader", loader)
    try:
        loaded = load_spec(MemorySource("x.sop.yaml", text.encode(), logos=None))
    except Refusal as refusal:
        return refusal.diagnostics
    return loaded.sop, dict(loaded.spans), dict(loaded.key_spans)


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused_is_refused_alike(monkeypatch, case):
    text = REFUSED[case]
    assert told(text, monkeypatch, yaml.SafeLoader) == told(text, monkeypatch, yaml.CSafeLoader)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_read_is_read_alike_with_every_place(monkeypatch, name):
    text = spec_path(name).read_text(encoding="utf-8")
    assert told(text, monkeypatch, yaml.SafeLoader) == told(text, monkeypatch, yaml.CSafeLoader)
