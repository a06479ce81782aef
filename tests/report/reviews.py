"""A review with one of everything: mandatory and advised, with and without place or step, accepted, unreadable."""

from __future__ import annotations

from datetime import date

from sopgen.diagnostics import Diagnostic, Message, Severity, Span
from sopgen.intake.sop import Arah, Isi, Kegiatan, Kotak, Pelaksana, Pengabaian, Sop
from sopgen.report.review import Accepted, Drawing, FingerprintedFinding, Review, Reviewed

TODAY = date(2026, 11, 22)
NASTY = '100% salah: "a", <b>&\nbaris kedua'
SLIDES = Message("Paparan KemenPAN-RB 2014, slide 51", "KemenPAN-RB slides 2014, slide 51")


def diagnostic(
    code: str = "KEG-01",
    *,
    wajib: bool = True,
    message: str = "salah",
    line: int | None = 7,
    file: str = "specs/a b.sop.yaml",
    step: int | None = None,
    path: tuple[str | int, ...] = (),
    source: Message | None = SLIDES,
) -> Diagnostic:
    return Diagnostic(
        code,
        Severity.WAJIB if wajib else Severity.ANJURAN,
        Message(message, f"{message} (en)"),
        Message("ubah", "change it"),
        None if line is None else Span(file, line, 3, 5),
        None if line is None else "  - uraian: Pembuatan",
        step,
        path,
        source,
    )


def finding(fingerprint: str = "0123456789abcdef", **settings) -> FingerprintedFinding:
    return FingerprintedFinding(diagnostic(**settings), fingerprint)


def sop(**settings) -> Sop:
    kegiatan = (
        Kegiatan(
            1, Isi("Membuat konsep"), ("staf",), (Arah(2),), kelengkapan=Isi("", ("Agenda", "Surat")), waktu="1 jam"
        ),
        Kegiatan(2, Isi("Mengarsipkan surat"), ("staf",), (Arah(None),)),
    )
    base = Sop("Pembuatan Surat", (Pelaksana("staf", "Staf"), Pelaksana("kabag", "Kabag")), kegiatan)
    return base._replace(**{"nomor": "01/X", "dasar_hukum": Kotak("", ("UU 1", "UU 2")), **settings})


def everything(*, strict: bool = False) -> Review:
    return Review(
        TODAY,
        (
            Reviewed(
                "specs/a b.sop.yaml",
                (
                    finding("aaaa", step=2, message=NASTY),
                    finding("bbbb", code="HDR-13", wajib=False, line=9),
                ),
                (
                    Accepted(
                        finding("cccc", code="MB-01", step=1),
                        Message("menunggu <data>", "menunggu <data>"),
                        date(2027, 1, 1),
                    ),
                    Accepted(finding("dddd", code="TBL-03"), Message("catatan lama", "baseline"), by="baseline"),
                ),
                sop(abaikan=(Pengabaian("MB-01", "menunggu <data>", 1, date(2027, 1, 1)),)),
                Drawing(3, 1, 1, True, 9),
                Message("1 jam + 1 langkah tanpa waktu pasti", "1 hour + 1 step without a sure time"),
            ),
            Reviewed("specs/rusak.sop.yaml", (finding("eeee", code="BACA-08", line=None, file="", source=None),)),
            Reviewed("specs/rapi.sop.yaml", sop=sop()),
        ),
        strict,
    )
