"""What stands on the sheets of a review, as text."""

from __future__ import annotations

from lxml import html as lxml_html

from sopgen.report.review import Review
from sopgen.report.sheet import compliance_sheet


def texts(review: Review, language: str = "id") -> list[str]:
    tree = lxml_html.fromstring(compliance_sheet(review, language))
    return [" ".join(article.text_content().split()) for article in tree.iter("article")]


def pages(review: Review) -> list[list[str]]:
    """The text of each page of each sheet."""
    tree = lxml_html.fromstring(compliance_sheet(review, "id"))
    return [
        [" ".join(page.text_content().split()) for page in article.find_class("page")]
        for article in tree.iter("article")
    ]
