"""sopgen.yaml: where it is looked for, how it merges, whose line its errors name."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.diagnostics import Diagnostic, Message, Severity
from sopgen.intake import find_project, load_spec
from sopgen.intake.codes import Code
from sopgen.intake.loaded import Setelan, WaktuKerja
from tests.intake.small_specs import FINE, load, refused

BUREAU = """\
instansi: [ "Kementerian X" ]
unit: Biro
tanggal: {efektif: 2020-01-02}
pengesahan:
  jabatan: Kepala
  nomor_induk: {NIP: "1"}
peringatan:
  - satu
  - dua
tampilan:
  kertas: F4
  label: {judul: Nama SOP, waktu: Lama}
"""


def test_maps_merge_and_lists_and_texts_are_replaced(tmp_path: Path) -> None:
    text = FINE + "unit: Bagian\ntanggal: {pembuatan: 2019-01-01}\npengesahan: {nama: N, nomor_induk: {NRP: 2}}\n"
    text += "peringatan:\n  - tiga\ntampilan: {huruf: Times, label: {judul: Judul}}\n"
    sop = load(tmp_path, text, defaults=BUREAU).sop
    assert (sop.instansi, sop.unit) == (("Kementerian X",), ("Bagian",))
    assert [str(sop.tanggal.pembuatan), str(sop.tanggal.efektif)] == ["2019-01-01", "2020-01-02"]
    assert (sop.pengesahan.jabatan, sop.pengesahan.nama) == ("Kepala", "N")
    assert sop.pengesahan.nomor_induk == ("NRP", "2")
    assert sop.peringatan.butir == ("tiga",)
    assert (sop.tampilan.kertas, sop.tampilan.huruf) == ("F4", "Times")
    assert sop.tampilan.label == (("judul", "Judul"), ("waktu", "Lama"))


OFFICIAL = "pengesahan: {jabatan: Kepala, nama: A, pangkat: Pembina, nomor_induk: {NIP: '1'}}\n"


@pytest.mark.parametrize(
    ("own", "pangkat", "nomor_induk"),
    [
        ("nama: B", "", None),
        ("nama: A", "Pembina", ("NIP", "1")),
        ("jabatan: Plt. Kepala", "Pembina", ("NIP", "1")),
        ("nama: B, pangkat: Penata", "Penata", None),
        ("nama: ", "Pembina", ("NIP", "1")),
    ],
)
def test_a_new_name_inherits_nobody_elses_rank_and_number(
    tmp_path: Path, own: str, pangkat: str, nomor_induk: tuple[str, str] | None
) -> None:
    approval = load(tmp_path, FINE + f"pengesahan: {{{own}}}\n", defaults=OFFICIAL).sop.pengesahan
    assert (approval.pangkat, approval.nomor_induk) == (pangkat, nomor_induk)


def test_an_empty_map_keeps_the_defaults_and_an_empty_text_replaces_them(tmp_path: Path) -> None:
    sop = load(tmp_path, FINE + "tampilan:\nunit:\nperingatan:\n", defaults=BUREAU).sop
    assert sop.tampilan.kertas == "F4"
    assert sop.unit == ()
    assert sop.peringatan.butir == ()


@pytest.mark.parametrize("defaults", ["", "# kosong\n"])
def test_an_empty_sopgen_yaml_is_fine(tmp_path: Path, defaults: str) -> None:
    assert load(tmp_path, FINE, defaults=defaults).setelan == Setelan()


def test_settings(tmp_path: Path) -> None:
    text = "pola_nomor: '^SOP-\\d+$'\nwaktu_kerja: {jam_per_hari: 8}\naturan: {preset: ketat, KEG-03: mati}\n"
    assert load(tmp_path, FINE, defaults=text).setelan == Setelan(
        "^SOP-\\d+$", WaktuKerja(jam_per_hari=8.0), "ketat", (("KEG-03", "mati"),)
    )


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("judul: x\n", Code.NOT_IN_DEFAULTS, 1, 1),
        ("unit: a\nabaikan:\n", Code.NOT_IN_DEFAULTS, 2, 1),
        ("pola: x\n", Code.UNKNOWN_KEY, 1, 1),
        ("pola_nomor: '('\n", Code.PATTERN, 1, 13),
        ("waktu_kerja: {jam_per_hari: 30}\n", Code.NUMBER, 1, 29),
        ("aturan: {preset: keras}\n", Code.WRONG_CHOICE, 1, 18),
        ("aturan: {KEG-01: berat}\n", Code.WRONG_CHOICE, 1, 18),
        ("jenis: x\n", Code.WRONG_CHOICE, 1, 8),
        ("unit: a # b\n", Code.COMMENT_CUTS_TEXT, 1, 9),
        ("unit: a: b\n", Code.SYNTAX, 1, 8),
        ("logo: tidak-ada.png\n", Code.LOGO_MISSING, 1, 7),
    ],
)
def test_its_errors_name_its_own_line(tmp_path: Path, text: str, code: Code, line: int, column: int) -> None:
    (found,) = refused(tmp_path, FINE, defaults=text)
    assert found.span is not None
    assert found.code == code
    assert (Path(found.span.file).name, found.span.line, found.span.column) == ("sopgen.yaml", line, column)
    assert found.source_line == text.splitlines()[line - 1]


def test_errors_of_both_files_come_together_the_spec_first(tmp_path: Path) -> None:
    found = refused(tmp_path, FINE + "\nnomer: 1\n", defaults="jenis: x\n")
    assert [(Path(d.span.file).name, d.code) for d in found if d.span] == [
        ("x.sop.yaml", Code.UNKNOWN_KEY),
        ("sopgen.yaml", Code.WRONG_CHOICE),
    ]


def test_the_nearest_file_counts_and_none_above_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    spec = tmp_path / "repo" / "specs" / "a" / "x.sop.yaml"
    spec.parent.mkdir(parents=True)
    (tmp_path / "sopgen.yaml").touch()
    assert find_project(spec) == (tmp_path / "sopgen.yaml", tmp_path)
    (tmp_path / "repo" / ".git").mkdir()
    assert find_project(spec) == (None, tmp_path)
    (tmp_path / "repo" / "sopgen.yaml").touch()
    assert find_project(spec) == (tmp_path / "repo" / "sopgen.yaml", tmp_path / "repo")
    (spec.parent / "sopgen.yaml").touch()
    assert find_project(Path("repo/specs/a/x.sop.yaml")) == (spec.parent / "sopgen.yaml", spec.parent)


def test_paths_are_shown_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "x.sop.yaml").write_text(FINE, encoding="utf-8")
    (tmp_path / "sopgen.yaml").write_text("unit: U\n", encoding="utf-8")
    loaded = load_spec(Path("specs/x.sop.yaml"))
    assert loaded.shown_path == "specs/x.sop.yaml"
    assert (loaded.defaults.path, loaded.defaults_source) == (tmp_path / "sopgen.yaml", b"unit: U\n")
    assert loaded.span(("unit",)).file == "sopgen.yaml"


def test_locate_fills_in_place_line_and_step(tmp_path: Path) -> None:
    loaded = load(tmp_path, FINE, defaults="unit: U\n")
    finding = Diagnostic("X", Severity.WAJIB, Message("a", "b"), Message("c", "d"), path=("kegiatan", 1, "waktu"))
    located = loaded.locate(finding)
    assert located.span is not None
    assert (located.span.line, located.span.column, located.step) == (5, 5, 2)
    assert located.source_line == "  - {uraian: Menulis, pelaksana: b}"
    below = loaded.locate(Diagnostic("X", Severity.WAJIB, Message("a", "b"), Message("c", "d"), path=("unit",)))
    assert below.source_line == "unit: U"
    step = loaded.locate(Diagnostic("X", Severity.WAJIB, Message("a", "b"), Message("c", "d"), step=1))
    assert step.span is not None
    assert step.span.line == 4
    nowhere = loaded.locate(Diagnostic("X", Severity.WAJIB, Message("a", "b"), Message("c", "d")))
    assert nowhere.span is not None
    assert nowhere.span.line == 1
