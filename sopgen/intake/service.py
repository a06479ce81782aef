"""The shape of what a service SOP says beside the form, and of its revisions; keys as in Permenpan 15/2014."""

# Without `annotations` from the future: pydantic would have to evaluate each annotation's text a second time.

from pydantic import ConfigDict, Field

from sopgen.intake.contents import Kotak, KotakIsi
from sopgen.intake.fields import TEXT_SCHEMA, Opsi, TanggalIso, Teks
from sopgen.intake.shape import Bagian, or_shorter
from sopgen.intake.sop import Ikon, Pelaku


class Publik(Bagian):
    model_config = ConfigDict(json_schema_extra=or_shorter(TEXT_SCHEMA))
    short = "judul"
    judul: Teks = Field("", description="Judul kotak, paling banyak 24 huruf, misalnya Ajukan permohonan.")
    teks: Teks = Field("", description="Penjelasan di bawah judul, paling banyak 110 huruf.")
    ikon: Opsi[Ikon] = Field(None, description="Gambar kecil; bawaan: menurut kata kerja uraian.")
    oleh: Opsi[Pelaku] = Field(None, description="Siapa yang bertindak di kotak ini; bawaan: pelaksana kegiatan.")
    tempat: Teks = Field("", description="Tempat atau cara, dicetak di bawah waktunya, misalnya di loket layanan.")


class JangkaWaktu(Bagian):
    model_config = ConfigDict(json_schema_extra=or_shorter(TEXT_SCHEMA))
    short = "lama"
    lama: Teks = Field("", description="Lama pelayanan yang dijanjikan, misalnya 10 hari kerja.")
    sejak: Teks = Field("", description="Sejak kapan dihitung, misalnya berkas dinyatakan lengkap.")


class Pelayanan(Bagian):
    # A fee and a time are never assumed.
    model_config = ConfigDict(
        json_schema_extra={"description": "Komponen standar pelayanan yang tidak ditanyakan formulir SOP."}
    )

    persyaratan: KotakIsi = Field(Kotak.empty(), description="Persyaratan. Bawaan: kelengkapan kegiatan pertama.")
    jangka_waktu: JangkaWaktu = Field(JangkaWaktu.empty(), description="Jangka waktu penyelesaian yang dijanjikan.")
    biaya: KotakIsi = Field(Kotak.empty(), description="Biaya atau tarif, juga bila tidak dipungut biaya.")
    produk: KotakIsi = Field(Kotak.empty(), description="Produk pelayanan: yang diterima pemohon.")
    pengaduan: KotakIsi = Field(Kotak.empty(), description="Penanganan pengaduan, saran, dan masukan.")
    tempat: Teks = Field("", description="Tempat pelayanan.")
    jam: Teks = Field("", description="Jam pelayanan.")
    kanal: KotakIsi = Field(Kotak.empty(), description="Kanal pelayanan: loket, laman, surel …")
    tautan: Teks = Field("", description="Alamat laman pelayanan.")
    proses: KotakIsi = Field(
        Kotak.empty(),
        description="Bunyi kotak Diproses petugas pada gambar alur; daftar: satu butir untuk setiap kotak itu.",
    )
    sarana: KotakIsi = Field(Kotak.empty(), description="Sarana, prasarana, dan fasilitas selain peralatan.")
    pengawasan_internal: KotakIsi = Field(Kotak.empty(), description="Pengawasan internal.")
    jumlah_pelaksana: Teks = Field("", description="Jumlah orang yang melaksanakan, misalnya 6 orang.")
    jaminan_pelayanan: KotakIsi = Field(Kotak.empty(), description="Jaminan pelayanan.")
    jaminan_keamanan: KotakIsi = Field(Kotak.empty(), description="Jaminan keamanan dan keselamatan pelayanan.")
    evaluasi_kinerja: KotakIsi = Field(Kotak.empty(), description="Evaluasi kinerja pelaksana.")
    maklumat: KotakIsi = Field(Kotak.empty(), description="Bunyi maklumat pelayanan, bila bukan yang lazim.")
    alamat: Teks = Field("", description="Alamat pada kepala surat standar pelayanan dan maklumat.")
    tempat_penetapan: Teks = Field("", description="Tempat penetapan standar pelayanan dan maklumat.")


class Revisi(Bagian):
    revisi: Teks = Field("", description="Nomor revisi.")
    tanggal: TanggalIso = Field(None, description="Tanggal revisi.")
    bagian: Teks = Field("", description="Bagian yang diubah, misalnya kegiatan 5.")
    semula: Teks = Field("", description="Bunyi semula.")
    menjadi: Teks = Field("", description="Bunyi sekarang.")
    alasan: Teks = Field("", description="Alasan perubahan.")
