from __future__ import annotations

__doc__ = """\
PUB-02. SOP pelayanan memuat ketujuh komponen standar pelayanan yang diambil darinya.

Diperiksa:
    Bila `sifat: pelayanan` dan data `pelayanan` sudah diisi: dasar hukum, persyaratan (atau kelengkapan langkah
    pertama), jangka waktu, produk (atau output sebelum langkah terakhir), kompetensi (kualifikasi pelaksana), dan
    jumlah pelaksana. Prosedurnya SOP itu sendiri. Jumlah pelaksana tidak ditebak dari banyaknya kolom.

Dasar:
    Paparan KemenPAN-RB 2014, slide 65 dan 66.

Alasan:
    Standar pelayanan dirumuskan dari SOP pelayanan; komponen yang tidak ada di sini dikarang di sana.

Salah:
    sifat: pelayanan
    pelayanan: {jangka_waktu: 10 hari kerja}
    kegiatan:
      - {uraian: Mengajukan permohonan kepada Analis, pelaksana: pemohon}
      - {uraian: Memeriksa berkas dan menyerahkannya kepada Arsiparis, pelaksana: analis}
      - {uraian: Mendokumentasikan berkas dan menyerahkannya kepada Pemohon, pelaksana: arsiparis}
      - {uraian: Menerima hasil, pelaksana: pemohon}

Benar:
    sifat: pelayanan
    pelayanan: {jangka_waktu: 10 hari kerja, jumlah_pelaksana: 3 orang}
    kegiatan:
      - {uraian: Mengajukan permohonan kepada Analis, pelaksana: pemohon}
      - {uraian: Memeriksa berkas dan menyerahkannya kepada Arsiparis, pelaksana: analis}
      - {uraian: Mendokumentasikan berkas dan menyerahkannya kepada Pemohon, pelaksana: arsiparis}
      - {uraian: Menerima hasil, pelaksana: pemohon}

Perbaikan:
    Isi yang disebut, di spesifikasi atau di sopgen.yaml.

English. A service SOP holds the seven components that its service standard takes from it.

Checked:
    Where `sifat: pelayanan` and `pelayanan` is begun: legal basis, requirements (or kelengkapan of step 1), time,
    product (or the output before the last step), competence (kualifikasi_pelaksana) and number of executors. The
    procedure is the SOP itself. The number of executors is not guessed from the columns.

Basis:
    KemenPAN-RB slides 2014, slide 65 and 66.

Why:
    The service standard is drawn up from the service SOP; what is missing here gets invented there.

Remedy:
    Fill in what is named, in the spec or in sopgen.yaml.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.intake.sop import Pelayanan, Sop
from sopgen.rules.finding import Finding, Spec
from sopgen.rules.language.words import whole_text


def check(spec: Spec) -> Iterator[Finding]:
    sop = spec.sop
    if sop.sifat != "pelayanan" or sop.pelayanan == Pelayanan():
        return
    missing = [(name, key) for name, key, there in _components(sop) if not there]
    if not missing:
        return
    names_id = ", ".join(name.id for name, _ in missing)
    names_en = ", ".join(name.en for name, _ in missing)
    keys = ", ".join(f"`{key}`" for _, key in missing)
    yield Finding(
        ("pelayanan",),
        Message(
            f"Komponen standar pelayanan belum ada: {names_id}.",
            f"Components of the service standard lack: {names_en}.",
        ),
        Message(f"Isi {keys}.", f"Fill in {keys}."),
    )


def _components(sop: Sop) -> Iterator[tuple[Message, str, object]]:
    """Each with the key to fill in, and what is there."""
    own, first = sop.pelayanan, sop.kegiatan[0]
    output = any(whole_text(step.output) for step in sop.kegiatan[:-1])
    asked = whole_text(own.persyaratan) or whole_text(first.kelengkapan)
    yield Message("dasar hukum", "legal basis"), "dasar_hukum", whole_text(sop.dasar_hukum)
    yield Message("persyaratan", "requirements"), "pelayanan.persyaratan", asked
    yield Message("jangka waktu", "time"), "pelayanan.jangka_waktu", own.jangka_waktu.lama
    yield Message("produk", "product"), "pelayanan.produk", whole_text(own.produk) or output
    skills = whole_text(sop.kualifikasi_pelaksana)
    yield Message("kompetensi pelaksana", "competence"), "kualifikasi_pelaksana", skills
    yield Message("jumlah pelaksana", "number of executors"), "pelayanan.jumlah_pelaksana", own.jumlah_pelaksana
