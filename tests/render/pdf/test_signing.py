"""An official signs: pyHanko with a certificate made for the test, in the field that the document holds ready."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from PIL import ImageChops
from pyhanko.pdf_utils.content import RawContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator import ValidationContext

from sopgen import pipeline
from sopgen.cli.building.digests import digest, is_built_upon
from sopgen.render.pdf import render_pdf
from tests.required_tools import skip_without
from tools.verapdf import missing, validate

ROOT = Path(__file__).resolve().parents[3]
FIELD = "tanda_tangan"
PASSWORD = b"uji"


@pytest.fixture(scope="module")
def document():
    drawn = pipeline.build_document(ROOT / "specs" / "sirebo.sop.yaml")
    first, *others = drawn.pages
    return drawn._replace(pages=(first._replace(signature_field=True), *others))


@pytest.fixture(scope="module")
def finished(document):
    return render_pdf(document)


@pytest.fixture(scope="module")
def certificate():
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Pejabat Uji")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.KeyUsage(True, True, False, False, False, True, False, False, False),
            critical=True,
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    return pkcs12.serialize_key_and_certificates(b"uji", key, made, None, BestAvailableEncryption(PASSWORD))


@pytest.fixture(scope="module")
def signed(finished, certificate):
    signer = SimpleSigner.load_pkcs12_data(certificate, [], PASSWORD)
    # An appearance that shows nothing, as the field's own: what is signed is what was seen.
    nothing = StaticStampStyle(border_width=0, background=RawContent(b"", box=BoxConstraints(width=1, height=1)))
    target = BytesIO()
    PdfSigner(PdfSignatureMetadata(field_name=FIELD), signer, stamp_style=nothing).sign_pdf(
        IncrementalPdfFileWriter(BytesIO(finished)), output=target, existing_fields_only=True
    )
    return target.getvalue()


def test_the_signature_is_valid_and_covers_the_whole_file(signed, certificate):
    _, made, _ = pkcs12.load_key_and_certificates(certificate, PASSWORD)
    from asn1crypto.x509 import Certificate
    from cryptography.hazmat.primitives.serialization import Encoding

    trusted = ValidationContext(trust_roots=[Certificate.load(made.public_bytes(Encoding.DER))], allow_fetching=False)
    (signature,) = PdfFileReader(BytesIO(signed)).embedded_signatures

    status = validate_pdf_signature(signature, trusted)

    assert signature.field_name == FIELD
    assert (status.intact, status.valid, status.trusted) == (True, True, True)
    assert status.bottom_line


def test_every_page_looks_as_before(signed, finished):
    for before, after in zip(pypdfium2.PdfDocument(finished), pypdfium2.PdfDocument(signed), strict=True):
        first, second = (page.render(scale=1.5, may_draw_forms=True).to_pil() for page in (before, after))
        assert ImageChops.difference(first, second).getbbox() is None


def test_what_was_written_stays_as_it_was(signed, finished):
    assert signed.startswith(finished)
    assert pipeline.seal_state(finished) == "whole"
    assert pipeline.seal_state(signed) == "edited"


def test_a_signed_document_still_gives_its_source_back(signed, document):
    assert pipeline.enclosed(signed) == document.origin


@pytest.mark.slow
def test_a_signed_document_is_still_archival(signed, tmp_path):
    if lacking := missing():
        skip_without("verapdf", f"veraPDF needs {lacking}")
    path = tmp_path / "signed.pdf"
    path.write_bytes(signed)

    assert [verdict.failures for verdict in validate([("3a", path), ("ua1", path)])] == [(), ()]


def test_a_build_knows_the_signed_document_for_one_of_its_own(tmp_path, finished, signed):
    path = tmp_path / "x.pdf"
    path.write_bytes(signed)
    assert is_built_upon(path, digest(finished))
    assert not is_built_upon(path, digest(finished[:-1]))
    path.write_bytes(finished)
    assert not is_built_upon(path, digest(finished)), "nothing stands behind it"
