"""Make the pages of the rules anew from their docstrings: `python tools/rules.py`; `--check` only compares.

docs/rules/KEG-01.md holds what `sopgen explain KEG-01` prints, in Indonesian and in English; docs/rules/README.md is
the table of `sopgen rules`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sopgen.diagnostics import REFUSALS  # noqa: E402 - idem
from sopgen.rules.codes import FAMILIES  # noqa: E402 - a script beside its package
from sopgen.rules.page import by_family, looked_at, rule_page, weights  # noqa: E402 - idem
from sopgen.rules.registry import REGISTRY, Rule  # noqa: E402 - idem

FOLDER = ROOT / "docs" / "rules"
INTRODUCTION = """# Aturan SOP AP · Rules for SOP AP

Halaman ini dan halaman setiap aturan dibuat dari kode (`python tools/rules.py`); isinya sama dengan `sopgen rules` dan
`sopgen explain KODE`. Bobot `wajib` menyimpang dari bentuk yang diajarkan KemenPAN-RB, `anjuran` nasihat; sumber setiap
aturan ada di halamannya. `preset: ketat` di bawah `aturan` pada sopgen.yaml menaikkan sebagian menjadi wajib, dan
di sana pula bobot satu aturan dapat diganti (`KEG-03: mati`).

Aturan gambar menjaga gambar yang disunting di luar program; gambar buatan sopgen menaatinya dengan sendirinya. Aturan
yang kuncinya tidak ada (`sifat`, `jenis`, `cakupan`, `tim`, `pola_nomor`, `nomor_induk`) diam; baris, kotak, dan sel
yang dicetak kosong tetap ditemukan (HDR-03, 04, 05, 12, 17, MB-01). Contoh di setiap halaman memuat hanya kunci yang
dibicarakan; keduanya diuji: yang salah memberi tepat kode itu, yang benar tidak memberi apa-apa.

*This page and each rule's page are made from the code. `wajib` departs from the form that the
ministry teaches, `anjuran` is advice; each page names its source. The
drawing rules serve drawings edited elsewhere; sopgen's own keep to them. A rule whose key is missing is silent; rows,
boxes and cells that are printed empty are found all the same. The examples hold only the keys in question, and are
tests: the wrong one gives exactly its code, the right one nothing.*
"""


def main() -> int:
    parser = argparse.ArgumentParser(description="Make docs/rules/ from the rules' docstrings.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a page is stale")
    check = parser.parse_args().check
    pages = all_pages()
    stale = [name for name, text in pages.items() if _read(FOLDER / name) != text]
    left_over = [path.name for path in sorted(FOLDER.glob("*")) if path.name not in pages]
    if check:
        for name in [*stale, *left_over]:
            print(f"stale: docs/rules/{name}; run python tools/rules.py")
        return 1 if stale or left_over else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in stale:
        (FOLDER / name).write_text(pages[name], encoding="utf-8", newline="\n")
    for name in left_over:
        (FOLDER / name).unlink()
    print(f"{len(stale)} pages written, {len(left_over)} removed, {len(pages)} in all")
    return 0


def all_pages() -> dict[str, str]:
    """File name -> content."""
    own = {Path(rule.docs).name: _page(rule) for rule in REGISTRY.values() if rule.family not in REFUSALS}
    refusals = {f"{family}.md": _refusals(family, rules) for family, rules in by_family() if family in REFUSALS}
    return {"README.md": _index(), **own, **refusals}


def _page(rule: Rule) -> str:
    return f"{rule_page(rule, 'id')}\n---\n\n{rule_page(rule, 'en')}"


def _refusals(family: str, rules: list[Rule]) -> str:
    heading = FAMILIES[family]
    rows = [f"| {rule.code} | {rule.title.id} | {rule.title.en} |" for rule in rules]
    return "\n".join(
        [f"# {family}: {heading.id} · {heading.en}", "", "| kode | arti | meaning |", "|---|---|---|", *rows, ""]
    )


def _index() -> str:
    lines = [INTRODUCTION]
    for family, rules in by_family():
        lines += [f"## {family}: {FAMILIES[family].id} · {FAMILIES[family].en}", ""]
        if family in REFUSALS:
            lines += [f"Semuanya wajib · all are wajib: [{family}]({family}.md)", ""]
            continue
        lines += ["| kode | bobot | diperiksa pada | aturan | rule |", "|---|---|---|---|---|"]
        for rule in rules:
            link = f"[{rule.code}]({rule.code}.md)"
            lines.append(
                f"| {link} | {weights(rule, 'id')} | {looked_at(rule, 'id')} | {rule.title.id} | {rule.title.en} |"
            )
        lines.append("")
        lines += [
            f"- {rule.code}: {rule.note.id} *{rule.note.en}*"
            for rule in rules
            if rule.note and rule.kind in {"held", "left-out"}
        ] + [""]
    return "\n".join(lines).replace("\n\n\n", "\n\n").rstrip("\n") + "\n"


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


if __name__ == "__main__":
    sys.exit(main())
