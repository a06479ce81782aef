"""sop.schema.json: fresh, described throughout, and of one mind with the reader."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from sopgen.intake import json_schema, schema_text
from tests.intake.small_specs import FINE, HEAD, ONE, load

ROOT = Path(__file__).parents[2]


class EditorLoader(yaml.SafeLoader):
    """Reads YAML as an editor's language server does: numbers and booleans are such, dates are texts."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

VALID = [
    FINE,
    FINE + "nomor: 010\njenis: teknis\ntim: true\ntanggal: {pembuatan: 2018-10-15, revisi: , efektif: '-'}\n",
    FINE + "jenis:\ninstansi:\n  - A\n  - 12\nunit: B\nperingatan:\ndasar_hukum:\n  - x\nketerkaitan: y\n",
    FINE + "pengesahan: {nama: N, nomor_induk: {NIP: '1'}}\nlogo:\ntampilan:\n",
    FINE + "tampilan: {kertas: F4, ukuran_huruf: 8.5, label: {judul: J}, warna_kepala: '#FFFFFF', nomor_kolom: ya}\n",
    FINE + "abaikan:\n  - {aturan: KEG-01, kegiatan: 2, alasan: x, sampai: 2027-01-01}\n",
    HEAD + "  - {uraian: x, pelaksana: [a, b], bersama: rapat, lanjut: [2, {ke: akhir, rute: {keluar: kiri}}]}\n"
    "  - {uraian: x, pelaksana: a, waktu: 15, keputusan: {Ya: selesai, Tidak: {ke: 3}}}\n"
    "  - {uraian: x, pelaksana: a, id: akhir, kelengkapan: [ 'a', 'b' ], output: {teks: t, butir: ['c']}}\n",
    HEAD + "  - {uraian: x, pelaksana: a, lanjut: 2}\n  - {uraian: x, pelaksana: a, lanjut: {ke: selesai}}\n",
    "judul: J\npelaksana: {a: {nama: A, eksternal: true, peran: pemohon}}\nkegiatan:\n" + ONE,
]


@pytest.mark.parametrize("text", VALID)
def test_reader_and_schema_accept(tmp_path: Path, text: str) -> None:
    load(tmp_path, text)
    jsonschema.validate(yaml.load(text, EditorLoader), json_schema())


@pytest.mark.parametrize(
    "extra",
    ["nomer: 1", "jenis: x", "tampilan: {kertas: A5}", "tanggal: {efektif: kemarin}", "nomor: [a]", "abaikan: [{}]"],
)
def test_the_schema_refuses_what_the_reader_refuses(extra: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(yaml.load(FINE + extra, EditorLoader), json_schema())


def test_the_schema_is_itself_valid() -> None:
    jsonschema.Draft7Validator.check_schema(json_schema())


def test_the_committed_file_is_fresh() -> None:
    """Mend with `python -m sopgen.intake.schema > sop.schema.json`."""
    assert (ROOT / "sop.schema.json").read_text(encoding="utf-8") == schema_text()
    assert json.loads(schema_text()) == json_schema()


def test_every_key_is_described() -> None:
    bare = [path for path, node in _properties(json_schema()) if not node.get("description")]
    assert bare == []


def _properties(node: Any, path: str = "") -> list[tuple[str, dict[str, Any]]]:
    if isinstance(node, list):
        return [found for item in node for found in _properties(item, path)]
    if not isinstance(node, dict):
        return []
    here = [(f"{path}/{key}", value) for key, value in node.get("properties", {}).items()]
    return here + [found for key, value in node.items() for found in _properties(value, f"{path}/{key}")]
