"""Files that only some commands read: filled forms, issued documents, baselines, a bureau's defaults, questions."""

# ruff: noqa: E501 - lists of values

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from benchmarks.hostile_files import crowds, drawings, forms, markup, packages, pdfs, specs
from benchmarks.hostile_files.asking import ASK
from benchmarks.hostile_files.making import SPEC, Bases, Command, Made, Rng, flip

SERVICE = (
    SPEC
    + """sifat: pelayanan
pelayanan:
  biaya: gratis
  produk: Kartu
  persyaratan:
    - Kartu tanda penduduk
  pengaduan: Loket
  jangka_waktu: 1 hari
"""
)
_REVISE: Command = ("revise", "specs/a.sop.yaml", "--tanggal", "1-2-2027", "--alasan", "Evaluasi")


def _plain(folder: Path, text: str = SPEC) -> None:
    (folder / "specs").mkdir(exist_ok=True)
    (folder / "specs/a.sop.yaml").write_text(text, encoding="utf-8")


def _file(rng: Rng, bases: Bases, folder: Path, suffixes: tuple[str, ...]) -> tuple[str, Path]:
    """A spoilt file of one of these kinds, by the makers of the other kinds of seeds."""
    makers: dict[str, tuple[Callable[[Rng, Path, Bases], Made], ...]] = {
        ".pdf": (pdfs.make, drawings.make, crowds.make),
        ".xlsx": (packages.make, markup.make, drawings.make),
        ".form.xlsx": (forms.make,),
    }
    while True:
        suffix = rng.choice(suffixes)
        place = folder / "bahan"
        place.mkdir(exist_ok=True)
        made = rng.choice(makers[suffix])(rng, place, bases)
        found = place / f"berkas{suffix}"
        if found.exists():
            target = folder / found.name
            found.replace(target)
            return made.how, target


def make_filled(rng: Rng, folder: Path, bases: Bases) -> Made:
    """A form of monitoring or evaluation as it comes back."""
    _plain(folder)
    how, data = _filled(rng, bases.filled)
    (folder / "isian.xlsx").write_bytes(data)
    commands: tuple[Command, ...] = (
        ("monev", "--baca", "isian.xlsx"),
        ("index", "--monev", "isian.xlsx"),
        ("monev", "--baca", "isian.xlsx", "--lembar", "kalender", "specs"),
        ("monev", "--baca", "isian.xlsx", "--lembar", "berita-acara", "--usulkan", "specs"),
    )
    return Made(how, tuple(rng.sample(commands, 2)))


def _filled(rng: Rng, base: bytes) -> tuple[str, bytes]:
    from openpyxl import load_workbook

    match rng.randrange(4):
        case 0:
            return "spoilt package", flip(rng, base)
        case 1:
            parts = packages.unpack(base)
            name = rng.choice([name for name in parts if name.endswith(".xml")])
            parts[name] = markup.spoil(rng, parts[name])
            return f"spoilt XML in {name}", packages.pack(parts)
        case _:
            book = load_workbook(BytesIO(base))
            how, fill = rng.choice(
                (("odd cells", forms.put_anywhere), ("many rows", _more_rows), ("odd cells", forms.put_anywhere))
            )
            fill(rng, book)
            target = BytesIO()
            book.save(target)
            return how, target.getvalue()


def _more_rows(rng: Rng, book: Any) -> None:
    sheet = rng.choice(book.worksheets)
    row = [cell.value for cell in sheet[min(sheet.max_row, 8)]]
    for number in range(rng.size(200, 5_000, 20_000)):
        sheet.append([number if rng.random() < 0.1 else rng.choice((each, each, "ya", -1)) for each in row])


def make_issued(rng: Rng, folder: Path, bases: Bases) -> Made:
    """What was issued last is what nobody issued; or the defaults beside it are odd."""
    _plain(folder, SPEC if rng.random() < 0.5 else SPEC.replace("5 menit", "9 menit"))
    (folder / "output").mkdir()
    how, path = _file(rng, bases, folder, (".pdf", ".xlsx"))
    if rng.random() < 0.3:
        path.write_bytes(flip(rng, bases.pdf if path.suffix == ".pdf" else bases.xlsx))
        how = "spoilt document"
    (folder / f"output/a{path.suffix}").write_bytes(path.read_bytes())
    if rng.random() < 0.3:
        (folder / "output/.sopgen.json").write_bytes(_odd_json(rng, b'{"version": 9, "files": {"a.pdf": {}}}'))
    diff: Command = ("diff", path.name, "specs/a.sop.yaml")
    commands = (
        _REVISE,
        (*_REVISE, "--terbit", path.name),
        diff,
        (*diff, "--format", rng.choice(("json", "html", "xlsx", "pdf", "docx")), "-o", "beda"),
        ("diff", "specs/a.sop.yaml", path.name),
        ("build", "--check"),
        ("build",),
    )
    return Made(how, tuple(rng.sample(commands, 2)))


def make_update(rng: Rng, folder: Path, bases: Bases) -> Made:
    how, path = _file(rng, bases, folder, (".form.xlsx",))
    commands: tuple[Command, ...] = (
        ("form", path.name, "--perbarui"),
        ("revise", path.name, "--tanggal", "1-2-2027", "--terbit", path.name),
        ("diff", path.name, path.name),
        ("compile", path.name),
        ("check", path.name, "--mark"),
    )
    return Made(how, tuple(rng.sample(commands, 2)))


def make_report(rng: Rng, folder: Path, bases: Bases) -> Made:
    """What is drawn of an old document beside it, and copies with marks."""
    how, path = _file(rng, bases, folder, (".pdf", ".xlsx"))
    commands: tuple[Command, ...] = (
        ("import", path.name, "--report", "html", "--logo"),
        ("import", path.name, "--report", "json", "--form"),
        ("check", path.name, "--mark"),
        ("check", path.name, "--format", "html=laporan.html"),
    )
    return Made(how, tuple(rng.sample(commands, 2)))


def _odd_json(rng: Rng, sound: bytes) -> bytes:
    deep = rng.size(500, 3_000, 200_000)
    many = rng.size(100, 20_000, 400_000)
    return rng.choice(
        (
            flip(rng, sound),
            flip(rng, sound),
            b"[" * deep,
            b'{"a":' * deep + b"1" + b"}" * deep,
            sound.replace(b"[", b"[" + b'{"file": "x", "rule": "HDR-03", "fingerprint": "0", "text": ""},' * many, 1),
            sound.replace(
                b'"HDR-03"', rng.choice((b"9", b"null", b"[]", b'"\\u001b[31m"', b'"' + b"x" * 99_999 + b'"'))
            ),
            sound.replace(b"1", rng.choice((b"1e999", b"-0", b"9" * 5_000, b"NaN", b"true")), 1),
            b"",
            b"\xff\xfe{",
            b"null",
            b"[]",
        )
    )


def make_baseline(rng: Rng, folder: Path, bases: Bases) -> Made:
    _plain(folder)
    (folder / "lama.json").write_bytes(_odd_json(rng, bases.baseline))
    commands: tuple[Command, ...] = (
        ("check", "--baseline", "lama.json"),
        ("check", "--baseline", "lama.json", "--update-baseline"),
        ("check", "--baseline", "lama.json", "--format", "sarif"),
        ("check", "--baseline", "lama.json", "--format", "html=laporan.html"),
    )
    return Made("odd baseline", tuple(rng.sample(commands, 2)))


_WORDS = (
    "instansi", "unit", "logo", "pengesahan", "kertas", "orientasi", "pola_nomor", "tampilan", "waktu_kerja", "kompilasi",
    "monev", "kata", "abaikan", "profil", "aturan", "pelayanan", "dasar_hukum", "nomor", "tanggal", "pelaksana",
)  # fmt: skip
_THINGS = (
    "a", "''", "[]", "{}", "null", "-1", "1e400", ".nan", "9999-12-31", "[[[[]]]]", "{nama: [a, b]}", "{a: {b: {c: d}}}",
    "{ukuran_huruf: 0}", "{ukuran_huruf: 400}", "{jam_per_hari: 0}", "{hari_per_minggu: 1000000}", "{libur: [0001-01-01]}",
    "'\\x1b[31m'", '"\\e[31m\\u202e"', "!!binary AAAA", "*x", "&x a", "F4", "A0", "'" + "x" * 25_000 + "'", "&a [*a]",
    "[" + "a, " * 2_000 + "]", "../../../etc/passwd", "/dev/zero", "{judul: " + "Buku " * 900 + "}", "{masa: 0, penilai: [1]}",
)  # fmt: skip


def make_bureau(rng: Rng, folder: Path, _bases: Bases) -> Made:
    """Defaults of a bureau that fit nothing."""
    _plain(folder, rng.choice((SPEC, SERVICE)))
    text = "".join(f"{rng.choice(_WORDS)}: {rng.choice(_THINGS)}\n" for _ in range(rng.choice((1, 1, 2, 9))))
    data = text.encode() if rng.random() < 0.8 else specs.spoil(rng, text.encode())
    (folder / "sopgen.yaml").write_bytes(data)
    commands: tuple[Command, ...] = (
        ("build", "--format", "pdf"),
        ("build", "--edisi", "publik", "--format", "pdf"),
        ("compile",),
        ("standar", "--bentuk", "docx"),
        ("monev", "--bentuk", "pdf"),
        ("monev", "--lembar", "kalender"),
        ("map",),
        ("index",),
        ("check", "--mark"),
        ("form", "specs/a.sop.yaml"),
        ("revise", "specs/a.sop.yaml"),
    )
    return Made("odd sopgen.yaml", tuple(rng.sample(commands, 2)))


def make_service(rng: Rng, folder: Path, bases: Bases) -> Made:
    """What applicants are told, and sheets that stand where it is to be written."""
    text = specs.spoil(rng, SERVICE.encode())
    (folder / "specs").mkdir()
    (folder / "specs/a.sop.yaml").write_bytes(text)
    (folder / "specs/b.sop.yaml").write_text(SERVICE, encoding="utf-8")
    (folder / "output").mkdir()
    if rng.random() < 0.5:
        (folder / "output/b.standar.pdf").write_bytes(flip(rng, bases.pdf))
        (folder / "output/b.standar.docx").write_bytes(flip(rng, bases.xlsx))
    commands: tuple[Command, ...] = (
        ("standar",),
        ("standar", "--check"),
        ("standar", "--force", "--lembar", "selebaran"),
        ("build", "--edisi", "publik", "--format", "pdf"),
        ("monev", "--lembar", "kalender", "-o", "kalender"),
    )
    return Made("odd service", tuple(rng.sample(commands, 2)))


def make_questions(rng: Rng, folder: Path, bases: Bases) -> Made:
    """The server of `edit`, asked by the page of another program."""
    _plain(folder)
    (folder / "berkas.json").write_text(
        json.dumps([_question(rng, bases) for _ in range(rng.size(5, 20, 60))]), encoding="utf-8"
    )
    return Made("odd questions", (ASK,))


def _question(rng: Rng, bases: Bases) -> dict[str, Any]:
    """`path`, `body` as Latin-1, `headers` put in the place of the page's own."""
    names = (
        "about",
        "compare",
        "draw",
        "edit",
        "import",
        "mends",
        "open",
        "read",
        "revise",
        "save",
        "save_changes",
        "x",
    )
    kind = rng.choice(("ask", "ask", "ask", "folder", "order"))
    actions = {"ask": names, "folder": ("list", "read", "write", "issued", "x"), "order": ("standing", "check", "x")}
    path = f"/{kind}/{rng.choice(actions[kind])}"
    place = rng.choice(
        ("a.sop.yaml", "../a", "/etc/passwd", "", ".", "a\0b", "x" * 5_000, 3, None, ["a"], "specs/a.sop.yaml")
    )
    value: Any = rng.choice(({}, [], None, -1, "x", {"language": "en"}, {"document": 1}))
    body: Any = {
        "place": place,
        "text": rng.choice(("judul: a", 5, "\ud800", "x" * 99_999)),
        "digest": rng.choice((None, "x", 7)),
    }
    body |= {
        "places": rng.choice(([], ["specs/a.sop.yaml"], ["../x"], "abc", [1], {"a": 1})),
        "language": rng.choice(("id", "en", 3, None)),
    }
    if kind == "ask":
        document = {
            "name": rng.choice(("a.sop.yaml", "../../x", "", 3)),
            "text": specs.spoil(rng, SPEC.encode()).decode("latin-1"),
        }
        asked = rng.choice(
            (
                {"document": document, "today": "2026-01-01", "language": "id"},
                {"text": document["text"], "operations": [{"op": "set", "path": ["kegiatan", 99], "value": "x"}]},
                value,
            )
        )
        data = json.dumps(asked) if rng.random() < 0.9 else rng.choice(("", "{", "[" * 100_000, "NaN"))
        body = {
            "data": data,
            "blobs": rng.choice(({}, {"file": ""}, {"file": "!"}, [], {"file": _text(flip(rng, bases.pdf[:3_000]))})),
        }
    raw = (
        json.dumps(body).encode()
        if rng.random() < 0.9
        else rng.choice((b"", b"{", b"[" * 100_000, b"[]", b"\xff" * 99, b"1" * 9_999))
    )
    headers = rng.choice(
        (
            {},
            {},
            {},
            {"Content-Length": "99999999999"},
            {"Content-Length": "-1"},
            {"Host": "example.org"},
            {"X-Sopgen-Token": "\xe9"},
            {"Transfer-Encoding": "chunked"},
            {"Content-Type": "text/plain"},
            {"Origin": "null"},
        )
    )
    return {"path": path, "body": raw.decode("latin-1"), "headers": headers}


def _text(data: bytes) -> str:
    import base64

    return base64.b64encode(data).decode()
