from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from sopgen import pipeline

OLD = """judul: Menata <Arsip>
unit: Bagian Umum
tanggal: {efektif: 2025-03-10}
pelaksana: {staf: Staf, kabag: Kepala Bagian}
kegiatan:
  - {uraian: Mencatat surat dalam buku agenda, pelaksana: staf, waktu: 5 menit, output: Surat tercatat}
  - id: periksa
    uraian: Memeriksa surat. Jika tidak lengkap, mengembalikannya kepada Staf
    pelaksana: kabag
    keputusan: {Lengkap: simpan, Tidak: 1}
  - {id: simpan, uraian: Menyimpan surat, pelaksana: staf, waktu: 10 menit, output: Arsip}
"""
NEW = (
    OLD.replace("5 menit", "15 menit")
    .replace("Tidak: 1", "Tidak: 2")
    .replace("  - id: periksa", "  - {uraian: Melapor, pelaksana: staf}\n  - id: periksa")
    .replace("Menata", "Menata Ulang")
)


@pytest.fixture
def both(write: Callable[..., Path]) -> None:
    write("sopgen.yaml", "instansi: Instansi Contoh\n")
    write("specs/lama.sop.yaml", OLD)
    write("specs/baru.sop.yaml", NEW)


@pytest.mark.usefixtures("both")
def test_every_change_is_told_with_its_place_and_class(sopgen: Callable[..., Any]) -> None:
    outcome = sopgen("diff", "specs/lama.sop.yaml", "specs/baru.sop.yaml")
    assert outcome.code == 0
    assert outcome.out == (
        "specs/lama.sop.yaml → specs/baru.sop.yaml: perubahan 4: alur 2, mutu baku 1, identitas 1\n"
        "\n"
        "  1 ≠ IDENTITAS: baris Judul SOP\n"
        "      semula : Menata <Arsip>\n"
        "      menjadi: Menata {+Ulang +}<Arsip>\n"
        "\n"
        "  2 ≠ MUTU BAKU: langkah 1, kolom Waktu\n"
        "      semula : [-5-] menit\n"
        "      menjadi: {+15+} menit\n"
        "\n"
        "  3 + ALUR: langkah 2 baru\n"
        "      menjadi: {+Melapor (Staf)+}\n"
        "      Akibatnya: langkah 1, langkah berikutnya: ke langkah 2 (Staf)\n"
        "\n"
        "  4 ≠ ALUR: langkah 3, cabang Tidak\n"
        "      semula : kembali ke langkah [-1-] (Staf)\n"
        "      menjadi: kembali ke langkah {+2+} (Staf)\n"
        "      Lihat nomor 3\n"
        "\n"
        "Tidak dihitung: 1 perpindahan letak (lihat dengan --letak)\n"
    )
    english = sopgen("diff", "specs/lama.sop.yaml", "specs/baru.sop.yaml", "--letak", "--lang", "en").out
    assert "  5 ≠ LETAK: steps 3–4\n      before: steps [-2–3-]\n      after : steps {+3–4+}\n" in english


@pytest.mark.usefixtures("both")
def test_as_data(sopgen: Callable[..., Any]) -> None:
    told = json.loads(sopgen("diff", "specs/lama.sop.yaml", "specs/baru.sop.yaml", "--format", "json").out)
    assert told["counts"] == {"alur": 2, "mutu baku": 1, "identitas": 1}
    third = told["changes"][2]
    assert (third["class"], third["kind"], third["new"]["step"]) == ("alur", "added", 2)
    assert third["after"]["value"]["uraian"] == {"teks": "Melapor", "butir": []}
    assert third["consequences"][0]["new"] == {"step": 1, "path": ["kegiatan", 0, "arah", 0, "ke"]}
    assert told["changes"][3]["cause"] == 3


@pytest.mark.usefixtures("both")
def test_as_a_page(sopgen: Callable[..., Any], project: Path) -> None:
    arguments = ("diff", "specs/lama.sop.yaml", "specs/baru.sop.yaml", "--format", "html", "-o", "ubah.html")
    assert sopgen(*arguments).out == "ubah.html\n"
    page = (project / "ubah.html").read_text(encoding="utf-8")
    assert "<td>Menata <ins>Ulang </ins>&lt;Arsip&gt;</td>" in page
    assert "<del>5</del> menit" in page
    assert sopgen(*arguments).code == 0


@pytest.mark.usefixtures("both")
@pytest.mark.parametrize("form", ["xlsx", "docx", "pdf"])
def test_as_a_sheet_of_changes(sopgen: Callable[..., Any], project: Path, form: str) -> None:
    arguments = ("diff", "specs/lama.sop.yaml", "specs/baru.sop.yaml", "--format", form)
    assert sopgen(*arguments).out == f"output/baru.perubahan.{form}\n"
    written = project / f"output/baru.perubahan.{form}"
    before = written.read_bytes()
    assert sopgen(*arguments).code == 0
    assert written.read_bytes() == before
    written.write_bytes(b"tulisan tangan")
    assert sopgen(*arguments).code == 1
    assert sopgen("diff", "specs/lama.sop.yaml", "specs/baru.sop.yaml", "--format", form, "--force").code == 0


@pytest.mark.usefixtures("both")
@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_only_a_list_of_changes_is_overwritten(
    sopgen: Callable[..., Any], write: Callable[..., Path], form: str
) -> None:
    note = write("catatan.txt", "penting\n")
    arguments = ("diff", "specs/lama.sop.yaml", "specs/baru.sop.yaml", "--format", form, "-o", "catatan.txt")
    assert sopgen(*arguments).code == 1
    assert note.read_text(encoding="utf-8") == "penting\n"
    assert sopgen(*arguments, "--force").code == 0
    assert sopgen(*arguments).code == 0


@pytest.mark.usefixtures("both")
def test_the_workbook_shows_what_it_says_and_repeats_one_head_a_sheet(
    sopgen: Callable[..., Any], write: Callable[..., Path]
) -> None:
    write("specs/lain.sop.yaml", OLD.replace("Bagian Umum", "Sekretariat").replace("5 menit", "15 menit"))
    assert sopgen("diff", "specs/lama.sop.yaml", "specs/lain.sop.yaml", "--format", "xlsx", "-o", "a.xlsx").code == 0
    book = load_workbook("a.xlsx")
    assert book.sheetnames == ["Lembar perubahan", "Riwayat"]
    cells = {cell.value: cell for row in book["Lembar perubahan"].iter_rows() for cell in row}
    # all of these texts is new, or gone: no rich text tells it
    new, old = cells["Sekretariat"], cells["Bagian Umum"]
    assert (new.font.b, new.font.u, old.font.strike) == (True, "single", True)
    assert cells["MUTU BAKU"].alignment.vertical == "center"


@pytest.mark.usefixtures("both")
def test_finished_documents_and_forms_are_compared_by_what_they_say(sopgen: Callable[..., Any], project: Path) -> None:
    loaded = pipeline.load(Path("specs/lama.sop.yaml"))
    document = pipeline.lay_out(loaded)
    for suffix in ("pdf", "xlsx"):
        Path(f"lama.{suffix}").write_bytes(pipeline.render_document(document, suffix))
    (project / "lama.form.xlsx").write_bytes(pipeline.render_form_of(Path("specs/lama.sop.yaml")))
    for name in ("lama.pdf", "lama.xlsx", "lama.form.xlsx"):
        assert "tidak ada perubahan isi" in sopgen("diff", name, "specs/lama.sop.yaml").out, name
        assert "perubahan 4: alur 2" in sopgen("diff", name, "specs/baru.sop.yaml").out, name
    Path("tanpa.pdf").write_bytes(b"%PDF-1.7\n")
    outcome = sopgen("diff", "tanpa.pdf", "specs/baru.sop.yaml")
    assert (outcome.code, outcome.out) == (1, "")
    assert "tanpa.pdf" in outcome.err


@pytest.mark.usefixtures("both")
def test_a_git_revision_with_its_own_defaults(
    sopgen: Callable[..., Any], write: Callable[..., Path], require_tool: Callable[[str], str], project: Path
) -> None:
    def git(*arguments: str) -> None:
        who = ("-c", "user.name=Uji", "-c", "user.email=uji@example.org", "-c", "commit.gpgsign=false")
        subprocess.run([require_tool("git"), *who, *arguments], cwd=project, check=True, capture_output=True)

    git("init")
    git("add", ".")
    git("commit", "-m", "Satu")
    write("sopgen.yaml", "instansi: Instansi Lain\n")
    write("specs/lama.sop.yaml", NEW)
    told = sopgen("diff", "HEAD:specs/lama.sop.yaml", "specs/lama.sop.yaml").out
    assert told.startswith("HEAD:specs/lama.sop.yaml → specs/lama.sop.yaml: perubahan 5: alur 2")
    assert "semula : Instansi [-Contoh-]" in told
    (project / "a.form.xlsx").write_bytes(pipeline.render_form_of(Path("specs/baru.sop.yaml")))
    document = pipeline.lay_out(pipeline.load(Path("specs/baru.sop.yaml")))
    for suffix in ("pdf", "xlsx"):
        Path(f"a.{suffix}").write_bytes(pipeline.render_document(document, suffix))
    git("add", ".")
    git("commit", "-m", "Dua")
    for name in ("a.form.xlsx", "a.pdf", "a.xlsx"):
        Path(name).unlink()  # what is there no more is read from the revision
        outcome = sopgen("diff", f"HEAD:{name}", "specs/baru.sop.yaml")
        assert (outcome.code, "tidak ada perubahan isi" in outcome.out) == (0, True), name
        assert "perubahan 5: alur 2" in sopgen("diff", "HEAD~1:specs/lama.sop.yaml", f"HEAD:{name}").out, name
    assert sopgen("diff", "HEAD:specs/hilang.sop.yaml", "specs/lama.sop.yaml").code == 2
    assert sopgen("diff", "tiada:specs/lama.sop.yaml", "specs/lama.sop.yaml").code == 2


@pytest.mark.usefixtures("both")
def test_what_is_refused_or_missing(sopgen: Callable[..., Any], write: Callable[..., Path]) -> None:
    write("rusak.sop.yaml", "judul: [")
    assert sopgen("diff", "rusak.sop.yaml", "specs/baru.sop.yaml").code == 1
    assert sopgen("diff", "tiada.sop.yaml", "specs/baru.sop.yaml").code == 2
    assert sopgen("diff", "specs/baru.sop.yaml").code == 2
