"""Names of files as a repository's server knows them: from the root of the checkout, wherever the check ran.

A step of a workflow may run in a folder below, or name files by their whole path. Annotations and code scanning find
a file by its path from the root alone.
"""

from __future__ import annotations

import os
from pathlib import PurePath
from typing import NamedTuple

from sopgen.diagnostics import Diagnostic, Span
from sopgen.report.review import FingerprintedFinding, Review, Reviewed


class Checkout(NamedTuple):
    """Both absolute. `folder`: where the check ran, from which relative names of files start."""

    root: PurePath
    folder: PurePath

    def name(self, file: str) -> str:
        """A file's path from the root, if it stands below it; else as it was."""
        whole = PurePath(os.path.normpath(self.folder / file))
        return whole.relative_to(self.root).as_posix() if file != "-" and whole.is_relative_to(self.root) else file


def from_root(review: Review, checkout: Checkout | None) -> Review:
    """The same review with all files called by their paths from the root of the checkout, if it is one."""
    if checkout is None:
        return review
    files = [each._replace(file=checkout.name(each.file)) for each in review.files]
    named = {before.name: after.name for before, after in zip(review.files, files, strict=True)}
    return review._replace(
        files=tuple(_with_places(each, named.get(each.same_as, each.same_as), checkout) for each in files),
        left_out=tuple(each._replace(file=checkout.name(each.file)) for each in review.left_out),
    )


def _with_places(file: Reviewed, same_as: str, checkout: Checkout) -> Reviewed:
    return file._replace(
        same_as=same_as,
        findings=tuple(_finding(each, checkout) for each in file.findings),
        accepted=tuple(each._replace(finding=_finding(each.finding, checkout)) for each in file.accepted),
    )


def _finding(finding: FingerprintedFinding, checkout: Checkout) -> FingerprintedFinding:
    found: Diagnostic = finding.diagnostic
    return finding._replace(
        diagnostic=found._replace(
            span=_span(found.span, checkout) if found.span else None,
            spans=tuple(_span(each, checkout) for each in found.spans),
        )
    )


def _span(span: Span, checkout: Checkout) -> Span:
    return span._replace(file=checkout.name(span.file))
