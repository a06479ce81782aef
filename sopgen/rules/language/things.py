"""Nouns that name no activity, by what they name: papers, systems, goods, places, bodies, people, money, norms, states.

Which bare nouns are activities no form tells ("wisuda", "triase", "operan"), and there are always more of them. So a
title is faulted for what is known to be something else, by these lists and by the forms below.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_PAPERS: Final = (
    "agenda akta arsip bagan bahan baliho berita berkas biodata blangko borang brosur buku buletin catatan cerita "
    "daftar data diagram dokumen draf draft duplikat faktur formulir foto gambar grafik hasil ijazah indeks "
    "informasi jadwal judul jurnal kalender kartu kepmen keputusan kertas kode konsep kontrak kop kuesioner "
    "kuitansi kurikulum kutipan kwitansi lampiran laporan leaflet leger lembar logbook majalah map matriks memo "
    "memorandum meterai modul naskah neraca nomor nota notula notulen pamflet paspor pengumuman peta piagam "
    "poster presensi profil proposal rapor register rekam rekening resep risalah salinan sertifikat silabus "
    "skripsi soal spanduk surat tabel tanda tesis transkrip undangan video"
)
_SYSTEMS: Final = (
    "akun aplikasi aset basis database e-mail email internet jaringan laman media modem perangkat platform portal "
    "sandi server sinyal sistem situs surel telepon website wifi"
)
_GOODS: Final = (
    "air alat ambulans amunisi apd atk bak barang baterai bendera benih bensin bibit blok boks bola bom buah cap "
    "daging darah fasilitas filter garam gas genset gizi hewan hidran ikan inventaris jamban jas jenazah kabel "
    "kamera karpet katalog kayu kendaraan keramik kipas koleksi komputer kotak kursi lampu laptop lemari lift "
    "limbah linen listrik logistik mainan makanan mebel meja mesin meubelair mikroskop minuman mobil motor mushaf "
    "narkotika neon obat oksigen onderdil pakaian panel pangan papan pendingin perahu pestisida pintu pipa pohon "
    "pompa prasarana printer psikotropika pupuk rak rambu reklame sabun sampah sapi sarana selang semen senjata "
    "senpi sepatu sepeda seragam spesimen sprei stempel suku susu tabung taman tanah tanaman telur tenda ternak "
    "tiang tinta toner vaksin"
)
_PLACES: Final = (
    "alamat apotek asrama aula balai bandar bandara bangsal bangunan bengkel daerah dapur desa embung gedung "
    "gereja gudang halaman halte hutan instalasi jalan jembatan kabupaten kamar kampus kantin kantor kawasan "
    "kebun kecamatan kelas kelurahan kolam kompleks kota laboratorium lahan lapangan lingkungan lokasi loket "
    "lorong makam masjid menara musala museum musholla nagari objek obyek pagar pantai parkir pasar poliklinik "
    "pondok pos posko pura puskesmas ruang ruangan rumah saluran satuan sawah sekolah sumur sungai tambak tempat "
    "terminal titik toilet trotoar unit waduk wilayah zona"
)
_BODIES: Final = (
    "badan bagian balita bendahara biara bidang biro bumdes dewan dinas direktorat divisi fakultas gugus jurusan "
    "kelompok kementerian kesatuan komite koperasi lembaga majelis panitia partai perkumpulan pokja polres polsek "
    "posyandu pusat puskesos puslit resor satgas sekretariat seksi subbagian tim yayasan"
)
_PEOPLE: Final = (
    "advokat alumni anak anggota apoteker atasan atlet bayi bidan bupati calon camat dokter dosen duta gubernur "
    "guru ibu imam jabatan jemaah kader karyawan kepala ketua klien konselor korban lansia lurah mahasiswa "
    "masyarakat menteri mitra narapidana narasumber nelayan notaris operator orang pasien pegawai pejabat pemuda "
    "pengusaha penyandang perawat perempuan petani petugas prajurit pramuka presiden rekanan relawan remaja saksi "
    "santri sarjana siswa sopir staf tahanan tamu teknisi tenaga tentara tersangka tokoh wali wanita warga "
    "wartawan"
)
_MONEY: Final = (
    "anggaran bea beasiswa belanja biaya bunga dana denda deviden devisa fee gaji honor honorarium hutang "
    "insentif jaminan kas keuangan kredit kupon laba modal pajak pendapatan piutang rekening saham saldo subsidi "
    "sumbangan tabungan tagihan tarif tunjangan uang upah utang zakat"
)
_NORMS: Final = (
    "akhlak alur angka arah asas azas bagaimana bentuk cara ciri dasar daya etika faktor fungsi hak hukum "
    "identitas jam jangka jenis jumlah kamus kategori kebijakan kewajiban kriteria kualitas kuota landasan level "
    "maklumat makna metode misi moral mutu nilai norma pasal peraturan perda pola prinsip program prosedur protap "
    "rasio rencana renja renstra risiko rumpun rumus sifat skema standar statuta strategi struktur syarat tahap "
    "tanggal target tema tingkat tugas tujuan tupoksi undang-undang urutan visi waktu warna wewenang"
)
_KNOWN: Final = frozenset(f"{_PAPERS} {_SYSTEMS} {_GOODS} {_PLACES} {_BODIES} {_PEOPLE} {_MONEY} {_NORMS}".split())
_STATE: Final = re.compile(r"ke(?!r)\w{3,}an")
"""kesehatan, kepegawaian; "kerja sama" and "kenaikan" are known as activities before."""
_PERSON: Final = re.compile(r"\w{3,}(?:wan|wati|man)")
_ANSWERING: Final = frozenset({"tertib", "naskah", "ruang", "usaha", "krama", "letak"})
"""Behind "tata": a norm, a place, not what is done."""


@lru_cache(maxsize=4096)
def names_a_thing(first: str, second: str = "") -> bool:
    """Whether a title that opens with these words, in lower case, opens with what is no activity."""
    if second == "opname":
        return False  # "kas opname"
    if first == "tata":
        return second in _ANSWERING
    return first in _KNOWN or _STATE.fullmatch(first) is not None or _PERSON.fullmatch(first) is not None
