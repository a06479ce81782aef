"""Specs and bureau defaults: deep, wide, long, odd, or something else altogether."""

from __future__ import annotations

from pathlib import Path

from benchmarks.hostile_files.making import MIB, SPEC, Bases, Made, Rng, Spoil, flip


def make(rng: Rng, folder: Path, _bases: Bases) -> Made:
    (folder / "specs").mkdir()
    how, spoil = rng.choice(_SPECS)
    (folder / "specs/a.sop.yaml").write_bytes(spoil(rng, SPEC.encode()))
    (folder / "specs/b.sop.yaml").write_text(SPEC, encoding="utf-8")
    if rng.random() < 0.2:
        how = f"{how}, odd sopgen.yaml"
        (folder / "sopgen.yaml").write_bytes(_odd_defaults(rng))
    commands = [("check",), ("check", "--format", "sarif"), ("check", "--fix"), ("build", "--format", "xlsx"), ("fmt",)]
    return Made(how, tuple(rng.sample(commands, 2)))


def spoil(rng: Rng, text: bytes) -> bytes:
    return rng.choice(_SPECS)[1](rng, text)


def _odd_defaults(rng: Rng) -> bytes:
    return rng.choice(
        (
            b"pola_nomor: ^(SOP[-/]?)*([A-Z0-9]+[-/]?)+$\n",
            b"pola_nomor: (a+)+$\npengesahan: {nama: A}\n",
            b"tampilan: {ukuran_huruf: 1e400}\n",
            b"waktu_kerja: {jam_per_hari: nan}\n",
            b"logo: ../../../../etc/passwd\n",
            b"logo: /dev/zero\n",
            rng.randbytes(200),
            b"unit: " + b"x" * MIB,
        )
    )


def _deep(rng: Rng, text: bytes) -> bytes:
    depth = rng.size(100, 2_000, 100_000)
    opened = rng.choice((b"[", b"{a: ", b"- ", b"? ", b"[{", b"'"))
    return rng.choice(
        (
            text + b"x: " + opened * depth,
            opened * depth,
            text + b"x:\n" + b"".join(b" " * n + b"a:\n" for n in range(min(depth, 900))),
        )
    )


def _wide(rng: Rng, text: bytes) -> bytes:
    count = rng.size(500, 1_001, 20_000)
    more = rng.choice(
        (
            b"  - {uraian: Mencatat, pelaksana: a}\n",
            b"  - {uraian: Mencatat, pelaksana: zzz, keputusan: {Ya: 99999, Tidak: 0}}\n",
            b"  - x\n",
            b"  - {uraian: [a, b, pelaksana: a}\n",
        )
    )
    return (text + more * count)[: MIB + 1]


def _long(rng: Rng, text: bytes) -> bytes:
    long = rng.choice((b"a", b"a ", b"{a: ", "é".encode(), b"\t", b"`", "\u0301".encode(), b"1", b"(", b"- ")) * 20_000
    return text.replace(rng.choice((b"Pencatatan surat", b"Mencatat surat", b"5 menit", b"Staf", b"a,")), long, 1)


def _odd_letters(rng: Rng, text: bytes) -> bytes:
    odd = ("\x1b[2J", "\u202e", "\u2028", "\x85", "\x00", "\ufeff", "\U0001f600", "::error::x", "ﷺ" * 200, "\ud83d")
    for _ in range(rng.randrange(1, 6)):
        at = rng.randrange(len(text))
        text = text[:at] + rng.choice(odd).encode("utf-8", "surrogatepass") + text[at:]
    return text


def _odd_yaml(rng: Rng, text: bytes) -> bytes:
    more = (
        b"x: &a [*a]\n",
        b"<<: *b\n",
        b"!!python/object:os.system x: y\n",
        b"--- \n...\n---\n",
        b"judul: lagi\n",
        b"? [a]\n: b\n",
        b"tanggal: {pembuatan: 0001-01-01, revisi: 9999-12-31}\n",
        b"riwayat: [{revisi: 99999999999999999999, tanggal: 2026-02-30}]\n",
        b"abaikan: [{aturan: '*', alasan: x, sampai: 9999-12-31}]\n",
        b"logo: x.png\n",
        b"%YAML 9.9\n",
    )
    return rng.choice((text + rng.choice(more), rng.choice(more) + text))


_SPECS: tuple[tuple[str, Spoil], ...] = (
    ("spoilt spec", flip),
    ("spoilt spec", flip),
    ("deep spec", _deep),
    ("wide spec", _wide),
    ("long line", _long),
    ("odd letters", _odd_letters),
    ("odd YAML", _odd_yaml),
    ("noise", lambda rng, _text: rng.randbytes(rng.size(0, 1, 300, 5_000))),
    ("other kind", lambda rng, _text: rng.choice((b"PK\x03\x04", b"%PDF-1.7", b"\x89PNG\r\n\x1a\n", b"\xff\xfea\0"))),
)
