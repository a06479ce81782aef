"""Nouns of activity by their form: pe-…-an ("pemeriksaan"), loans in -si ("seleksi"), and a closed class of others.

Forms decide where they can. Not every noun in these forms names an activity ("peralatan", "instansi"), and some
nouns of activity have no form of their own ("rapat", "cuti"): these are listed, each list with what it covers.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from sopgen.rules.language.things import names_a_thing
from sopgen.rules.language.verbs import is_active_verb, is_passive, syllables
from sopgen.rules.language.words import words

_NATIVE: Final = r"pe(?:m[bpfvaiueo]|n[cdjztsaiueoy]|ng[aiueoghk]|r[a-z]|[lmnwy][aiueo])\w*an"
_MUTUAL: Final = r"(\w{3,})-me\w+"
"""surat-menyurat, pinjam-meminjam."""
_LOAN: Final = r"\w{2,}(?:[aiueo]|[knprs])si"
_PLAIN: Final = frozenset(
    # What agencies do that the language names by a bare root, or by a root with -an or ke-…-an.
    "akad akses alih angkut apel audiensi bantuan bedah bimbingan bongkar cetak coaching cuti daur dengar "  # noqa: SIM905
    "dialog diklat ekspose gelar gladi hibah ikrar inventarisasi izin jual kajian kaji kawal "
    "keberangkatan keberatan kedatangan kegiatan keikutsertaan kenaikan kepindahan kepulangan kerja "
    "kliring konseling kunjungan lapor latihan layanan lelang lomba magang mediasi mutasi orientasi "
    "patroli pawai pindah pinjam pungut rapat razia rehab rujuk rujukan sensus serah sewa sidak sidang "
    "simulasi sita studi sumpah sunat survei survey tagih tangkap tanggap tebang telaah tender terapi "
    "tilang timbang tindak tukar uji ujian undian upacara usulan visum wawancara ziarah "
    # Loans for activities that do not end in -si.
    "asesmen audit benchmarking briefing casting coaching crosscheck ekspor entri hearing impor manajemen mentoring "
    "monitoring outsourcing podcast rekrutmen reviu review screening seminar servis skrining sortir supervisi "
    "tracing training transfer update upload workshop lokakarya konferensi "
    # What hospitals, schools, polling, police, religious and village offices do by such names.
    "anamnesis isbat itsbat jajak karyawisata khotbah kliping kuliah manasik musyawarah musrenbang olah "
    "operan panen piket "
    "praktikum protokol remedial rembuk rembug sambang stok tera triase ulangan visite wisuda yudisium "
    "balik cuci gotong "
    "kampanye konsul kredensial lembur listing maintenance tuntutan".split()
)
_THINGS: Final = frozenset(
    # Things, places, trades and bodies in the form pe-…-an.
    "pedoman peralatan peraturan perbatasan perhubungan perikanan perkantoran perkebunan perpustakaan "  # noqa: SIM905
    "perusahaan persyaratan pertambangan pertanian perundang-undangan pegunungan pelabuhan pemerintahan "
    "pendapatan penduduk perlengkapan persediaan perkotaan perdesaan pedesaan perumahan permukiman "
    "pemukiman perairan peternakan penghasilan pengetahuan perekonomian perindustrian perbankan permen "
    "perangkatan penginapan pemakaman "
    # Loans in -si for things, bodies, states and measures.
    "administrasi-umum akomodasi aplikasi asosiasi asuransi atensi birokrasi demokrasi destinasi "
    "dimensi edisi efisiensi ekspresi emisi emosi esensi fiksi formasi fraksi frekuensi fungsi garansi "
    "generasi gengsi imigrasi inflasi informasi institusi instansi instruksi intensi isi komisi "
    "kompetensi komposisi kondisi konstitusi koperasi kuitansi lansia lisensi lokasi materi misi notasi "
    "obligasi opsi organisasi persepsi petisi polisi populasi porsi posisi potensi prestasi profesi "
    "provinsi puisi referensi relasi reputasi residensi resolusi sanksi seksi sesi situasi solusi stasi "
    "televisi tensi teknisi tradisi vegetasi versi visi federasi reformasi".split()
)

MEETINGS: Final = frozenset(
    # Meetings and ceremonies: nobody holds one alone.
    "rapat diskusi musyawarah mufakat sidang pleno forum fgd lokakarya seminar ekspose ekspos paparan "  # noqa: SIM905
    "presentasi "
    "konsinyering konsinyir konferensi negosiasi mediasi wawancara simulasi gladi upacara kunjungan survei survey "
    "audiensi dialog briefing desk workshop koordinasi konsultasi serah apel sosialisasi bimbingan pelatihan "
    "rembuk rembug sarasehan musrenbang gotong bimtek diklat webinar doa "
    "pelantikan pengukuhan peluncuran gelar hearing coaching asistensi rekonsiliasi pengundian undian lelang "
    "pertemuan perundingan permusyawaratan".split()
)
_JOINT: Final = MEETINGS | frozenset(
    # Signing, witnessing and handing over, which need both sides.
    "penandatanganan paraf penyaksian penyerahan pemusnahan pembukaan perjanjian akad "  # noqa: SIM905
    # Looking at one thing together.
    "pemeriksaan pembahasan peninjauan penilaian penelaahan pencermatan pengujian uji ujian verifikasi validasi "
    "klarifikasi konfirmasi evaluasi inspeksi visitasi supervisi monitoring pemantauan pengawasan audit reviu review "
    "telaah observasi opname razia sidak patroli penertiban seleksi kalibrasi pengukuran penghitungan pencocokan "
    # What is done to one another.
    "pertandingan perlombaan perjamuan perdamaian pertukaran".split()
)
"""Activities of several at one time, by what makes them so; "minilokakarya" is one of lokakarya."""
_LONG_NAME: Final = 6  # letters

PLACES_AND_PAPERS: Final = frozenset(
    # What an activity of several takes place in or leaves behind: "ruang rapat", "undangan rapat", "berita acara …".
    "ruang ruangan gedung tempat lokasi meja jadwal agenda acara undangan surat daftar bahan materi hasil "  # noqa: SIM905
    "berita "
    "notula notulen risalah laporan konsep draf draft dokumen berkas formulir naskah keputusan".split()
)
_ALONE: Final = frozenset(
    # Of the activities that have no form of their own, those that one does.
    "akses angkut cetak cuti entri inventarisasi izin jual kaji kajian kawal kliping lapor layanan lembur listing "  # noqa: SIM905
    "olah piket pinjam pungut rekrutmen reviu review servis sewa skrining sortir stok tagih telaah tindak transfer "
    "update upload usulan cuci setor maintenance konsul manajemen".split()
)
_JOINTLY: Final = frozenset("bersama gabungan terpadu lapangan kelompok".split())  # noqa: SIM905
_TOGETHER: Final = frozenset({"kaji ulang", "tinjau ulang", "kelas"})
"""How joint activities begin whose first word alone is one person's, or a place: "kelas pajak"."""
_NO_NAME: Final = frozenset(
    # Answers, pronouns, manners and joining words.
    "ya iya true benar ok oke bersama bersama-sama ada tidak bukan belum secara salah satu dua masing-masing "  # noqa: SIM905
    "sendiri sendiri-sendiri para semua seluruh setiap online offline daring luring virtual "
    "oleh dengan jika bila apabila kalau dan atau".split()
)
"""What opens no name of an activity."""
_MANNER: Final = r"ber\w{3,}an"
"""bergantian, bergiliran, berurutan."""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@lru_cache(maxsize=4096)
def is_process_noun(word: str) -> bool:
    """Whether a word names an activity: pe-…-an ("pemeriksaan"), a loan ("verifikasi", "seleksi") or a bare one."""
    word = word.casefold()
    if is_form_of_thing(word):
        return False
    if word in _PLAIN or _compiled(_MUTUAL).fullmatch(word):
        return True
    native = _compiled(_NATIVE).fullmatch(word) is not None and syllables(word) >= 4
    return native or (_compiled(_LOAN).fullmatch(word) is not None and syllables(word) >= 3)


def is_verb_with_ber(word: str) -> bool:
    """Whether a word is a verb with ber- of what one does: "berkoordinasi", "berdiskusi"; not "berkas", "berita"."""
    word = word.casefold()
    return word.startswith("ber") and is_process_noun(word.removeprefix("ber"))


def is_form_of_thing(word: str) -> bool:
    """Whether a word has the form of an activity's noun and names something else: "peralatan", "instansi"."""
    return word in _THINGS


def is_joint_activity(text: str) -> bool:
    """Whether a text may name what several do at one time: "rapat", "pemeriksaan lapangan", "penyusunan bersama".

    Not what is known to be no such thing: one person's work ("pengetikan"), a paper, a person, "ya", "bergantian".
    There are always more names of joint activities than any list has ("paripurna").
    """
    said = words(text)
    if not said or said[0] in PLACES_AND_PAPERS:
        return False
    if _names_joint(said):
        return True
    first, second = (*said, "")[:2]
    if is_process_noun(first) or first in _PLAIN or is_active_verb(first) or is_passive(first):
        return not _JOINTLY.isdisjoint(said[1:])
    known = first in _NO_NAME or _compiled(_MANNER).fullmatch(first) is not None or is_form_of_thing(first)
    return not known and not names_a_thing(first, second)


def _names_joint(said: tuple[str, ...]) -> bool:
    if not _JOINT.isdisjoint(said) or said[0] in _PLAIN - _ALONE:
        return True
    if said[0] in _TOGETHER or " ".join(said[:2]) in _TOGETHER:
        return len(said) > 1
    return any(said[0].endswith(name) for name in _JOINT if len(name) >= _LONG_NAME)
