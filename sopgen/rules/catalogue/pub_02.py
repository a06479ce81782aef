from __future__ import annotations

__doc__ = """\
PUB-02. SOP pelayanan memuat yang perlu diketahui pemohon dan yang diminta standar pelayanannya.

Diperiksa:
    Bila `sifat: pelayanan` dan data `pelayanan` sudah diisi: komponen standar yang diambil dari SOP (persyaratan atau
    kelengkapan langkah pertama, produk atau output terakhir, dan seterusnya), biaya, pengaduan, tempat, dan pelaksana
    berperan pemohon; `tautan` bermula dengan https://. Persyaratan dan biaya masing-masing paling banyak empat, karena
    gambar alur tidak mencetak lebih. Langkah yang ditemui pemohon punya kata-kata sendiri
    (`publik`): judul paling banyak 24 huruf, teks paling banyak 110; semuanya muat dalam delapan kotak. Langkah di
    antaranya menjadi kotak "Diproses petugas"; bunyinya boleh ditulis di `pelayanan.proses`, tidak lebih banyak
    daripada kotaknya. Biaya dan waktu tidak pernah dianggap ada. Dokumen SOP tidak memuat semua itu; pada PDF dan
    buku kerja ini disebut sebagai tidak diperiksa.

Dasar:
    Paparan KemenPAN-RB 2014, slide 63, 65, dan 66; gambar alur dan kotaknya rancangan kami.

Alasan:
    Yang tidak ada di sini tercetak kosong pada gambar alur dan standar pelayanan, atau dikarang di sana.

Salah:
    sifat: pelayanan
    pelayanan: {jangka_waktu: 1 hari kerja, biaya: Gratis, pengaduan: Loket 1, tempat: Loket 2}
    kegiatan:
      - {uraian: Mengajukan permohonan kepada Analis, pelaksana: pemohon, publik: Ajukan permohonan}
      - {uraian: Memeriksa berkas dan menyerahkannya kepada Arsiparis, pelaksana: analis, publik: Berkas diperiksa}
      - {uraian: Mendokumentasikan berkas dan menyerahkannya kepada Pemohon, pelaksana: arsiparis}
      - {uraian: Menerima hasil, pelaksana: pemohon, publik: Terima hasil}

Benar:
    sifat: pelayanan
    pelayanan: {jangka_waktu: 1 hari kerja, biaya: Gratis, pengaduan: Loket 1, tempat: Loket 2, jumlah_pelaksana: 3}
    kegiatan:
      - {uraian: Mengajukan permohonan kepada Analis, pelaksana: pemohon, publik: Ajukan permohonan}
      - {uraian: Memeriksa berkas dan menyerahkannya kepada Arsiparis, pelaksana: analis, publik: Berkas diperiksa}
      - {uraian: Mendokumentasikan berkas dan menyerahkannya kepada Pemohon, pelaksana: arsiparis}
      - {uraian: Menerima hasil, pelaksana: pemohon, publik: Terima hasil}

Perbaikan:
    Isi yang disebut, di spesifikasi atau di sopgen.yaml; tulis `publik` pada langkah yang ditemui pemohon.

English. A service SOP says what its applicants need to know, and what its service standard asks.

Checked:
    Where `sifat: pelayanan` and `pelayanan` is begun: the standard's components that come from the SOP (requirements,
    or kelengkapan of step 1; product, or last output; and so on), fee, complaints, place, and an executor who applies;
    `tautan` begins with https://. At most four requirements and four fees: the picture prints no more.
    Steps that applicants meet have words of their own (`publik`): a title of 24 signs at the most, a text of 110; all
    in eight tiles. Steps between them become a tile "Diproses petugas"; its words may stand in `pelayanan.proses`, no
    more than there are such tiles. Fee and time are never assumed. The document of an SOP holds none of that; of PDFs
    and workbooks it is told as not examined.

Basis:
    KemenPAN-RB slides 2014, slides 63, 65 and 66; the picture and its tiles are our own.

Why:
    What is missing here is printed empty on the picture and in the service standard, or gets invented there.

Remedy:
    Fill in what is named, in the spec or in sopgen.yaml; write `publik` in the steps that applicants meet.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.intake.sop import Pelayanan
from sopgen.rules.finding import Finding, Spec
from sopgen.rules.wording_of_tiles import only_counted, to_fill_in, unspoken
from sopgen.service.lacks import missing_components, missing_of_picture, wording_of_tiles


def check(spec: Spec) -> Iterator[Finding]:
    sop = spec.sop
    if sop.sifat != "pelayanan" or sop.pelayanan == Pelayanan():
        return
    missing = [*missing_components(sop), *missing_of_picture(sop)]
    if missing:
        names_id, names_en = (", ".join(getattr(lack.name, tongue) for lack in missing) for tongue in ("id", "en"))
        yield Finding(
            ("pelayanan",),
            Message(f"Yang perlu diketahui pemohon belum ada: {names_id}.", f"Applicants are not told: {names_en}."),
            to_fill_in(missing, is_form=spec.loaded.is_form),
        )
    link = sop.pelayanan.tautan
    if link and not link.lower().startswith(("http://", "https://")):
        yield Finding(
            ("pelayanan", "tautan"),
            Message(
                "Alamat tanpa https://; kode QR-nya dapat terbaca sebagai teks biasa.",
                "An address without https://; a phone may take its QR code for mere text.",
            ),
            Message(f"Tulis https://{link}.", f"Write https://{link}."),
            at=link,
        )
    yield from only_counted(sop)
    yield from unspoken(wording_of_tiles(sop, spec.setelan.waktu_kerja), is_form=spec.loaded.is_form)
