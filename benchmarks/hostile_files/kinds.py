"""The kinds of hostile files, each with its maker."""

from __future__ import annotations

from benchmarks.hostile_files import crowds, drawings, forms, markup, names, packages, pdfs, pictures, specs, tasks

KINDS = {
    "zip": packages.make,
    "xml": markup.make,
    "pdf": pdfs.make,
    "spec": specs.make,
    "picture": pictures.make,
    "name": names.make,
    "form": forms.make,
    "drawing": drawings.make,
    "crowd": crowds.make,
    "filled": tasks.make_filled,
    "issued": tasks.make_issued,
    "update": tasks.make_update,
    "report": tasks.make_report,
    "baseline": tasks.make_baseline,
    "bureau": tasks.make_bureau,
    "service": tasks.make_service,
    "question": tasks.make_questions,
}
