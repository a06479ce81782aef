"""The kinds of hostile files, each with its maker."""

from __future__ import annotations

from benchmarks.hostile_files import drawings, forms, markup, names, packages, pdfs, pictures, specs

KINDS = {
    "zip": packages.make,
    "xml": markup.make,
    "pdf": pdfs.make,
    "spec": specs.make,
    "picture": pictures.make,
    "name": names.make,
    "form": forms.make,
    "drawing": drawings.make,
}
