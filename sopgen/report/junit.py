"""Review -> JUnit XML as CI servers read it: a suite for each file, a case for each finding.

A finding that makes the check fail is a failure, a file that cannot be read or drawn an error, an accepted finding is
skipped with its reason, and advice passes with its text as output. A file without findings has one passing case. What
stands in a sopgen.yaml is a case of every spec below it, since each would else pass for fine.
"""

from __future__ import annotations

from collections import Counter
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from sopgen.diagnostics import Diagnostic, Language, Message
from sopgen.report.harmless import on_one_line, spelled_out
from sopgen.report.review import Accepted, FingerprintedFinding, LeftOut, Review, Reviewed, fails, is_failure
from sopgen.report.text import STEP, finding_text
from sopgen.report.text_findings import OPEN, PARTLY, SAME, UNEXAMINED

FINE = Message("tanpa temuan", "no findings")
ENCODING = '<?xml version="1.0" encoding="UTF-8"?>\n'


def junit_xml(review: Review, language: Language) -> str:
    """The whole file, ending with a line feed."""
    root = Element("testsuites", {"name": " ".join(filter(None, ("sopgen check", review.terms)))})
    for file in review.files:
        # What two files say of one SOP that both bring, or accept in it, is one finding, as in every other report.
        own = file._replace(findings=review.own_findings(file), accepted=review.own_accepted(file))
        _add_suite(root, own, review, language)
    for each in review.left_out:
        _add_left_out(root, each, review, language)
    indent(root)
    return ENCODING + tostring(root, encoding="unicode") + "\n"


def _add_suite(root: Element, file: Reviewed, review: Review, language: Language) -> None:
    suite = SubElement(root, "testsuite")
    for finding in file.findings:
        _add_finding(suite, file, finding, review, language)
    for accepted in file.accepted:
        _add_accepted(suite, file, accepted, language)
    if file.is_open or file.is_open_by_choice:
        _add_open(suite, file, language)
    if not len(suite):
        name = (
            SAME.in_language(language).format(on_one_line(file.same_as)) if file.same_as else FINE.in_language(language)
        )
        SubElement(suite, "testcase", _case(file, name))
    _tell_apart(suite)
    _sum_up(suite, file.file, review)


def _add_open(suite: Element, file: Reviewed, language: Language) -> None:
    """An error; what somebody wanted left out is skipped, for that fails no check."""
    words = (PARTLY if file.is_open_by_choice else OPEN).in_language(language)
    case = SubElement(suite, "testcase", _case(file, words))
    what = "; ".join(
        f"{each.what.in_language(language)} ({each.why.in_language(language)})" for each in file.unexamined
    )
    told = SubElement(case, "skipped" if file.is_open_by_choice else "error", {"message": words})
    told.text = spelled_out(what)
    if file.is_open:
        told.attrib["type"] = file.verdict.value


def _add_left_out(root: Element, file: LeftOut, review: Review, language: Language) -> None:
    """A suite with one case that was skipped, and why."""
    suite = SubElement(root, "testsuite")
    case = SubElement(suite, "testcase", _case(file, UNEXAMINED.in_language(language)))
    SubElement(case, "skipped", {"message": spelled_out(file.why.in_language(language))})
    _sum_up(suite, file.file, review)


def _sum_up(suite: Element, file: str, review: Review) -> None:
    suite.attrib |= {
        "name": on_one_line(file),
        "tests": str(len(suite)),
        "failures": str(len(suite.findall("testcase/failure"))),
        "errors": str(len(suite.findall("testcase/error"))),
        "skipped": str(len(suite.findall("testcase/skipped"))),
        "time": "0",
        "timestamp": f"{review.today.isoformat()}T00:00:00",
    }


def _tell_apart(suite: Element) -> None:
    """Servers know a case by its name: the second and further ones of a name get a number."""
    seen: Counter[str] = Counter()
    for case in suite:
        name = case.get("name", "")
        seen[name] += 1
        if seen[name] > 1:
            case.set("name", f"{name} ({seen[name]})")


def _add_finding(
    suite: Element, file: Reviewed, finding: FingerprintedFinding, review: Review, language: Language
) -> None:
    diagnostic = finding.diagnostic
    case = SubElement(suite, "testcase", _case(file, _name(diagnostic, language)))
    text = finding_text(diagnostic, language, file.file)
    if is_failure(diagnostic) or fails(review, finding):
        told = {
            "type": diagnostic.severity.value,
            "message": spelled_out(diagnostic.message.in_language(language)),
        }
        SubElement(case, "error" if is_failure(diagnostic) else "failure", told).text = text
    else:
        SubElement(case, "system-out").text = text


def _add_accepted(suite: Element, file: Reviewed, accepted: Accepted, language: Language) -> None:
    case = SubElement(suite, "testcase", _case(file, _name(accepted.finding.diagnostic, language)))
    SubElement(case, "skipped", {"message": spelled_out(accepted.reason.in_language(language))})


def _case(file: Reviewed | LeftOut, name: str) -> dict[str, str]:
    return {"classname": on_one_line(file.file), "name": name, "time": "0"}


def _name(diagnostic: Diagnostic, language: Language) -> str:
    parts = [diagnostic.code]
    if diagnostic.step is not None:
        parts.append(f"{STEP.in_language(language)} {diagnostic.step}")
    if diagnostic.span is not None:
        parts.append(on_one_line(diagnostic.span.place))
    return ", ".join(parts)
