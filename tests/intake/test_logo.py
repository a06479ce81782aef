"""The logo: found, inside the project, small, whole, PNG or JPEG."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Literal

import pytest
from PIL import Image

from sopgen.diagnostics import Refusal
from sopgen.intake import load_spec
from sopgen.intake.codes import Code
from tests.intake.small_specs import FINE, load, refused


def image(kind: Literal["PNG", "JPEG", "GIF"], size: tuple[int, int] = (20, 10)) -> bytes:
    file = BytesIO()
    Image.effect_mandelbrot(size, (-2, -1, 1, 1), 20).save(file, kind)
    return file.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_good_logo_is_given_with_its_real_path(tmp_path: Path, kind: Literal["PNG", "JPEG"]) -> None:
    (tmp_path / "gambar").mkdir()
    (tmp_path / "gambar" / "l").write_bytes(image(kind))
    assert load(tmp_path, FINE + "logo: gambar/l\n").sop.logo.path == (tmp_path / "gambar" / "l").resolve()


def png_of_size(width: int, height: int) -> bytes:
    data = bytearray(image("PNG"))
    data[16:24] = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    return bytes(data)


BAD = {
    "too many bytes": (image("PNG") + bytes(5 * 1024 * 1024), Code.LOGO_TOO_LARGE, "5 MB"),
    "too wide": (png_of_size(4001, 10), Code.LOGO_TOO_LARGE, "4001 × 10"),
    "too high": (image("JPEG", (10, 4001)), Code.LOGO_TOO_LARGE, "10 × 4001"),
    "svg": (b'<?xml version="1.0"?><svg/>', Code.LOGO_KIND, "SVG"),
    "gif": (image("GIF"), Code.LOGO_KIND, "PNG atau JPEG"),
    "empty": (b"", Code.LOGO_KIND, "PNG atau JPEG"),
    "mere PNG signature": (image("PNG")[:8], Code.LOGO_BROKEN, "rusak"),
    "zero width": (png_of_size(0, 10), Code.LOGO_BROKEN, "rusak"),
    "other size than its data": (png_of_size(20, 3000), Code.LOGO_BROKEN, "rusak"),
    "truncated PNG": (image("PNG")[:-40], Code.LOGO_BROKEN, "rusak"),
    "damaged PNG": (image("PNG")[:60] + b"xx" + image("PNG")[62:], Code.LOGO_BROKEN, "rusak"),
    "truncated JPEG": (image("JPEG", (200, 200))[:-900], Code.LOGO_BROKEN, "rusak"),
    "mere JPEG signature": (b"\xff\xd8\xff\xe0", Code.LOGO_BROKEN, "rusak"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_logo_is_refused(tmp_path: Path, case: str) -> None:
    data, code, named = BAD[case]
    (tmp_path / "l.png").write_bytes(data)
    (found,) = refused(tmp_path, FINE + "logo: l.png\n")
    assert (found.code, found.path) == (code, ("logo",))
    assert found.source_line == "logo: l.png"
    assert "`l.png`" in found.message.id
    assert named in found.message.id


@pytest.mark.parametrize(
    "name", ["tidak-ada.png", ".", "a\\b.png", "https://x.id/l.png", '"a\\0b"', "x.sop.yaml/l.png"]
)
def test_a_missing_logo(tmp_path: Path, name: str) -> None:
    assert [d.code for d in refused(tmp_path, FINE + f"logo: {name}\n")] == [Code.LOGO_MISSING]


def test_a_logo_outside_the_project_is_refused_by_any_way(tmp_path: Path) -> None:
    (tmp_path / "l.png").write_bytes(image("PNG"))
    project = tmp_path / "proyek"
    project.mkdir()
    (project / "tautan.png").symlink_to(tmp_path / "l.png")
    for name in ("../l.png", "tautan.png", str(tmp_path / "l.png")):
        found = refused(project, FINE + f"logo: {name}\n", defaults="unit: U\n")
        assert [d.code for d in found] == [Code.LOGO_OUTSIDE]


def test_a_spec_outside_the_project_may_use_its_own_folder_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, elsewhere = tmp_path / "sini", tmp_path / "sana"
    here.mkdir()
    elsewhere.mkdir()
    monkeypatch.chdir(here)
    for folder in (here, elsewhere):
        (folder / "l.png").write_bytes(image("PNG"))
    assert load(elsewhere, FINE + "logo: l.png\n").sop.logo.path == elsewhere / "l.png"
    assert [d.code for d in refused(elsewhere, FINE + "logo: ../sini/l.png\n")] == [Code.LOGO_OUTSIDE]


def test_other_faults_hide_no_bad_logo(tmp_path: Path) -> None:
    found = refused(tmp_path, FINE + "nomer: 1\nlogo: x.png\n")
    assert [d.code for d in found] == [Code.UNKNOWN_KEY, Code.LOGO_MISSING]


def test_the_logo_counts_from_the_file_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "specs").mkdir()
    (tmp_path / "l.png").write_bytes(image("PNG"))
    (tmp_path / "sopgen.yaml").write_text("logo: l.png\n", encoding="utf-8")
    spec = tmp_path / "specs" / "x.sop.yaml"
    spec.write_text(FINE, encoding="utf-8")
    assert load_spec(spec).sop.logo.path == tmp_path / "l.png"
    spec.write_text(FINE + "logo: ../l.png\n", encoding="utf-8")
    assert load_spec(spec).sop.logo.path == tmp_path / "l.png"
    spec.write_text(FINE + "logo:\n", encoding="utf-8")
    assert load_spec(spec).sop.logo is None
    spec.write_text(FINE + "logo: l.png\n", encoding="utf-8")
    with pytest.raises(Refusal):
        load_spec(spec)
