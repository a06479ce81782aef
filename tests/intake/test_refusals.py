"""Every kind of refusal: its code, its line and column, what the caret underlines, the value it names."""

# ruff: noqa: E501 - one case a line

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.intake.codes import TITLES, Code
from tests.intake.small_specs import FINE, HEAD, ONE, caret, places, refused

WORDS = f"{'kata ' * 99_999}kata"

# name: (text, code, line, column, underlined, named in the message)
ALONE: dict[str, tuple[str, Code, int, int, str, str]] = {
    "alias": (FINE + "nomor: *catatan\n", Code.SPECIAL_SIGN, 6, 8, "*catatan", "*"),
    "footnote star": (FINE + "nomor: *) catatan\n", Code.SPECIAL_SIGN, 6, 9, ")", "*"),
    "anchor": (FINE + "nomor: &x y\n", Code.SPECIAL_SIGN, 6, 8, "&x y", "&"),
    "tag": (FINE + "nomor: !penting y\n", Code.SPECIAL_SIGN, 6, 8, "!penting y", "!"),
    "standard tag": (FINE + "nomor: !!str y\n", Code.SPECIAL_SIGN, 6, 8, "!!str y", "!"),
    "per cent": (FINE + "nomor: %5 y\n", Code.SPECIAL_SIGN, 6, 8, "%", "%"),
    "at": (FINE + "nomor: @y\n", Code.SPECIAL_SIGN, 6, 8, "@", "@"),
    "backtick": (FINE + "nomor: `y`\n", Code.SPECIAL_SIGN, 6, 8, "`", "`"),
    "directive": ("%YAML 1.2\n---\n" + FINE, Code.SPECIAL_SIGN, 1, 1, "%YAML 1.2", "%"),
    "tab": ("judul: J\npelaksana:\n\ta: A\n", Code.TAB, 3, 1, "\t", "tab"),
    "colon in a text": (FINE + "nomor: a: b\n", Code.SYNTAX, 6, 9, ":", "titik dua"),
    "bare dash": (FINE + "nomor: -\n", Code.SYNTAX, 6, 8, "-", "-"),
    "text behind >": (FINE + "nomor: > 5 orang\n", Code.SYNTAX, 6, 10, "5", ">"),
    "open quote": (FINE + 'nomor: "abc\n', Code.SYNTAX, 6, 8, '"', "kutip"),
    "text behind quote": (FINE + 'nomor: "abc" def\n', Code.SYNTAX, 6, 14, "d", "kutip penutup"),
    "apostrophe": (FINE + "nomor: 'Jum'at\n", Code.SYNTAX, 6, 13, "a", "kutip penutup"),
    "bad indentation": (FINE + "tanggal:\n   revisi:\n  efektif:\n", Code.SYNTAX, 8, 3, "efektif", "menjorok"),
    "backslash": (FINE + 'nomor: "a\\d"\n', Code.SYNTAX, 6, 10, "\\", "\\"),
    "open list": (FINE + "nomor: [a\n", Code.SYNTAX, 6, 8, "[", "`[`"),
    "text behind a bracket": (FINE + "nomor: [a] b\n", Code.SYNTAX, 6, 12, "b", "kurung penutup"),
    "no comma": (HEAD + "  - {uraian: x, pelaksana: [a, b: c d: e]}\n", Code.SYNTAX, 4, 38, ":", "`[ … ]`"),
    "two documents": (FINE + "---\na: b\n", Code.SEVERAL_DOCUMENTS, 6, 1, "---", "dokumen"),
    "merge key": (FINE + "tanggal: {<<: x}\n", Code.MERGE_KEY, 6, 11, "<<", "<<"),
    "complex key": (FINE + "? [a]\n: b\n", Code.KEY_NOT_TEXT, 6, 3, "[a]", "kunci"),
    "duplicate key": (FINE + "nomor: 1\nnomor: 2\n", Code.DUPLICATE_KEY, 7, 1, "nomor", "nomor"),
    "flow list of texts": (FINE + "instansi: [a, b]\n", Code.FLOW_LIST_OF_TEXTS, 6, 11, "[a, b]", "`a`"),
    "unknown key": (FINE + "nomer: 1\n", Code.UNKNOWN_KEY, 6, 1, "nomer", "nomer"),
    "key of sopgen.yaml": (FINE + "pola_nomor: x\n", Code.UNKNOWN_KEY, 6, 1, "pola_nomor", "pola_nomor"),
    "unknown label": (FINE + "tampilan: {label: {judl: x}}\n", Code.UNKNOWN_KEY, 6, 20, "judl", "judl"),
    "simbol": (HEAD + "  - {uraian: x, pelaksana: a, simbol: kotak}\n", Code.UNKNOWN_KEY, 4, 31, "simbol", "simbol"),
    "list for a text": (FINE + "nomor: [a]\n", Code.WRONG_TYPE, 6, 1, "nomor", "nomor"),
    "map for a text": (FINE + "peringatan: {a: b}\n", Code.WRONG_TYPE, 6, 1, "peringatan", "peringatan"),
    "text for a map": (FINE + "tanggal: x\n", Code.WRONG_TYPE, 6, 10, "x", "`x`"),
    "text for a list": (FINE + "abaikan: y\n", Code.WRONG_TYPE, 6, 10, "y", "`y`"),
    "a mere text": ("halo", Code.WRONG_TYPE, 1, 1, "halo", "berkas sop"),
    "a mere list": ("- a\n", Code.WRONG_TYPE, 1, 1, "- a", "berkas"),
    "choice": (FINE + "jenis: teknik\n", Code.WRONG_CHOICE, 6, 8, "teknik", "teknik"),
    "boolean": (FINE + "tim: yes\n", Code.WRONG_CHOICE, 6, 6, "yes", "yes"),
    "colour": (FINE + 'tampilan: {warna_kepala: "merah"}\n', Code.WRONG_CHOICE, 6, 26, '"merah"', "merah"),
    "NIP and NRP": (FINE + "pengesahan: {nomor_induk: {NIP: 1, NRP: 2}}\n", Code.WRONG_CHOICE, 6, 14, "nomor_induk", "NRP"),
    "no such date": (FINE + "tanggal: {revisi: 2018-02-30}\n", Code.DATE, 6, 19, "2018-02-30", "2018-02-30"),
    "other date": (FINE + "tanggal: {revisi: 15/10/2018}\n", Code.DATE, 6, 19, "15/10/2018", "15/10/2018"),
    "number": (FINE + "tampilan: {ukuran_huruf: besar}\n", Code.NUMBER, 6, 26, "besar", "besar"),
    "number too large": (FINE + "tampilan: {ukuran_huruf: 900}\n", Code.NUMBER, 6, 26, "900", "900"),
    "no judul": (FINE.replace("judul: Judul\n", ""), Code.MISSING, 1, 1, "pelaksana: {a: Satu, b: Dua, c: Tiga}", "judul"),
    "empty judul": (FINE.replace("Judul", ""), Code.MISSING, 1, 1, "judul", "judul"),
    "no steps": (HEAD.replace("kegiatan:", "kegiatan: []"), Code.MISSING, 3, 1, "kegiatan", "kegiatan"),
    "step without executor": (HEAD + "  - uraian: x\n", Code.MISSING, 4, 5, "uraian: x", "pelaksana"),
    "empty branch": (HEAD + "  - {uraian: x, pelaksana: a, keputusan: {Ya: selesai, Tidak}}\n", Code.MISSING, 4, 56, "Tidak", "Tidak"),
    "id of digits": (HEAD + "  - {uraian: x, pelaksana: a, id: 12}\n", Code.STEP_ID, 4, 35, "12", "12"),
    "id selesai": (HEAD + "  - {uraian: x, pelaksana: a, id: selesai}\n", Code.STEP_ID, 4, 35, "selesai", "selesai"),
    "id twice": (
        HEAD + "  - {uraian: x, pelaksana: a, id: p}\n  - {uraian: x, pelaksana: a, id: p}\n",
        Code.STEP_ID, 5, 35, "p", "`p`",
    ),
    "step out of range": (HEAD + "  - {uraian: x, pelaksana: a, lanjut: 12}\n", Code.UNKNOWN_STEP, 4, 39, "12", "12"),
    "step zero": (HEAD + "  - {uraian: x, pelaksana: a, lanjut: 0}\n", Code.UNKNOWN_STEP, 4, 39, "0", "`0`"),
    "accepted step unknown": (
        FINE + "abaikan: [{aturan: X, alasan: y, kegiatan: 7}]\n", Code.UNKNOWN_STEP, 6, 44, "7", "`7`",
    ),
    "unknown executor": (HEAD + "  - {uraian: x, pelaksana: z}\n", Code.UNKNOWN_EXECUTOR, 4, 28, "z", "`z`"),
    "executor twice": (HEAD + "  - {uraian: x, pelaksana: [a, a]}\n", Code.EXECUTOR_TWICE, 4, 32, "a", "`a`"),
    "self": (HEAD + "  - {uraian: x, pelaksana: a, lanjut: 1}\n", Code.SELF_TARGET, 4, 39, "1", "1"),
    "unreachable": (
        HEAD + "  - {uraian: x, pelaksana: a, lanjut: 4}\n" + 3 * ONE,
        Code.UNREACHABLE, 5, 5, "{uraian: Membaca, pelaksana: a}", "2, 3",
    ),
    "no way to an end": (
        HEAD + ONE + "  - {uraian: x, pelaksana: a, lanjut: 1}\n",
        Code.NO_END, 4, 5, "{uraian: Membaca, pelaksana: a}", "1, 2",
    ),
    "one branch": (HEAD + "  - {uraian: x, pelaksana: a, keputusan: {Ya: selesai}}\n", Code.BRANCH_COUNT, 4, 31, "keputusan", "1"),
    "no branch": (HEAD + "  - {uraian: x, pelaksana: a, keputusan: {}}\n", Code.BRANCH_COUNT, 4, 31, "keputusan", "0"),
    "four branches": (
        HEAD + "  - {uraian: x, pelaksana: a, keputusan: {A: 2, B: 3, C: 4, D: selesai}}\n" + 3 * ONE,
        Code.BRANCH_COUNT, 4, 31, "keputusan", "4",
    ),
    "one parallel target": (HEAD + "  - {uraian: x, pelaksana: a, lanjut: [2]}\n" + ONE, Code.BRANCH_COUNT, 4, 31, "lanjut", "1"),
    "one target twice": (
        HEAD + "  - {uraian: x, pelaksana: a, keputusan: {Ya: 2, Tidak: 2}}\n" + ONE,
        Code.ONE_TARGET_TWICE, 4, 57, "2", "2",
    ),
    "selesai twice": (
        HEAD + "  - {uraian: x, pelaksana: a, keputusan: {Ya: selesai, Tidak: selesai}}\n",
        Code.ONE_TARGET_TWICE, 4, 63, "selesai", "selesai",
    ),
    "parallel target twice, by id": (
        HEAD + "  - {uraian: x, pelaksana: a, lanjut: [2, p]}\n  - {id: p, uraian: x, pelaksana: a}\n",
        Code.ONE_TARGET_TWICE, 4, 43, "p", "2",
    ),
    "last never ends": (
        HEAD + "  - {uraian: x, pelaksana: a, lanjut: [2, 3]}\n" + ONE
        + "  - {uraian: x, pelaksana: a, keputusan: {Ya: 1, Tidak: 2}}\n",
        Code.LAST_STEP_NEVER_ENDS, 6, 31, "keputusan", "3",
    ),
    "decision with next": (
        HEAD + "  - {uraian: x, pelaksana: a, keputusan: {Ya: 2, Tidak: selesai}, lanjut: 2}\n" + ONE,
        Code.DECISION_WITH_NEXT, 4, 67, "lanjut", "lanjut",
    ),
    "empty label": (
        HEAD + '  - {uraian: x, pelaksana: a, keputusan: {"": 2, Tidak: selesai}}\n' + ONE, Code.LABEL, 4, 43, '""', "kosong",
    ),
    "label twice": (
        HEAD + "  - {uraian: x, pelaksana: a, keputusan: {Ya: 2, 'Ya ': selesai}}\n" + ONE, Code.LABEL, 4, 50, "'Ya '", "Ya",
    ),
    "lewat not between": (
        HEAD + "  - {uraian: x, pelaksana: a, rute: {lewat: {2: kiri}}}\n" + ONE, Code.ROUTE, 4, 46, "2", "`2`",
    ),
    "lewat unknown": (
        HEAD + "  - {uraian: x, pelaksana: a, rute: {lewat: {9: kiri}}}\n" + ONE, Code.UNKNOWN_STEP, 4, 46, "9", "`9`",
    ),
    "rute beside branches": (
        HEAD + "  - {uraian: x, pelaksana: a, rute: {keluar: kiri}, keputusan: {Ya: 2, Tidak: selesai}}\n" + ONE,
        Code.ROUTE, 4, 31, "rute", "rute",
    ),
    "control character": (FINE + "nomor: a\x07b\n", Code.CONTROL, 6, 9, "\x07", "U+0007"),
    "escaped control character": (FINE + 'nomor: "a\\x07b"\n', Code.CONTROL, 6, 8, '"a\\x07b"', "U+0007"),
    "direction character": (FINE + "nomor: a\u202eb\n", Code.BIDI, 6, 9, "\u202e", "U+202E"),
    "escaped direction character": (FINE + 'nomor: "a\\u202Eb"\n', Code.BIDI, 6, 8, '"a\\u202Eb"', "U+202E"),
    "deep": ("a: " + "[" * 100_000, Code.TOO_DEEP, 1, 16, "[" * 99_988, "dalam"),
    "deep keys": ("? " * 100_000, Code.TOO_DEEP, 1, 27, "? " * 99_986 + "?", "dalam"),
    "only comments": ("# x\n", Code.EMPTY, 1, 1, "#", "kosong"),
    "empty": ("", Code.EMPTY, 1, 1, "", "kosong"),
    "many lanes": (
        "judul: J\npelaksana: {" + ", ".join(f"p{n}: P" for n in range(41)) + "}\n"
        "kegiatan: [{uraian: x, pelaksana: p0}]\n",
        Code.TOO_MANY, 2, 1, "pelaksana", "41",
    ),
    "many steps": (HEAD + 1001 * ONE, Code.TOO_MANY, 3, 1, "kegiatan", "1001"),
    "many items": (FINE + "dasar_hukum:\n" + 10_000 * "  - UU\n", Code.TOO_MANY, 6, 1, "dasar_hukum", "10000 butir"),
    "many items of a step": (
        HEAD + "  - uraian: x\n    pelaksana: a\n    output:\n" + 1001 * "      - a\n",
        Code.TOO_MANY, 6, 5, "output", "1001 butir",
    ),
    "a text without a blank": (FINE + f"nomor: {'x' * 1_000_000}\n", Code.TOO_LONG, 6, 8, "x" * 1_000_000, "1000000"),
    "a text of many words": (FINE + f"nomor: {'kata ' * 99_999}kata\n", Code.TOO_LONG, 6, 8, WORDS, "499999 huruf"),
    "an id without a blank": (
        HEAD + f"  - {{uraian: x, pelaksana: a, id: {'x' * 20_001}}}\n", Code.TOO_LONG, 4, 35, "x" * 20_001, "20001 huruf",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", ALONE)
def test_is_refused_for_one_reason(tmp_path: Path, case: str) -> None:
    text, code, line, column, underlined, named = ALONE[case]
    found = refused(tmp_path, text)
    assert places(found) == [(code.value, line, column)]
    assert caret(found[0]) == underlined
    assert named.lower() in found[0].message.id.lower()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (FINE.encode("utf-16"), Code.ENCODING),
        (FINE.encode("utf-16-le"), Code.ENCODING),
        (FINE.encode("utf-16-be"), Code.ENCODING),
        (b"PK\x03\x04xx", Code.BINARY),
        (b"%PDF-1.7\n", Code.BINARY),
        (b"judul: \x00\x01\n", Code.BINARY),
        (b"#" * (1024 * 1024 + 1), Code.TOO_LARGE),
    ],
)
def test_is_no_text(tmp_path: Path, data: bytes, code: Code) -> None:
    assert places(refused(tmp_path, data)) == [(code.value, 1, 1)]


def test_a_byte_of_another_encoding_is_pointed_at(tmp_path: Path) -> None:
    (found,) = refused(tmp_path, "nomor: é\njudul: café sore\n".encode().replace("é s".encode(), b"\xe9 s"))
    assert (found.code, found.span.line, found.span.column) == (Code.ENCODING, 2, 11)
    assert found.source_line == "judul: caf\ufffd sore"


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    from sopgen.diagnostics import Refusal
    from sopgen.intake import load_spec

    for path in (tmp_path / "tidak-ada.yaml", tmp_path):
        with pytest.raises(Refusal) as caught:
            load_spec(path)
        assert [d.code for d in caught.value.diagnostics] == [Code.UNREADABLE]


def test_all_errors_come_together_in_file_order(tmp_path: Path) -> None:
    text = (
        "nomer: 1\n" + HEAD + "  - {uraian: x, pelaksana: z, lanjut: perik}\n  - {id: periksa, uraian: x}\njenis: x\n"
    )
    found = refused(tmp_path, text)
    assert places(found) == [
        (Code.UNKNOWN_KEY, 1, 1),
        (Code.UNKNOWN_EXECUTOR, 5, 28),
        (Code.UNKNOWN_STEP, 5, 39),
        (Code.MISSING, 6, 5),
        (Code.WRONG_CHOICE, 7, 8),
    ]
    assert [d.step for d in found] == [None, 1, 1, 2, None]
    assert "`periksa`" in found[2].remedy.id
    assert "`nomor`" in found[0].remedy.id


def test_a_dangling_target_raises_no_false_alarm_about_reachability(tmp_path: Path) -> None:
    text = HEAD + "  - {uraian: x, pelaksana: a, lanjut: tiga}\n" + 2 * ONE
    assert [d.code for d in refused(tmp_path, text)] == [Code.UNKNOWN_STEP]


def test_a_syntax_error_comes_alone(tmp_path: Path) -> None:
    assert [d.code for d in refused(tmp_path, "nomer: 1\njenis: x\nunit: a: b\n")] == [Code.SYNTAX]


def test_an_alias_bomb_is_cut_short(tmp_path: Path) -> None:
    found = refused(tmp_path, "a: &a [x]\nb: [" + "*a," * 100_000 + "]\n")
    assert {d.code for d in found} == {Code.SPECIAL_SIGN}
    assert len(found) == 20


def test_a_thoroughly_wrong_file_says_that_there_is_more(tmp_path: Path) -> None:
    found = refused(tmp_path, FINE + "".join(f"k{n}: 1\n" for n in range(3000)))
    assert len(found) == 201
    assert found[-1].code == Code.MORE_ERRORS


def test_a_list_of_executors_as_a_text_is_explained(tmp_path: Path) -> None:
    (found,) = refused(tmp_path, HEAD + "  - uraian: x\n    pelaksana: a, b\n")
    assert "[a, b]" in found.remedy.en


def test_every_code_has_its_title_in_both_languages() -> None:
    assert set(TITLES) == set(Code)
    assert [code.value for code in Code] == [f"BACA-{n:02}" for n in range(1, len(Code) + 1)]
    for title in TITLES.values():
        assert title.id != title.en


@pytest.mark.parametrize(
    ("text", "key", "remedy"),
    [
        ("judul:\npelaksana: {a: A}\nkegiatan:\n" + ONE, "judul", "Isi `judul: …`."),
        ("judul: ''\npelaksana: {a: A}\nkegiatan:\n" + ONE, "judul", "Isi `judul: …`."),
        ("judul: J\npelaksana: {a: A}\nkegiatan:\n", "kegiatan", "Isi `kegiatan: …`."),
        ("judul: J\npelaksana: {}\nkegiatan: []\n", "pelaksana", "Isi `pelaksana: …`."),
        (HEAD + "  - {uraian: , pelaksana: a}\n", "uraian", "Isi `uraian: …`."),
        ("pelaksana: {a: A}\nkegiatan:\n" + ONE, "judul", "Tambahkan `judul: …`."),
        (HEAD + "  - {pelaksana: a}\n", "uraian", "Tambahkan `uraian: …`."),
        (HEAD + "  -\n", "uraian", "Tambahkan `uraian: …`."),
    ],
)
def test_what_stands_there_empty_is_to_be_filled_in_not_added(tmp_path: Path, text: str, key: str, remedy: str) -> None:
    found = next(each for each in refused(tmp_path, text) if f"`{key}`" in each.message.id)
    assert found.code == Code.MISSING
    assert found.remedy.id == remedy
    assert found.remedy.en == remedy.replace("Isi ", "Fill in ").replace("Tambahkan ", "Add ")


@pytest.mark.parametrize(
    ("branches", "codes"),
    [
        ("{Ya: 2, Tidak: 1}", [Code.LAST_STEP_NEVER_ENDS, Code.SELF_TARGET]),
        ("{Ya: 2, Tidak: 2}", [Code.LAST_STEP_NEVER_ENDS, Code.SELF_TARGET, Code.SELF_TARGET]),
        ("{Ya: 2}", [Code.BRANCH_COUNT, Code.LAST_STEP_NEVER_ENDS, Code.SELF_TARGET]),
        ("{Ya: 2, Tidak: selesai}", [Code.SELF_TARGET]),
        ("{Ya: 2, Tidak: 9}", [Code.SELF_TARGET, Code.UNKNOWN_STEP]),
    ],
)
def test_a_step_that_points_at_itself_hides_no_other_fault_of_its_own(
    tmp_path: Path, branches: str, codes: list[Code]
) -> None:
    text = HEAD + ONE + f"  - {{uraian: y, pelaksana: a, keputusan: {branches}}}\n"
    assert [each.code for each in refused(tmp_path, text)] == codes
