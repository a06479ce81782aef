"""Forms that LibreOffice has saved say what they said before."""

from __future__ import annotations

from pathlib import Path

from sopgen.intake import MemorySource, load_spec
from tests.generator import generate
from tests.intake.form.form_samples import form_of, read
from tests.render.xlsx import office

COUNT = 20


def test_forms_saved_by_libreoffice(session_tool, tmp_path: Path) -> None:
    texts = {f"s{seed}": generate(seed, steps=(3, 15)) for seed in range(COUNT)}
    forms = {name: form_of(text) for name, text in texts.items()}
    saved = office.convert(session_tool("soffice"), forms, tmp_path, "xlsx")
    assert len(saved) == COUNT
    for name, text in texts.items():
        loaded = read(Path(saved[name]).read_bytes() if not isinstance(saved[name], bytes) else saved[name])
        assert loaded.sop == load_spec(MemorySource("a.sop.yaml", text.encode())).sop
        assert loaded.remarks == ()
