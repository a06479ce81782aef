"""The patterns: lanes with their roles, and steps as templates. Checks are decisions, with both outcomes told.

In braces stand a role (the lane's printed name), `hasil` and `aspek`.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Lane(NamedTuple):
    role: str
    name: str
    part: str = ""  # `peran`
    outside: bool = False


class Step(NamedTuple):
    """`ways`: label → id. `paid`: only where there is a payment."""

    role: str
    text: str
    needs: str
    time: str
    output: str
    id: str = ""
    ways: tuple[tuple[str, str], ...] = ()
    paid: bool = False


class Pattern(NamedTuple):
    title: str
    told: str
    kind: str  # sifat
    lanes: tuple[Lane, ...]
    steps: tuple[Step, ...]
    team: bool = False


_PLAN: Final = "Menyiapkan rencana kerja tim dan menyerahkannya kepada {anggota}"
_YES_NO: Final = "Jika setuju, menyerahkannya kepada {0}; jika tidak setuju, mengembalikannya kepada {1}"
_HEAD: Final = Lane("pimpinan", "Kepala Bagian", "penanggung_jawab")
_ARCHIVE: Final = Lane("arsip", "Arsiparis", "administrasi")
_APPLICANT: Final = Lane("pemohon", "Pemohon", "pemohon", outside=True)
_FILE: Final = Step("arsip", "Mendokumentasikan {hasil}", "{Hasil}", "15 menit", "Arsip {hasil}", "arsip")
_SIGN: Final = Step(
    "pimpinan",
    "Menandatangani {hasil} dan menyerahkannya kepada {arsip}",
    "Konsep {hasil} yang diparaf",
    "1 jam",
    "{Hasil}",
    "sahkan",
)
_TEAM: Final = (
    Lane("pimpinan", "Kepala Biro", "atasan"),
    Lane("ketua", "Ketua Tim", "penanggung_jawab"),
    Lane("anggota", "Anggota Tim"),
    _ARCHIVE,
)


def _assign(text: str) -> Step:
    return Step("pimpinan", text, "Agenda kerja", "15 menit", "Disposisi", "tugas")


def _form_team(what: str) -> Step:
    text = f"Menugaskan {{ketua}} untuk membentuk tim {what}"
    return Step("pimpinan", text, "Agenda kerja", "1 hari kerja", "Surat tugas tim", "tim")


def _draft(role: str, examiner: str, needs: str) -> Step:
    text = f"Menyusun konsep {{hasil}} dan menyerahkannya kepada {{{examiner}}}"
    return Step(role, text, needs, "1 hari kerja", "Konsep {hasil}", "konsep")


def _examine(role: str, following: str, writer: str) -> Step:
    told = _YES_NO.format(f"{{{following}}}", f"{{{writer}}}")
    ways = (("Ya", "sahkan"), ("Tidak", "konsep"))
    return Step(
        role,
        f"Memeriksa konsep {{hasil}}. {told}",
        "Konsep {hasil}",
        "2 jam",
        "Konsep {hasil} yang diparaf",
        "periksa",
        ways,
    )


def _sign_own(writer: str) -> tuple[Step, ...]:
    """Examined and signed by the same official."""
    told = (
        "Jika setuju, menandatangani dan menyerahkannya kepada {arsip}; "
        f"jika tidak setuju, mengembalikannya kepada {{{writer}}}"
    )
    ways = (("Ya", "arsip"), ("Tidak", "konsep"))
    step = Step(
        "pimpinan", f"Memeriksa konsep {{hasil}}. {told}", "Konsep {hasil}", "2 jam", "{Hasil}", "periksa", ways
    )
    return (step, _FILE)


_STAFF: Final = (_HEAD, Lane("staf", "Analis"), _ARCHIVE)
_SERVICE: Final = (
    _APPLICANT,
    Lane("petugas", "Petugas Loket", "administrasi"),
    Lane("verifikator", "Kepala Seksi", "penanggung_jawab"),
    Lane("pimpinan", "Kepala Dinas", "atasan"),
)


def _application(following: str) -> tuple[Step, ...]:
    complete = (
        "Jika lengkap, menyerahkannya kepada {verifikator}; jika tidak lengkap, mengembalikannya kepada {pemohon}"
    )
    worthy = (
        f"Jika layak, menyerahkan rekomendasi kepada {{{following}}}; "
        "jika tidak layak, mengembalikannya kepada {petugas}"
    )
    return (
        Step(
            "pemohon",
            "Mengajukan permohonan {hasil} kepada {petugas}",
            "Berkas permohonan",
            "15 menit",
            "Berkas permohonan",
            "mohon",
        ),
        Step(
            "petugas",
            f"Memeriksa kelengkapan berkas permohonan. {complete}",
            "Berkas permohonan",
            "30 menit",
            "Tanda terima berkas",
            "lengkap",
            (("Lengkap", "layak"), ("Tidak lengkap", "mohon")),
        ),
        Step(
            "verifikator",
            f"Memeriksa kelayakan permohonan. {worthy}",
            "Berkas permohonan",
            "1 hari kerja",
            "Rekomendasi",
            "layak",
            (("Ya", "lanjut"), ("Tidak", "lengkap")),
        ),
    )


def _handing_over(needs: str) -> tuple[Step, ...]:
    return (
        Step(
            "petugas",
            "Mendokumentasikan {hasil} dan menyerahkannya kepada {pemohon}",
            needs,
            "15 menit",
            "Arsip {hasil}",
            "arsip",
        ),
        Step(
            "pemohon",
            "Membayar biaya {hasil} kepada {petugas}",
            "Surat tagihan",
            "15 menit",
            "Bukti pembayaran",
            "bayar",
            paid=True,
        ),
        Step("pemohon", "Menerima {hasil}", "Tanda terima berkas", "15 menit", "{Hasil}", "terima"),
    )


PATTERNS: Final = {
    "pembuatan": Pattern(
        "Pembuatan {Hasil} {Aspek}",
        "pembuatan naskah, skala kecil",
        "rutin",
        _STAFF,
        (
            _assign("Menugaskan {staf} untuk menyiapkan {hasil}"),
            Step("staf", "Mengumpulkan bahan {hasil}", "Disposisi", "1 hari kerja", "Bahan {hasil}", "bahan"),
            _draft("staf", "pimpinan", "Bahan {hasil}"),
            *_sign_own("staf"),
        ),
    ),
    "penyusunan": Pattern(
        "Penyusunan {Hasil} {Aspek}",
        "penyusunan naskah oleh tim, skala besar",
        "penugasan",
        _TEAM,
        (
            _form_team("penyusun {hasil}"),
            Step("ketua", _PLAN, "Surat tugas tim", "1 hari kerja", "Rencana kerja", "siap"),
            Step("anggota", "Mengumpulkan bahan {hasil}", "Rencana kerja", "3 hari kerja", "Bahan {hasil}", "bahan"),
            _draft("anggota", "ketua", "Bahan {hasil}"),
            _examine("ketua", "pimpinan", "anggota"),
            _SIGN,
            _FILE,
        ),
        team=True,
    ),
    "pelaksanaan": Pattern(
        "Pelaksanaan {Aspek}",
        "pelaksanaan kegiatan, skala kecil",
        "rutin",
        _STAFF,
        (
            _assign("Menugaskan {staf} untuk menyiapkan {aspek}"),
            Step("staf", "Menyiapkan bahan {aspek}", "Disposisi", "1 hari kerja", "Bahan kegiatan", "siap"),
            Step("staf", "Melaksanakan {aspek}", "Bahan kegiatan", "1 hari kerja", "Catatan pelaksanaan", "laksana"),
            _draft("staf", "pimpinan", "Catatan pelaksanaan"),
            *_sign_own("staf"),
        ),
    ),
    "penyelenggaraan": Pattern(
        "Penyelenggaraan {Aspek}",
        "penyelenggaraan kegiatan oleh tim, skala besar",
        "penugasan",
        _TEAM,
        (
            _form_team("penyelenggara {aspek}"),
            Step("ketua", _PLAN, "Surat tugas tim", "3 hari kerja", "Rencana kerja", "siap"),
            Step("anggota", "Melaksanakan {aspek}", "Rencana kerja", "1 hari kerja", "Catatan pelaksanaan", "laksana"),
            _draft("anggota", "ketua", "Catatan pelaksanaan"),
            _examine("ketua", "pimpinan", "anggota"),
            _SIGN,
            _FILE,
        ),
        team=True,
    ),
    "pelayanan-produk": Pattern(
        "Pelayanan {Hasil} {Aspek}",
        "pelayanan yang menghasilkan produk (izin, keterangan)",
        "pelayanan",
        _SERVICE,
        (
            *_application("pimpinan"),
            Step(
                "pimpinan",
                "Menandatangani {hasil} dan menyerahkannya kepada {petugas}",
                "Rekomendasi",
                "1 hari kerja",
                "{Hasil}",
                "lanjut",
            ),
            *_handing_over("{Hasil}"),
        ),
    ),
    "pelayanan-kegiatan": Pattern(
        "Pelayanan {Aspek}",
        "pelayanan berupa kegiatan (pengujian, pendampingan)",
        "pelayanan",
        _SERVICE,
        (
            *_application("petugas"),
            Step("petugas", "Melaksanakan {aspek}", "Rekomendasi", "1 hari kerja", "Catatan pelaksanaan", "lanjut"),
            _draft("petugas", "verifikator", "Catatan pelaksanaan"),
            _examine("verifikator", "pimpinan", "petugas"),
            Step(
                "pimpinan",
                "Menandatangani {hasil} dan menyerahkannya kepada {petugas}",
                "Konsep {hasil} yang diparaf",
                "1 hari kerja",
                "{Hasil}",
                "sahkan",
            ),
            *_handing_over("{Hasil}"),
        ),
    ),
    "penugasan": Pattern(
        "Penugasan {Aspek}",
        "pemberian tugas dan pertanggungjawabannya",
        "penugasan",
        _STAFF,
        (
            _assign("Menugaskan {staf} untuk melaksanakan {aspek}"),
            Step(
                "staf",
                "Mempelajari penugasan. Jika bersedia, menyiapkan pelaksanaannya; jika tidak bersedia, "
                "mengembalikannya kepada {pimpinan}",
                "Disposisi",
                "1 jam",
                "Rencana kerja",
                "bersedia",
                (("Ya", "laksana"), ("Tidak", "tugas")),
            ),
            Step("staf", "Melaksanakan {aspek}", "Rencana kerja", "1 hari kerja", "Catatan pelaksanaan", "laksana"),
            _draft("staf", "pimpinan", "Catatan pelaksanaan"),
            *_sign_own("staf"),
        ),
    ),
}
TECHNICAL: Final = Pattern(
    "{Aspek}",
    "teknis: satu pelaksana, rinci",
    "rutin",
    (Lane("pelaksana", "Teknisi"),),
    (
        Step("pelaksana", "Menyiapkan peralatan {aspek}", "Lembar kerja", "15 menit", "Peralatan siap pakai", "siap"),
        Step("pelaksana", "Melaksanakan {aspek}", "Peralatan siap pakai", "1 jam", "Hasil pekerjaan", "laksana"),
        Step(
            "pelaksana",
            "Memeriksa hasil pekerjaan. Jika sesuai, mencatatnya; jika tidak sesuai, mengulang pekerjaan",
            "Hasil pekerjaan",
            "15 menit",
            "Hasil pemeriksaan",
            "periksa",
            (("Ya", "arsip"), ("Tidak", "laksana")),
        ),
        Step("pelaksana", "Mendokumentasikan {hasil}", "Hasil pemeriksaan", "15 menit", "{Hasil}", "arsip"),
    ),
)
