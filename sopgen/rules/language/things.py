"""Nouns that name no activity, by what they name: papers, systems, goods, places, bodies, people, money, norms, states.

Which bare nouns are activities no form tells ("wisuda", "triase", "operan"), and there are always more of them. So a
title is faulted for what is known to be something else, by these lists and by the forms below.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from sopgen.rules.language.verbs import syllables

_PAPERS: Final = (
    "agenda akta almanak arsip bagan bahan baliho banner berita berkas biodata blangko borang brosur bukti buku "
    "buletin capaian catatan cerita daftar dalil data diagram dokumen dossier draf draft duplikat "
    "ekspedisi faktur fatwa formulir foto gambar grafik hasil ijazah ikhtisar indeks infografis "
    "informasi jadwal judul juklak juknis jurnal kalender karcis kartu kebijakan kepmen keputusan kertas kode "
    "komik konsep kontrak kop kuesioner kuitansi kupon kurikulum kutipan kwitansi lampiran laporan leaflet leger "
    "lembar logbook lukisan majalah manual manuskrip map matriks memo memorandum meterai modul monografi naskah "
    "neraca nilai nisan nomor nota notula notulen novel pamflet panduan paspor patung pedoman pengumuman peta "
    "petunjuk piagam pigura poster potret presensi profil proposal rapor register rekam rekaman rekening "
    "resep ringkasan risalah salinan sampul sertifikat silabus sinopsis skripsi soal spanduk stiker struk surah "
    "surat tabel tanda tesis tiket transkrip tulisan undang-undang undangan video warkah wesel"
)
_SYSTEMS: Final = (
    "akun antena aplikasi aset barcode basis chatbot database domain drone e-mail e-office email "
    "hotline internet jaringan kanal laman media menu modem perangkat platform portal radio robot saluran sandi "
    "sensor server sinyal sistem situs sosmed surel telegram telepon website whatsapp wifi"
)
_GOODS: Final = (
    "air alat ambulans amunisi antibiotik apd arca atap atk bak barang baterai batik batu bendera benih bensin "
    "besi beton bibit blok boks bola bom buah bunga bus cap celana cerobong contoh daging darah emas etalase "
    "fasilitas filter garam gas genset gerobak gizi hewan hidran ikan infus inventaris jaket jamban jarum jas "
    "jenazah kabel kaca kain kamera kaos kapal karangan karpet karung kasa kasur katalog kayu kendaraan keramik "
    "kereta keris kertas kipas koleksi kompor komputer kopi kotak kuda kulkas kunci kursi lampu laptop lemari lift "
    "limbah linen linmas listrik logistik madu mainan makanan masker mebel meja mesin meteran meubelair mikroskop "
    "minuman minyak mobil motor mushaf mutiara narkotika neon obat oksigen onderdil oven pakaian paket pampers "
    "panah panel pangan papan pasir patok payung pemadam pendingin perahu perhiasan permata perunggu pesawat "
    "pestisida piala pintu pipa pipet pisau plasma plastik pohon pompa prasarana printer psikotropika pupuk rak "
    "rambu rangka reagen reklame rokok rompi roti sabun sampah sapi sarana sarung sayur selang semen senjata senpi "
    "sepatu sepeda seragam sikat sirene spesies spesimen sprei stempel suku susu tablet tabung tali taman "
    "tanah tanaman tandu tangga tas teh telur tenda termometer ternak tiang timbangan tinta toner topi truk ubin "
    "uniform vaksin vitamin wadah wayang"
)
_PLACES: Final = (
    "alamat alun-alun anjungan apotek apotik arena asrama auditorium aula balai balairung bandar bandara bangsal "
    "bangunan bank basecamp bendungan bengkel bioskop blok butik cafe candi daerah danau dapur dermaga desa "
    "diorama distrik embung galeri gedung gelanggang gerai gereja gudang gunung halaman halte hotel hutan "
    "instalasi irigasi jalan jalur jembatan kabupaten kafe kamar kampus kandang kantin kantor kawasan kebun "
    "kecamatan kelas kelurahan keraton kios klinik kolam kompleks kos kota kuburan laboratorium lahan lapangan "
    "lapas lingkungan lobi lokasi loket lorong makam mal masjid menara mess monumen musala museum mushala musholla "
    "nagari objek observatorium obyek pagar pantai panti parkir pasar pelabuhan pendopo penjara pesantren poli "
    "poliklinik polindes polresta pondok portal pos posko pulau pura puskesmas pustu ruang ruangan rumah "
    "rusun rutan saluran sanggar satuan sawah sekolah selasar showroom stadion stasiun studio sumur "
    "sungai taman tambak tempat terminal titik toilet trotoar tugu unit universitas vila waduk warung wilayah zona"
)
_BODIES: Final = (
    "akademi asosiasi badan bagian balita baperjakat bappeda baznas bendahara biara bidang biro bumd bumdes dewan "
    "dinas dinkes direktorat divisi fakultas gugus himpunan ikatan inspektorat instansi jurusan karang "
    "kelompok keluarga kementerian kesatuan klub komando komisi komite konsorsium koperasi korps lembaga mahkamah "
    "majelis organisasi paguyuban palang panitia parpol partai pemerintah pengadilan perkumpulan perusahaan pkk "
    "pokja politeknik polres polsek posyandu ppid pusat puskesos puslit resor rt rw satgas satpol sekretariat "
    "seksi serikat subbag subbagian subbid suku tim unit yayasan yonif"
)
_PEOPLE: Final = (
    "advokat ahli aktor alumni anak anggota apoteker artis asesor asisten atasan atlet auditor bapak bayi bidan "
    "bupati buruh calon camat dalang debitur dirigen disabilitas dokter dosen duafa duta eksportir "
    "gelandangan gubernur guru hakim ibu imam investor jabatan jaksa jamaah jemaah juru kader karyawan kasir "
    "keluarga kepala ketua klien kolonel konselor konsultan kontraktor korban kurir lansia lurah mahasiswa mandor "
    "manula masyarakat menteri mitra model mualaf muallaf mubalig narapidana narasumber nasabah nelayan notaris "
    "ojek operator orang ormas pahlawan pasien pegawai pejabat pejuang pelajar pemuda pemulung pengemis "
    "pengusaha penyandang perawat perempuan petani petugas polisi prajurit pramuka presiden profesor psikolog qari "
    "rakyat ratu rekanan relawan remaja saksi santri sarjana sastrawan satpam security sekretaris seniman siswa "
    "sopir sponsor staf suami supervisor supir suster tahanan tamu teknisi tenaga tentara tersangka tki tokoh "
    "ustaz vendor veteran wajib wali wanita warga wartawan wisatawan"
)
_MONEY: Final = (
    "anggaran aset bayaran bea beasiswa belanja biaya bonus bunga cukai dana denda deposito deviden devisa diskon "
    "diskonto fee fiskal gaji gratifikasi honor honorarium hutang insentif iuran jaminan kas keuangan komisi "
    "kredit kupon laba modal nafkah nilai obligasi omzet pad pajak panjar pendapatan perak piutang "
    "plafon premi rekening royalti rupiah saham saldo sisa subsidi sumbangan surplus tabungan "
    "tagihan talangan tarif tunjangan uang upah upeti utang voucher zakat"
)
_NORMS: Final = (
    "adab akhlak alasan alur angka arah asas aspek aturan azas bagaimana batas bentuk budaya capaian cara ciri "
    "dampak dasar daya definisi durasi etika faktor filosofi format fungsi garis gaya hak hakikat harga hukum ide "
    "identitas indikator isi isu jadwal jam jangka jenis jumlah kamus kategori kebijakan kewajiban kiat "
    "kinerja kode konsep kriteria kualitas kuota landasan larangan level lingkup macam maklumat makna maksud "
    "manfaat masalah mekanisme metode metodologi misi moral motto mutu nama nilai norma objek paradigma pasal "
    "peluang peraturan perda pokok pola posisi potensi prasyarat prinsip program prosedur protap ragam rasio "
    "rencana renja renstra risiko rumpun rumus sasaran sebab sejarah sifat sila simbol sistematika skema slogan "
    "standar status statuta strategi struktur syarat tabiat tahap tanggal target teknik tema teori tingkat tips "
    "tugas tujuan tupoksi ukuran undang-undang unsur urutan usia visi volume waktu warna wewenang"
)
_KNOWN: Final = frozenset(f"{_PAPERS} {_SYSTEMS} {_GOODS} {_PLACES} {_BODIES} {_PEOPLE} {_MONEY} {_NORMS}".split())
_STATE: Final = re.compile(r"ke(?!r)\w{3,}an")
"""kesehatan, kepegawaian; "kerja sama" and "kenaikan" are known as activities before."""
_PERSON: Final = re.compile(r"\w{3,}(?:wan|wati|man)")
_AGENT: Final = re.compile(r"pe(?:m[bpfvaiueo]|n[cdjztsyaiueo]|ng[aiueoghk]|[lmrwyst][aiueo])\w*(?<!an)")
"""pemohon, pengunjung, pelanggan's like without -an: who or what does something."""
_NO_AGENTS: Final = frozenset({"pemilu", "pemilukada", "periksa", "pelihara"})
_DOING: Final = frozenset({"masuk", "menyapa", "peduli", "mengajar", "mengabdi"})
"""Behind a person: what a programme is called by, "Jaksa Masuk Sekolah"."""
_NUMBERS: Final = frozenset({"satu", "dua", "tiga", "i", "ii", "iii", "1", "2", "3"})
_ANSWERING: Final = frozenset({"cara", "tertib", "naskah", "ruang", "usaha", "krama", "letak"})
"""Behind "tata": a norm, a place, not what is done."""


@lru_cache(maxsize=4096)
def names_a_thing(first: str, second: str = "") -> bool:
    """Whether a title that opens with these words, in lower case, opens with what is no activity."""
    if (
        second == "opname"
        or (second in _DOING and first in _PEOPLE.split())
        or (first == "tahap" and second in _NUMBERS)
    ):
        return False  # "kas opname"; "tahap dua" is what prosecutors do
    if first == "tata":
        return second in _ANSWERING
    return first in _KNOWN or any(form.fullmatch(first) for form in (_STATE, _PERSON)) or _is_agent(first)


def _is_agent(word: str) -> bool:
    return word not in _NO_AGENTS and _AGENT.fullmatch(word) is not None and syllables(word) > 2
