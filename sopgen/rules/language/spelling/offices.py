"""What offices write every day and no dictionary of the language lists: loans, short forms, words younger than it."""

from __future__ import annotations

from typing import Final

_WORDS: Final = (
    # Offices and officials in short.
    "administrator arsiparis asda asdep asesor auditan auditor bakohumas bappeda bendahara bidan bumd bumdes bumn "
    "bupati camat dinkes dinsos dirjen disdukcapil diskominfo dokter enumerator eselon evaluator fasilitator "
    "inspektorat irjen itjen kabag kabid kades kadis kankemenag kanwil kapolres kapolsek karo kasi kasubag "
    "kasubbag kasubbid kasubdit kasubid kasubsi katim kemen kemenag kemenpan kepsek ketua koordinator korwil "
    "lurah moderator nakes narahubung narasumber notulis operator pemateri pencacah pengadministrasi pengelola "
    "penyelia perawat plh plt polindes posyandu pramubakti pramusaji pranata puskesmas pustu resepsionis satgas "
    "satker satpam satpol sekcam sekda sekdes sekdis sekjen sekretariat sekwan sesditjen sesmen setda setjen "
    "setwan sopir staf subbag subbagian subbidang subdirektorat subdit subkoordinator surveyor upt uptd validator "
    "verifikator widyaiswara widyaprada "
    # Papers, plans and systems in short.
    "amdal andalalin anjab apbd apbdes apbn bimtek diklat dupak inmendagri inpres kak kepka kepmen keppres konsep "
    "kpi kua lakip lapkin lelang lkjip monev musdes musrenbang notula notulen orwil pemilu perbup perda perdes "
    "pergub perka perkada permen permendagri permenkes permenpan perpres perwali pilkada pilkades prodi promes "
    "prosem prota protap ranperda raperbup raperda renaksi renja renstra rkpd rpjmd rpjmdes sakip sakti silpa "
    "siltap simpeg skp spj spm spp sppd sptjm srikandi tukin tupoksi wasdal "
    # Loans and new words that offices use.
    "nodin rakor rakornas rakorda raker rakernas rakerda rakontek karis karsu karpeg instruksi mencap "
    "absen absensi agendaris akomodasi akreditasi akuisisi anonim apresiasi asersi asesmen audiensi autentifikasi "
    "autentikasi bermeterai biometrik blangko boks brifing bujet caturwulan daring dashboard database deskripsi "
    "digitalisasi digitisasi disabilitas disinfeksi disinfektan disposisi domain download draf draft drone "
    "efisiensi ekspedisi email enkapsulasi enkripsi faksimile finalisasi fingerprint flashdisk fumigasi gawai "
    "geladi giat gratifikasi harddisk hardisk hibah hosting humas imunisasi inaktif infografis infokus inpassing "
    "inseminasi inspeksi interkoneksi internet intranet inventarisasi kalibrasi kanal karantina ketatalaksanaan "
    "keyboard klaim klarifikasi klaster kliping kompilasi konfigurasi konsinyasi konsinyering konsinyir konten "
    "kuesioner kuitansi kunker lakalantas laman laminasi lampir lansia laptop lcd lokakarya luring magang "
    "materiil mediasi menanda metadata migrasi mikrofilm milenial mitigasi modem monitor mouse mutakhir nirkertas "
    "nomenklatur nonaktif nontunai nota notulensi observasi offline online opname otorisasi outsourcing padan "
    "pagi pagu paraf pascabayar peladen pelantikan pemangku pemeringkatan pemutakhiran penatalaksanaan "
    "penatausahaan penelaahan pengagendaan pengarusutamaan pengembang peramban perangkingan pertelaan pindai "
    "piranti podcast portofolio posko pranala presensi presentasi printer prioritas protokoler purnabakti "
    "purnatugas qanun rekap rekapitulasi rekon rekonsiliasi reservasi reses reset restorasi retensi retribusi "
    "reviu rinci rincian rincikan sarana sarpras scanner segel semesteran sertifikasi server seyogianya siniar "
    "sinkron sinkronisasi situs skrining sosialisasi spasi stiker subkegiatan surel survei swab swafoto swakelola "
    "tablet tabulasi tahunan tata tatalaksana tautan telaahan terinci terlapor tikor tilang tindak tindaklanjut "
    "tongkang tracing transkrip triwulan triwulanan unduh unggah upload urusan utilisasi vaksin vaksinasi "
    "validasi verifikasi videotron virtual visitasi visum webcam webinar webmail website wewenang wifi yudisium "
    "zonasi"
)
OFFICE_WORDS: Final = frozenset(_WORDS.split())
