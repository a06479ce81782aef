"""Words of made-up SOPs. All agencies, texts and numbers are invented; the person is always "Nama Pejabat"."""

AGENCIES = [
    ["PEMERINTAH KABUPATEN CONTOH"],
    ["PEMERINTAH PROVINSI CONTOH", "SEKRETARIAT DAERAH"],
    ["KEMENTERIAN CONTOH REPUBLIK INDONESIA"],
    ["BADAN CONTOH NASIONAL"],
    ["PEMERINTAH KOTA CONTOH", "DINAS KOMUNIKASI DAN INFORMATIKA"],
    ["KEMENTERIAN CONTOH", "DIREKTORAT JENDERAL TATA KELOLA", "SEKRETARIAT DIREKTORAT JENDERAL"],
    ["UNIVERSITAS CONTOH"],
    ["RUMAH SAKIT UMUM DAERAH CONTOH"],
]
UNITS = [
    "BAGIAN PERENCANAAN", "BIRO UMUM", "SUBBAGIAN KEPEGAWAIAN", "BIDANG STATISTIK", "SEKSI PELAYANAN", "BAGIAN ORGANISASI",
    "UNIT KERJA PENGADAAN BARANG/JASA", "BALAI PELATIHAN", "SUBBAGIAN TATA USAHA", "PUSAT DATA DAN INFORMASI",
    "BAGIAN UMUM DAN KEPEGAWAIAN",
]  # fmt: skip
OFFICES = [
    "Kepala Biro Umum", "Sekretaris", "Kepala Bagian Organisasi", "Direktur", "Kepala Dinas", "Inspektur",
    "Kepala Pusat Data dan Informasi", "Plt. Kepala Bagian",
]  # fmt: skip
BEHALF = ["Sekretaris Jenderal", "Bupati Contoh", "Kepala Badan"]
RANKS = ["Pembina", "Pembina Tk. I, IV/b", "Penata Tk. I", "Pembina Utama Muda"]
LANES = [
    "Kepala Dinas", "Sekretaris", "Kepala Bagian", "Kasubbag TU", "Pelaksana", "Analis Kebijakan", "Verifikator", "Bendahara",
    "Pemohon", "Petugas Loket", "Tim Teknis", "KPPN", "Arsiparis", "Operator SAKTI", "Auditor", "Pengelola Barang", "PPK",
    "Resepsionis", "Widyaiswara", "Penyedia", "Kepala Seksi Pelayanan", "Inspektorat", "Staf Pelaksana", "Narasumber",
    "Ketua Tim", "Pejabat Pengadaan", "Kepala Subbagian Keuangan", "Unit Pengusul", "Walidata", "Biro Hukum",
]  # fmt: skip
TITLES = [
    ("Pelayanan Cuti Pegawai", "surat izin cuti"), ("Pengelolaan Surat Masuk", "surat masuk"),
    ("Pengadaan Langsung Barang", "dokumen pengadaan"), ("Penyusunan Laporan Kinerja Triwulanan", "laporan kinerja"),
    ("Pelaksanaan Survei Lapangan", "hasil pendataan"), ("Pemusnahan Arsip", "daftar arsip usul musnah"),
    ("Penerbitan Surat Tugas dan SPD", "surat tugas"), ("Penanganan Pengaduan Masyarakat", "berkas pengaduan"),
    ("Revisi Anggaran", "usulan revisi anggaran"), ("Permohonan Informasi Publik", "permohonan informasi"),
    ("Penyusunan Peraturan Internal", "rancangan peraturan"), ("Peminjaman Kendaraan Dinas", "formulir peminjaman"),
]  # fmt: skip
PLAIN = [
    "Menerima dan mencatat {x}", "Menyusun konsep {x} berdasarkan data dukung", "Menyampaikan {x} kepada {lane}",
    "Menggandakan {x} sesuai kebutuhan", "Menandatangani {x}", "Mengarsipkan {x} dan tanda terimanya",
    "Memberikan disposisi atas {x}", "Melaksanakan rapat pembahasan {x}", "Menghimpun bahan {x} dari unit kerja",
    "Mengunggah {x} ke aplikasi", "Memberi nomor dan tanggal pada {x}", "Menjadwalkan pelaksanaan kegiatan",
    "Memperbaiki konsep {x} sesuai catatan", "Menetapkan {x}", "Mengumumkan {x} pada papan informasi dan laman resmi",
    "Mendistribusikan {x} kepada pihak terkait melalui {lane}",
]  # fmt: skip
DECIDING = [
    "Memeriksa kelengkapan {x}. Jika lengkap, diteruskan; jika tidak, dikembalikan untuk diperbaiki",
    "Meneliti {x}", "Memverifikasi {x} dan data dukungnya", "Mengoreksi konsep {x}", "Memutuskan {x}",
]  # fmt: skip
LABELS = [
    ("Ya", "Tidak"), ("Ya", "Tdk"), ("Y", "T"), ("Setuju", "Tidak"), ("Lengkap", "Tidak lengkap"), ("lengkap", "tidak lengkap"),
    ("Sesuai", "Tidak sesuai"), ("YA", "TIDAK"), ("Setuju", "Tidak setuju"), ("Layak", "Tidak layak"), ("OK", "Revisi"),
    ("Sudah", "Belum"),
]  # fmt: skip
LAWS = [
    "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
    "Undang-Undang Nomor 30 Tahun 2014 tentang Administrasi Pemerintahan",
    "Peraturan Pemerintah Nomor 28 Tahun 2012 tentang Pelaksanaan Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan",
    (
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35 Tahun 2012 tentang Pedoman Penyusunan "
        "Standar Operasional Prosedur Administrasi Pemerintahan"
    ),
    "Peraturan Kepala Badan Contoh Nomor 7 Tahun 2018",
]
QUALIFIED = [
    "Berpendidikan paling rendah D-III", "Memahami peraturan yang menjadi dasar hukum", "Teliti dan jujur",
    "Mampu mengoperasikan komputer", "Memahami tata naskah dinas dan tata kearsipan",
]  # fmt: skip
RELATED = [
    "SOP Pengelolaan Surat Masuk",
    "SOP Penyusunan Rencana Kerja",
    "SOP Tata Naskah Dinas",
    "SOP Pengajuan Pembayaran",
]
TOOLS = [
    "Komputer/Laptop",
    "Printer",
    "Buku agenda",
    "Alat tulis kantor",
    "Jaringan internet",
    "Formulir",
    "Lembar disposisi",
]
WARNINGS = [
    "Apabila SOP ini tidak dilaksanakan, {x} tidak dapat diproses", "Keterlambatan {x} menghambat seluruh rangkaian kegiatan",
    "Kesalahan data dapat mengakibatkan temuan pemeriksaan",
]  # fmt: skip
RECORDS = ["Register {x}", "Arsip {x}", "Kartu kendali", "Disimpan sebagai data elektronik dan manual"]
TIMES = [
    "15 menit",
    "30 menit",
    "1 jam",
    "1 hari",
    "2 hari kerja",
    "1 - 3 hari kerja",
    "10 menit",
    "14 hari kerja",
    "1 jam/berkas",
]
NOTES = ["", "", "", "", "SOP Tata Naskah Dinas", "Apabila diperlukan", "Dapat dilakukan secara daring"]
FIELDS = {
    "nomor": ["Nomor SOP", "No. SOP", "NOMOR SOP", "Nomor"],
    "pembuatan": ["Tanggal Pembuatan", "Tgl. Pembuatan", "TANGGAL PEMBUATAN", "Tgl Pembuatan", "Tanggal Penyusunan"],
    "revisi": ["Tanggal Revisi", "Tgl. Revisi", "TANGGAL REVISI"],
    "efektif": ["Tanggal Efektif", "Tgl. Efektif", "TANGGAL EFEKTIF", "Tanggal Pengesahan"],
    "pengesahan": ["Disahkan oleh", "DISAHKAN OLEH", "Disahkan Oleh"],
    "judul": ["Nama SOP", "Judul SOP", "NAMA SOP", "JUDUL SOP"],
}
BOXES = {
    "dasar_hukum": ["Dasar Hukum", "DASAR HUKUM"],
    "kualifikasi_pelaksana": ["Kualifikasi Pelaksana", "KUALIFIKASI PELAKSANA"],
    "keterkaitan": ["Keterkaitan", "KETERKAITAN", "Keterkaitan dengan SOP lain"],
    "peralatan": ["Peralatan/Perlengkapan", "Peralatan dan Perlengkapan", "PERALATAN / PERLENGKAPAN"],
    "peringatan": ["Peringatan", "PERINGATAN"],
    "pencatatan": ["Pencatatan dan Pendataan", "PENCATATAN & PENDATAAN", "Pencatatan/Pendataan"],
}
ACTIVITY = [
    "Kegiatan",
    "KEGIATAN",
    "Aktivitas",
    "Uraian Prosedur",
    "URAIAN KEGIATAN",
    "Kegiatan/Aktivitas",
    "Uraian Kegiatan",
    "Aktifitas",
]
DOERS = ["Pelaksana", "PELAKSANA", "Pelaksana Kegiatan", "Pelaku"]
QUALITY = ["Mutu Baku", "MUTU BAKU", "Standar Mutu"]
NEEDS = ["Kelengkapan", "Persyaratan/Kelengkapan", "KELENGKAPAN", "Persyaratan", "Syarat/Kelengkapan"]
DURATION = ["Waktu", "WAKTU"]
RESULTS = ["Output", "OUTPUT", "Keluaran"]
REMARKS = ["Keterangan", "Ket.", "KET", "KETERANGAN", "Catatan"]
MONTHS = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
