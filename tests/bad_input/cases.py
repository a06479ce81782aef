"""Specs that are refused, each with what is said of it, and the pieces they are made of."""

# ruff: noqa: E501 - one case a line

from __future__ import annotations

import io
from typing import NamedTuple

from PIL import Image

HEAD = "judul: Judul\npelaksana: {a: Satu, b: Dua, c: Tiga}\nkegiatan:\n"
ONE = "  - {uraian: Membaca, pelaksana: a}\n"
FINE = HEAD + ONE + "  - {uraian: Menulis, pelaksana: b}\n"
LONG = ("kata " * 4000).strip()  # 19,999 letters
WORD = "Pertanggungjawaban" * 17  # over 300 letters


def step(rest: str) -> str:
    return HEAD + f"  - {{uraian: x, pelaksana: a, {rest}}}\n"


def lanes(count: int, paper: str = "A4") -> str:
    names = "".join(f"  p{n}: Pejabat Nomor {n}\n" for n in range(count))
    steps = "".join(f"  - {{uraian: Kerja, pelaksana: p{n}}}\n" for n in range(count))
    return f"judul: J\npelaksana:\n{names}kegiatan:\n{steps}tampilan: {{kertas: {paper}}}\n"


def crowded_overrides() -> str:
    """Five arrows told to pass a symbol of the first lane on its left, where no more than one or two fit."""
    sides = [", ".join(f"{n}: kiri" for n in range(at + 1, at + 6)) for at in range(2, 7)]
    steps = [
        f"  - {{uraian: x, pelaksana: p0, keputusan: {{Ya: {at + 1}, Tidak: {{ke: {at + 6}, rute: {{keluar: kiri, lewat: {{{side}}}}}}}}}}}\n"
        for at, side in enumerate(sides, 2)
    ]
    plain = "  - {uraian: x, pelaksana: p0}\n"
    return lanes(15).split("kegiatan:")[0] + "kegiatan:\n" + plain + "".join(steps) + 7 * plain


def picture(size: tuple[int, int] = (20, 10), kind: str = "PNG") -> bytes:
    file = io.BytesIO()
    Image.effect_mandelbrot(size, (-2, -1, 1, 1), 20).save(file, kind)
    return file.getvalue()


FILES = {
    "kecil.png": picture(),
    "rusak.png": picture()[:-40],
    "rusak.jpg": picture((200, 200), "JPEG")[:-900],
    "berat.png": picture() + bytes(5 * 1024 * 1024),
    "lebar.png": picture((4001, 2)),
    "gambar.svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    "gambar.gif": picture(kind="GIF"),
}


class Bad(NamedTuple):
    """A spec and what is said of it. `marked` is underlined, None where no line can be shown."""

    spec: str | bytes
    code: str
    line: int
    column: int
    marked: str | None
    id: str
    en: str


CASES = {
    "empty file": Bad("", "BACA-02", 1, 1, "", "Berkas kosong", "The file is empty"),
    "blank file": Bad("\n \n", "BACA-02", 1, 1, "", "Berkas kosong", "The file is empty"),
    "binary file": Bad(bytes(range(256)), "BACA-04", 1, 1, None, "bukan teks", "not text"),
    "a PDF": Bad(b"%PDF-1.7\n%\xe2\xe3\n", "BACA-04", 1, 1, None, "berkas PDF", "PDF"),
    "a picture": Bad(FILES["kecil.png"], "BACA-04", 1, 1, None, "gambar PNG", "PNG"),
    "not YAML": Bad("Yth. Bapak\nDengan hormat: kami kirim\n", "BACA-08", 1, 1, "Yth. Bapak", "belum berkunci", "has no key"),
    "an open bracket": Bad("judul: [a\n", "BACA-08", 1, 8, "[", "tidak ditutup", "never closed"),
    "a mere text": Bad("Surat biasa\n", "BACA-21", 1, 1, "Surat biasa", "belum berkas SOP", "no SOP file yet"),
    "tab": Bad("judul: J\npelaksana:\n\ta: A\n", "BACA-09", 3, 1, "    ", "tab", "tab"),
    "UTF-16": Bad(FINE.encode("utf-16"), "BACA-05", 1, 1, None, "UTF-16", "UTF-16"),
    "UTF-16 without a mark": Bad(FINE.encode("utf-16-be"), "BACA-05", 1, 1, None, "UTF-16", "UTF-16"),
    "Windows-1252": Bad("judul: Café b\n".encode("cp1252"), "BACA-05", 1, 11, "\ufffd", "0xE9", "0xE9"),
    "duplicate key": Bad(FINE + "judul: Lain\n", "BACA-14", 6, 1, "judul", "di baris 1", "on line 1"),
    "duplicate key inside": Bad(step("waktu: 1 jam, waktu: 2 jam"), "BACA-14", 4, 45, "waktu", "`waktu`", "`waktu`"),
    "alias bomb": Bad(
        FINE + "dasar_hukum: &a\n  - x\nketerkaitan: &b [*a, *a, *a]\nperingatan: [*b, *b, *b]\n",
        "BACA-10", 6, 14, "&a", "“&”", "“&”",
    ),
    "over 1 MiB": Bad("#" * (1024 * 1024) + "\n" + FINE, "BACA-03", 1, 1, None, "1 MiB", "1 MiB"),
    "deep brackets": Bad(FINE + "nomor: " + "[" * 2000 + "\n", "BACA-13", 6, 20, "[" * 60, "terlalu dalam", "too deep"),
    "deep lists": Bad(
        FINE + "dasar_hukum:\n" + "".join(" " * depth + "-\n" for depth in range(1, 60)),
        "BACA-13", 19, 14, "-", "terlalu dalam", "too deep",
    ),
    "a text for a map": Bad(FINE + "tanggal: besok\n", "BACA-21", 6, 10, "besok", "`besok`", "`besok`"),
    "a map for a text": Bad(FINE + "nomor: {a: b}\n", "BACA-21", 6, 1, "nomor", "`nomor`", "`nomor`"),
    "letters for a number": Bad(FINE + "tampilan: {ukuran_huruf: besar}\n", "BACA-24", 6, 26, "besar", "bukan angka", "not a number"),
    "no such choice": Bad(FINE + "tampilan: {kertas: A5}\n", "BACA-22", 6, 20, "A5", "`A5`", "`A5`"),
    "unknown key": Bad(FINE + "nomer: 1\n", "BACA-18", 6, 1, "nomer", "`nomer`", "`nomer`"),
    "unknown key of a step": Bad(step("simbol: kotak"), "BACA-18", 4, 31, "simbol", "`simbol`", "`simbol`"),
    "no such step": Bad(step("lanjut: 9") + ONE, "BACA-28", 4, 39, "9", "`9` tidak ada", "no step `9`"),
    "no such id": Bad(step("lanjut: periks") + "  - {id: periksa, uraian: y, pelaksana: b}\n", "BACA-28", 4, 39, "periks", "`periks` tidak ada", "no step `periks`"),
    "a branch to nowhere": Bad(step("keputusan: {Ya: 2, Tidak: 7}") + ONE, "BACA-28", 4, 57, "7", "`7` tidak ada", "no step `7`"),
    "no such executor": Bad(HEAD + "  - {uraian: x, pelaksana: d}\n", "BACA-29", 4, 28, "d", "`d`", "`d`"),
    "a step that points at itself": Bad(step("lanjut: 1") + ONE, "BACA-31", 4, 39, "1", "dirinya sendiri", "points at itself"),
    "an unreachable step": Bad(
        step("lanjut: 3") + 2 * ONE, "BACA-32", 5, 5, "{uraian: Membaca, pelaksana: a}", "tidak terjangkau", "cannot be reached",
    ),
    "no way to an end": Bad(
        HEAD + ONE + "  - {uraian: x, pelaksana: a, lanjut: 1}\n",
        "BACA-33", 4, 5, "{uraian: Membaca, pelaksana: a}", "tidak punya jalan ke akhir", "no way to an end",
    ),
    "one branch": Bad(step("keputusan: {Ya: 2}") + ONE, "BACA-34", 4, 31, "keputusan", "1 cabang", "branches is 1"),
    "two branches to one step": Bad(step("keputusan: {Ya: 2, Tidak: 2}") + ONE, "BACA-35", 4, 57, "2", "Dua jalan menuju kegiatan 2", "Two ways lead to step 2"),
    "control character": Bad(FINE + "nomor: a\x07b\n", "BACA-06", 6, 9, "␇", "U+0007", "U+0007"),
    "escaped control character": Bad(FINE + 'nomor: "a\\x1bb"\n', "BACA-06", 6, 8, '"a\\x1bb"', "U+001B", "U+001B"),
    "a zero byte": Bad(FINE + "nomor: a\0b\n", "BACA-04", 1, 1, None, "byte nol", "zero byte"),
    "direction override": Bad(FINE + "nomor: a\u202eb\n", "BACA-07", 6, 9, "<U+202E>", "U+202E", "U+202E"),
    "Arabic": Bad(FINE.replace("{uraian: Membaca", '{uraian: "سلام"'), "GAMBAR-01", 4, 14, '"سلام"', "U+0633 ARABIC LETTER SEEN", "U+0633 ARABIC LETTER SEEN"),
    "Hebrew": Bad(FINE.replace("{uraian: Membaca", '{uraian: "שלום"'), "GAMBAR-01", 4, 14, '"שלום"', "HEBREW LETTER", "HEBREW LETTER"),
    "emoji": Bad(FINE + "nomor: 1 😀\n", "GAMBAR-01", 6, 8, "1 😀", "U+1F600 GRINNING FACE", "U+1F600 GRINNING FACE"),
    "emoji in a step": Bad(HEAD + "  - pelaksana: a\n    uraian: Baca 🔥\n" + ONE, "GAMBAR-01", 5, 13, "Baca 🔥", "U+1F525 FIRE", "U+1F525 FIRE"),
    "emoji in a lane": Bad(FINE.replace("{a: Satu, b: Dua, c: Tiga}", "\n  a: A\n  b: 👍"), "GAMBAR-01", 4, 6, "👍", "U+1F44D THUMBS UP SIGN", "U+1F44D"),
    "Chinese": Bad(FINE + "nomor: 漢\n", "GAMBAR-01", 6, 8, "漢", "U+6F22", "U+6F22"),
    "a cell of 20,000 letters": Bad(HEAD + f"  - uraian: {LONG}\n    pelaksana: a\n", "GAMBAR-02", 4, 13, LONG[:60], "`uraian` ", "`uraian` is "),
    "a remark of 20,000 letters": Bad(
        HEAD + f"  - uraian: x\n    pelaksana: a\n    keterangan: {LONG}\n", "GAMBAR-02", 6, 17, LONG[:60], "`keterangan` ", "`keterangan` is ",
    ),
    "a list of 300 items": Bad(
        HEAD + "  - uraian: x\n    pelaksana: a\n    output:\n" + 300 * "      - berkas\n", "GAMBAR-02", 6, 5, "output", "`output` ", "`output` is ",
    ),
    "a title of 20,000 letters": Bad(FINE.replace("Judul", LONG), "GAMBAR-02", 1, 8, LONG[:60], "judul", "judul"),
    "a number of 20,000 letters": Bad(FINE + f"nomor: {LONG}\n", "GAMBAR-02", 6, 8, LONG[:60], "nomor", "nomor"),
    "an agency of 20,000 letters": Bad(FINE + f"instansi: {LONG}\n", "GAMBAR-02", 6, 11, LONG[:60], "instansi", "instansi"),
    "an office of 20,000 letters": Bad(FINE + f"pengesahan:\n  jabatan: {LONG}\n", "GAMBAR-02", 7, 12, LONG[:60], "jabatan", "jabatan"),
    "a name of 20,000 letters": Bad(FINE + f"pengesahan:\n  nama: {LONG}\n", "GAMBAR-02", 7, 9, LONG[:60], "nama", "nama"),
    "a lane's name of 20,000 letters": Bad(FINE.replace("{a: Satu, b: Dua, c: Tiga}", f"\n  a: A\n  b: {LONG}"), "GAMBAR-02", 4, 6, LONG[:60], "pelaksana", "pelaksana"),
    "a label of 300 letters": Bad(
        step(f"keputusan: {{{WORD}: 2, Tidak: selesai}}") + ONE, "GAMBAR-06", 4, 5, None, "Label cabang pada kegiatan 1", "branch label of step 1",
    ),
    "forty lanes on A4": Bad(lanes(40), "GAMBAR-03", 2, 1, "pelaksana", "40 kolom pelaksana tidak muat pada kertas A4: perlu 381 mm", "40 lanes do not fit the paper A4: 381 mm"),
    "forty lanes on Legal": Bad(lanes(40, "Legal"), "GAMBAR-03", 2, 1, "pelaksana", "kertas Legal", "paper Legal"),
    "forty-one lanes": Bad(lanes(41), "BACA-26", 2, 1, "pelaksana", "41 pelaksana", "41 executors"),
    "an override out of the opening capsule": Bad(step("rute: {keluar: kiri}") + ONE, "GAMBAR-04", 4, 5, None, "SIM-03", "SIM-03"),
    "two overrides by one side": Bad(
        HEAD + ONE + step("keputusan: {Ya: {ke: 3, rute: {keluar: kiri}}, Tidak: {ke: 4, rute: {keluar: kiri}}}").removeprefix(HEAD) + 2 * ONE,
        "GAMBAR-04", 5, 5, None, "PNH-03", "PNH-03",
    ),
    "an override past a step that is not passed": Bad(step("rute: {lewat: {2: kiri}}") + ONE, "BACA-39", 4, 46, "2", "`2`", "`2`"),
    "overrides that crowd": Bad(crowded_overrides(), "GAMBAR-04", 20, 5, None, "PNH-01", "PNH-01"),
    "a missing logo": Bad(FINE + "logo: tiada.png\n", "BACA-40", 6, 7, "tiada.png", "tidak ditemukan", "is missing"),
    "a broken PNG": Bad(FINE + "logo: ../rusak.png\n", "BACA-44", 6, 7, "../rusak.png", "rusak", "broken"),
    "a broken JPEG": Bad(FINE + "logo: ../rusak.jpg\n", "BACA-44", 6, 7, "../rusak.jpg", "rusak", "broken"),
    "a logo over 5 MB": Bad(FINE + "logo: ../berat.png\n", "BACA-42", 6, 7, "../berat.png", "5 MB", "5 MB"),
    "a logo over 4,000 px": Bad(FINE + "logo: ../lebar.png\n", "BACA-42", 6, 7, "../lebar.png", "4001 × 2", "4001 × 2"),
    "an SVG logo": Bad(FINE + "logo: ../gambar.svg\n", "BACA-43", 6, 7, "../gambar.svg", "adalah SVG", "SVG"),
    "a GIF logo": Bad(FINE + "logo: ../gambar.gif\n", "BACA-43", 6, 7, "../gambar.gif", "bukan PNG atau JPEG", "not PNG or JPEG"),
    "a logo outside the project": Bad(FINE + "logo: ../../luar.png\n", "BACA-41", 6, 7, "../../luar.png", "di luar proyek", "outside the project"),
    "a logo outside through a link": Bad(FINE + "logo: ../tautan.png\n", "BACA-41", 6, 7, "../tautan.png", "di luar proyek", "outside the project"),
    "no such date": Bad(FINE + "tanggal: {efektif: 2018-02-30}\n", "BACA-23", 6, 20, "2018-02-30", "tidak ada", "does not exist"),
}  # fmt: skip
