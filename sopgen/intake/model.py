"""The shape of the files a clerk writes: one pydantic model a map. It validates, and it is the JSON Schema.

References between steps and executors are not looked up here: that is `references`.
"""

# Without `annotations` from the future: pydantic would have to evaluate each annotation's text a second time.

from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator

from sopgen.intake.contents import Isi, Kotak, KotakIsi, not_empty
from sopgen.intake.fields import (
    NAME_SCHEMA,
    Acuan,
    Angka,
    Jalur,
    Nama,
    Opsi,
    Pola,
    TanggalAtauStrip,
    TanggalIso,
    Teks,
    TeksIsian,
    Tulisan,
    Wajib,
    Warna,
    YaTidak,
    fault,
)
from sopgen.intake.service import Pelayanan, Publik, Revisi
from sopgen.intake.shape import (
    Bagian,
    Baris,
    expect_list,
    expect_map,
    one_or_list,
    one_or_several,
    or_shorter,
)
from sopgen.intake.sop import Huruf, Kertas


class Tanggal(Bagian):
    pembuatan: TanggalAtauStrip = Field(None, description="Tanggal pembuatan, misalnya 2018-10-15; '-' dicetak '-'.")
    revisi: TanggalAtauStrip = Field(None, description="Tanggal revisi; boleh kosong pada SOP baru.")
    efektif: TanggalAtauStrip = Field(None, description="Tanggal mulai berlaku.")


class NomorInduk(Bagian):
    model_config = ConfigDict(
        json_schema_extra=or_shorter({"type": "null"}),
    )
    NIP: Teks = Field("", description="Nomor Induk Pegawai, 18 angka, diapit tanda kutip.")
    NRP: Teks = Field("", description="Nomor Registrasi Pokok (TNI/Polri), diapit tanda kutip.")

    @model_validator(mode="after")
    def _only_one(self) -> "NomorInduk":
        if self.NIP and self.NRP:
            raise fault("two_numbers", self.NRP)
        return self


class Pengesahan(Bagian):
    atas_nama: Teks = Field("", description='Pejabat yang diatasnamakan; dicetak "a.n. …".')
    jabatan: Teks = Field("", description="Jabatan yang mengesahkan.")
    nama: Teks = Field("", description="Nama lengkap pejabat beserta gelar.")
    pangkat: Teks = Field("", description="Pangkat atau golongan.")
    nomor_induk: NomorInduk = Field(NomorInduk.empty(), description="NIP atau NRP pejabat.")


class Lajur(Bagian):
    model_config = ConfigDict(json_schema_extra=or_shorter(NAME_SCHEMA))
    short = "nama"
    nama: Wajib = Field(description="Nama pelaksana yang dicetak di kepala kolom.")
    eksternal: YaTidak = Field(None, description="true bila pelaksana berada di luar instansi.")
    peran: Opsi[Literal["pemohon", "penanggung_jawab", "atasan", "administrasi"]] = Field(
        None, description="Peran pelaksana menurut jenis SOP."
    )
    kelompok: Teks = Field("", description="Kepala bersama bagi pelaksana yang bersebelahan, misalnya satuan kerjanya.")
    publik: Teks = Field("", description="Nama pelaksana pada edisi publik, sebagaimana dikenal pemohon.")


class Rute(Bagian):
    keluar: Opsi[Literal["kiri", "kanan", "bawah"]] = Field(None, description="Sisi simbol tempat panah keluar.")
    lewat: Annotated[dict[str, Opsi[Literal["kiri", "kanan"]]], BeforeValidator(expect_map)] = Field(
        {}, description="Sisi yang dilewati panah pada kegiatan di antaranya: {nomor atau id: kiri | kanan}."
    )


class Tujuan(Bagian):
    model_config = ConfigDict(json_schema_extra=or_shorter({"type": ["integer", "string"]}))
    short = "ke"
    ke: Wajib = Field(description="Nomor kegiatan, id kegiatan, atau `selesai`.")
    rute: Rute | None = Field(None, description="Jalan panah yang ditentukan sendiri.")


class Kegiatan(Bagian):
    uraian: Annotated[Isi, AfterValidator(not_empty)] = Field(description="Uraian kegiatan, diawali kata kerja aktif.")
    pelaksana: Annotated[
        list[Wajib],
        BeforeValidator(one_or_list),
        AfterValidator(not_empty),
        WithJsonSchema({"anyOf": [NAME_SCHEMA, {"type": "array", "items": NAME_SCHEMA, "minItems": 1}]}),
    ] = Field(description="Kunci pelaksana, atau daftar untuk kegiatan bersama; yang pertama memimpin.")
    id: Nama = Field(None, description="Nama kegiatan, supaya kegiatan lain dapat menunjuknya.")
    bersama: Teks = Field("", description="Bentuk kegiatan bersama: rapat, diskusi, penandatanganan, pemeriksaan …")
    kelengkapan: Isi = Field(Isi.empty(), description="Mutu baku: kelengkapan.")
    waktu: Teks = Field("", description='Mutu baku: waktu, misalnya 15 menit, 1 jam/berkas, "sesuai kebutuhan".')
    output: Isi = Field(Isi.empty(), description="Mutu baku: output.")
    keterangan: Isi = Field(Isi.empty(), description="Keterangan.")
    keputusan: Annotated[dict[str, Tujuan], BeforeValidator(expect_map)] = Field(
        {}, description="Cabang keputusan: {label: nomor, id, atau selesai}; dua, paling banyak tiga."
    )
    lanjut: Annotated[list[Tujuan], BeforeValidator(one_or_list)] = Field(
        [],
        description="Kegiatan berikutnya bila bukan yang di bawahnya; daftar dua atau tiga: serentak.",
        json_schema_extra=one_or_several,
    )
    rute: Rute | None = Field(None, description="Jalan panah ke kegiatan berikutnya yang ditentukan sendiri.")
    publik: Publik = Field(Publik.empty(), description="Kata-kata bagi pemohon: satu kotak pada gambar alur pelayanan.")


class Label(Bagian):
    # The descriptions quote what is printed by default.
    model_config = ConfigDict(json_schema_extra={"description": "Tulisan tercetak pada formulir, menurut kuncinya."})

    nomor: Tulisan = Field(None, description="Pengganti tulisan “Nomor SOP”.")
    tanggal_pembuatan: Tulisan = Field(None, description="Pengganti tulisan “Tanggal Pembuatan”.")
    tanggal_revisi: Tulisan = Field(None, description="Pengganti tulisan “Tanggal Revisi”.")
    tanggal_efektif: Tulisan = Field(None, description="Pengganti tulisan “Tanggal Efektif”.")
    pembuatan: Tulisan = Field(None, description="Pengganti tulisan “Tanggal Pembuatan”.")
    revisi: Tulisan = Field(None, description="Pengganti tulisan “Tanggal Revisi”.")
    efektif: Tulisan = Field(None, description="Pengganti tulisan “Tanggal Efektif”.")
    pengesahan: Tulisan = Field(None, description="Pengganti tulisan “Disahkan oleh”.")
    judul: Tulisan = Field(None, description="Pengganti tulisan “Judul SOP”.")
    dasar_hukum: Tulisan = Field(None, description="Pengganti tulisan “DASAR HUKUM”.")
    kualifikasi_pelaksana: Tulisan = Field(None, description="Pengganti tulisan “KUALIFIKASI PELAKSANA”.")
    keterkaitan: Tulisan = Field(None, description="Pengganti tulisan “KETERKAITAN”.")
    peralatan: Tulisan = Field(None, description="Pengganti tulisan “PERALATAN/PERLENGKAPAN”.")
    peringatan: Tulisan = Field(None, description="Pengganti tulisan “PERINGATAN”.")
    pencatatan: Tulisan = Field(None, description="Pengganti tulisan “PENCATATAN DAN PENDATAAN”.")
    prosedur: Tulisan = Field(None, description="Pengganti tulisan “PROSEDUR”.")
    no: Tulisan = Field(None, description="Pengganti tulisan “No”.")
    kegiatan: Tulisan = Field(None, description="Pengganti tulisan “Kegiatan”.")
    pelaksana: Tulisan = Field(None, description="Pengganti tulisan “Pelaksana”.")
    mutu_baku: Tulisan = Field(None, description="Pengganti tulisan “Mutu Baku”.")
    kelengkapan: Tulisan = Field(None, description="Pengganti tulisan “Kelengkapan”.")
    waktu: Tulisan = Field(None, description="Pengganti tulisan “Waktu”.")
    output: Tulisan = Field(None, description="Pengganti tulisan “Output”.")
    keterangan: Tulisan = Field(None, description="Pengganti tulisan “Keterangan”.")
    halaman: Tulisan = Field(None, description="Pengganti “Halaman” dalam “Halaman 1 dari 3”.")
    dari: Tulisan = Field(None, description="Pengganti “dari” dalam “Halaman 1 dari 3”.")
    bersambung: Tulisan = Field(None, description="Pengganti tulisan “Bersambung ke halaman”.")
    sambungan: Tulisan = Field(None, description="Pengganti tulisan “Sambungan dari halaman”.")
    dan: Tulisan = Field(None, description="Pengganti “dan” dalam “Bersambung ke halaman 3 dan 5”.")
    dan_lain: Tulisan = Field(None, description="Pengganti “dst.” dalam “Bersambung ke halaman 3, 5, dst.”.")
    lanjutan: Tulisan = Field(None, description="Pengganti “(lanjutan)” pada kotak yang bersambung.")
    atas_nama: Tulisan = Field(None, description="Pengganti tulisan “a.n.”.")
    konsep: Tulisan = Field(None, description="Pengganti tulisan “KONSEP”.")
    dicabut: Tulisan = Field(None, description="Pengganti tulisan “DICABUT”.")
    digantikan_oleh: Tulisan = Field(None, description="Pengganti tulisan “digantikan oleh”.")


class Tampilan(Bagian):
    kertas: Opsi[Kertas] = Field(None, description="Kertas, selalu melintang. Bawaan: A4.")
    huruf: Opsi[Huruf] = Field(None, description="Huruf. Bawaan: Arial.")
    ukuran_huruf: Angka = Field(None, ge=5, le=14, description="Ukuran huruf dalam poin. Bawaan: 9.")
    ukuran_huruf_terkecil: Angka = Field(
        None, ge=5, le=14, description="Ukuran terkecil untuk menghemat halaman, dalam poin. Bawaan: 7."
    )
    halaman: Opsi[Literal["terpisah", "gabung"]] = Field(
        None, description="gabung: identitas dan alur di satu halaman bila seluruh SOP muat. Bawaan: terpisah."
    )
    riwayat: YaTidak = Field(None, description="Cetak riwayat sebagai halaman terakhir. Bawaan: false.")
    kapsul: Opsi[Literal["kegiatan", "tambahan"]] = Field(
        None, description="kegiatan: kegiatan pertama dan terakhir berupa kapsul; tambahan: kapsul tersendiri."
    )
    gabungan: Opsi[Literal["tertaut", "lebar"]] = Field(
        None, description="Kegiatan bersama: kotak tertaut garis, atau satu kotak lebar."
    )
    kepala_berulang: YaTidak = Field(None, description="Kepala tabel diulang di setiap halaman. Bawaan: true.")
    nomor_kolom: YaTidak = Field(None, description='Baris "(1) (2) (3)" di bawah kepala tabel. Bawaan: false.')
    pita_tte: Angka = Field(
        None,
        ge=0,
        le=60,
        description="Milimeter di kaki halaman untuk QR dan catatan tanda tangan elektronik. Bawaan: 12.",
    )
    tanda_tangan: Opsi[Literal["kosong", "bidang"]] = Field(
        None, description="Ruang tanda tangan: kosong, atau bidang tanda tangan PDF."
    )
    konektor: Opsi[Literal["ganda", "bebas", "terpaku"]] = Field(None, description="Panah di XLSX. Bawaan: ganda.")
    label: Label = Field(Label.empty(), description="Tulisan tercetak menurut kuncinya, misalnya {judul: Nama SOP}.")
    warna_kepala: Warna = Field(None, description='Warna kepala tabel, diapit tanda kutip. Bawaan: "#E4E4E4".')


class Pengabaian(Bagian):
    aturan: Wajib = Field(description="Kode aturan, misalnya KEG-01.")
    alasan: Wajib = Field(description="Alasan temuan ini diterima.")
    kegiatan: Acuan = Field(None, description="Nomor atau id kegiatan; kosong berarti seluruh SOP.")
    sampai: TanggalIso = Field(None, description="Berlaku sampai tanggal ini.")


class Umum(Bagian):
    """The keys that a spec and sopgen.yaml share."""

    jenis: Opsi[Literal["administratif", "teknis"]] = Field(None, description="Jenis SOP menurut sifat kegiatannya.")
    sifat: Opsi[Literal["pelayanan", "rutin", "penugasan"]] = Field(None, description="Sifat kegiatan.")
    cakupan: Opsi[Literal["generik", "spesifik"]] = Field(None, description="Cakupan SOP.")
    tim: YaTidak = Field(None, description="Dikerjakan oleh tim (skala besar)?")
    instansi: Baris = Field([], description="Nama instansi: teks atau daftar baris; biasanya di sopgen.yaml.")
    teks_kepala: Baris = Field([], description="Teks antara instansi dan unit.")
    unit: Baris = Field([], description="Nama unit penyusun: teks atau daftar baris.")
    logo: Jalur = Field("", description="PNG atau JPEG; jalurnya dihitung dari berkas yang menyebutnya.")
    tanggal: Tanggal = Field(Tanggal.empty(), description="Tanggal pembuatan, revisi, dan efektif.")
    pengesahan: Pengesahan = Field(Pengesahan.empty(), description="Pejabat yang mengesahkan.")
    dasar_hukum: KotakIsi = Field(Kotak.empty(), description="Dasar hukum: teks, atau daftar yang dicetak bernomor.")
    kualifikasi_pelaksana: KotakIsi = Field(Kotak.empty(), description="Kualifikasi pelaksana.")
    keterkaitan: KotakIsi = Field(Kotak.empty(), description="SOP lain yang terkait.")
    peralatan: KotakIsi = Field(Kotak.empty(), description="Peralatan/perlengkapan.")
    peringatan: KotakIsi = Field(Kotak.empty(), description="Peringatan.")
    pencatatan: KotakIsi = Field(Kotak.empty(), description="Pencatatan dan pendataan.")
    pelayanan: Pelayanan = Field(
        Pelayanan.empty(), description="Data standar pelayanan; banyak di antaranya di sopgen.yaml."
    )
    tampilan: Tampilan = Field(Tampilan.empty(), description="Tampilan; biasanya di sopgen.yaml.")


class BerkasSop(Umum):
    nomor: Teks = Field("", description="Nomor SOP.")
    judul: Wajib = Field(description="Judul SOP.")
    pelaksana: Annotated[dict[str, Lajur], BeforeValidator(expect_map)] = Field(
        description="Kolom pelaksana dari kiri ke kanan: {kunci: nama tercetak}.", min_length=1
    )
    kegiatan: Annotated[list[Kegiatan], BeforeValidator(expect_list)] = Field(
        description="Kegiatan dari atas ke bawah, bernomor mulai 1.", min_length=1
    )
    riwayat: Annotated[list[Revisi], BeforeValidator(expect_list)] = Field(
        [], description="Riwayat revisi, yang terbaru paling bawah."
    )
    status: Opsi[Literal["konsep", "berlaku", "dicabut"]] = Field(None, description="Status SOP. Bawaan: berlaku.")
    digantikan_oleh: Teks = Field("", description="Nomor SOP yang menggantikan SOP yang dicabut.")
    abaikan: Annotated[list[Pengabaian], BeforeValidator(expect_list)] = Field(
        [], description="Temuan yang sengaja diterima, dengan alasannya."
    )


class WaktuKerja(Bagian):
    jam_per_hari: Angka = Field(None, ge=1, le=24, description="Jam kerja sehari. Bawaan: 7,5.")
    hari_per_minggu: Angka = Field(None, ge=1, le=7, description="Hari kerja seminggu. Bawaan: 5.")
    hari_per_bulan: Angka = Field(None, ge=1, le=31, description="Hari kerja sebulan. Bawaan: 22.")


class Aturan(Bagian):
    """Rule settings: a preset, and a weight for single rules, keyed by their code."""

    model_config = ConfigDict(extra="allow")
    preset: Opsi[Literal["baku", "ketat"]] = Field(None, description="Kumpulan bobot aturan. Bawaan: baku.")
    __pydantic_extra__: dict[str, Opsi[Literal["wajib", "anjuran", "mati"]]]


DaftarIsian = Annotated[list[TeksIsian], BeforeValidator(expect_list)]


class Penjelasan(Isi):
    teks: TeksIsian = Field("", description="Kalimat di atas daftar.")
    butir: DaftarIsian = Field([], description="Butir daftar.")


class Keputusan(Bagian):
    """The act that the volume is the annex of; its texts may hold placeholders."""

    jenis: Opsi[Literal["keputusan", "peraturan"]] = Field(
        None, description="keputusan: kompilasi semua SOP; peraturan: SOP untuk satu materi. Bawaan: keputusan."
    )
    pejabat: Teks = Field("", description="Jabatan yang menetapkan, misalnya Sekretaris Daerah Kabupaten Contoh.")
    nomor: Teks = Field("", description="Nomor keputusan; kosong dicetak titik-titik.")
    tentang: TeksIsian = Field("", description="Hal yang ditetapkan.")
    menimbang: DaftarIsian = Field([], description="Pertimbangan, dicetak a., b., …")
    mengingat: DaftarIsian = Field([], description="Dasar hukum, dicetak 1., 2., …")
    memperhatikan: DaftarIsian = Field([], description="Hal yang diperhatikan, dicetak 1., 2., …; boleh tidak ada.")
    diktum: DaftarIsian = Field([], description="Isi keputusan: KESATU, KEDUA, …")
    tempat: Teks = Field("", description="Tempat penetapan.")
    tanggal: TanggalIso = Field(None, description="Tanggal penetapan; kosong dicetak titik-titik.")
    pengesahan: Pengesahan = Field(Pengesahan.empty(), description="Pejabat yang menandatangani.")


class Kompilasi(Bagian):
    """`sopgen compile`: the volume that binds all SOPs."""

    judul: TeksIsian = Field("", description="Judul dokumen di sampul.")
    tahun: Teks = Field("", description="Tahun pembuatan; bawaan: tahun terakhir di antara tanggal SOP.")
    alamat: Baris = Field([], description="Alamat di sampul: teks atau daftar baris.")
    keputusan: Keputusan = Field(Keputusan.empty(), description="Keputusan pimpinan yang lampirannya dokumen ini.")
    ruang_lingkup: Penjelasan = Field(Penjelasan.empty(), description="Penjelasan penggunaan: ruang lingkup.")
    ringkasan: Penjelasan = Field(Penjelasan.empty(), description="Penjelasan penggunaan: ringkasan.")
    definisi: DaftarIsian = Field([], description="Penjelasan penggunaan: definisi umum, satu istilah satu butir.")


class Monev(Bagian):
    """`sopgen monev`: who assesses the SOPs."""

    tempat: Teks = Field("", description="Tempat yang dicetak di depan tanggal tanda tangan.")
    bertempat: Teks = Field("", description="Tempat berita acara dibuat, misalnya Kantor Dinas Contoh.")
    alamat: Baris = Field([], description="Alamat di kop berita acara: teks atau daftar baris.")
    penilai: Pengesahan = Field(Pengesahan.empty(), description="Penilai pada formulir monitoring dan evaluasi.")
    evaluator: Pengesahan = Field(Pengesahan.empty(), description="Evaluator pada berita acara.")
    koordinator: Pengesahan = Field(Pengesahan.empty(), description="Koordinator SOP unit pada berita acara.")


class BerkasBawaan(Umum):
    """sopgen.yaml."""

    pola_nomor: Pola = Field("", description="Pola (regular expression) untuk nomor SOP.")
    waktu_kerja: WaktuKerja = Field(WaktuKerja.empty(), description="Jam dan hari kerja untuk menjumlahkan waktu.")
    kata: Baris = Field([], description="Istilah instansi yang ejaannya benar (aturan EJA-01).")
    aturan: Aturan = Field(Aturan.empty(), description="Bobot aturan pemeriksaan.")
    kompilasi: Kompilasi = Field(Kompilasi.empty(), description="Naskah dokumen kompilasi (sopgen compile).")
    monev: Monev = Field(Monev.empty(), description="Penilai dan tempat monitoring dan evaluasi (sopgen monev).")
