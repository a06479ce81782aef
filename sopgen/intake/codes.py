"""The reader's codes, for good: one kind of refusal, one code, one title. Never renumbered."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from sopgen.diagnostics import Message


class Code(StrEnum):
    UNREADABLE = "BACA-01"
    EMPTY = "BACA-02"
    TOO_LARGE = "BACA-03"
    BINARY = "BACA-04"
    ENCODING = "BACA-05"
    CONTROL = "BACA-06"
    BIDI = "BACA-07"
    SYNTAX = "BACA-08"
    TAB = "BACA-09"
    SPECIAL_SIGN = "BACA-10"
    MERGE_KEY = "BACA-11"
    SEVERAL_DOCUMENTS = "BACA-12"
    TOO_DEEP = "BACA-13"
    DUPLICATE_KEY = "BACA-14"
    COMMENT_CUTS_TEXT = "BACA-15"
    FLOW_LIST_OF_TEXTS = "BACA-16"
    KEY_NOT_TEXT = "BACA-17"
    UNKNOWN_KEY = "BACA-18"
    NOT_IN_DEFAULTS = "BACA-19"
    MISSING = "BACA-20"
    WRONG_TYPE = "BACA-21"
    WRONG_CHOICE = "BACA-22"
    DATE = "BACA-23"
    NUMBER = "BACA-24"
    PATTERN = "BACA-25"
    TOO_MANY = "BACA-26"
    STEP_ID = "BACA-27"
    UNKNOWN_STEP = "BACA-28"
    UNKNOWN_EXECUTOR = "BACA-29"
    EXECUTOR_TWICE = "BACA-30"
    SELF_TARGET = "BACA-31"
    UNREACHABLE = "BACA-32"
    NO_END = "BACA-33"
    BRANCH_COUNT = "BACA-34"
    ONE_TARGET_TWICE = "BACA-35"
    LAST_STEP_NEVER_ENDS = "BACA-36"
    DECISION_WITH_NEXT = "BACA-37"
    LABEL = "BACA-38"
    ROUTE = "BACA-39"
    LOGO_MISSING = "BACA-40"
    LOGO_OUTSIDE = "BACA-41"
    LOGO_TOO_LARGE = "BACA-42"
    LOGO_KIND = "BACA-43"
    LOGO_BROKEN = "BACA-44"
    MORE_ERRORS = "BACA-45"
    SWALLOWED_LINE = "BACA-46"
    FORM_CELL = "BACA-47"
    TOO_LONG = "BACA-48"


TITLES: Final[Mapping[Code, Message]] = MappingProxyType(
    {
        Code.UNREADABLE: Message("Berkas tidak dapat dibuka", "The file cannot be opened"),
        Code.EMPTY: Message("Berkas kosong", "The file is empty"),
        Code.TOO_LARGE: Message("Berkas lebih dari 1 MiB", "The file is over 1 MiB"),
        Code.BINARY: Message("Berkas bukan teks", "The file is not text"),
        Code.ENCODING: Message("Berkas bukan UTF-8", "The file is not UTF-8"),
        Code.CONTROL: Message("Karakter kendali di dalam teks", "A control character in the text"),
        Code.BIDI: Message("Karakter pengatur arah tulisan", "A text-direction control character"),
        Code.SYNTAX: Message("Bukan YAML yang benar", "Not valid YAML"),
        Code.TAB: Message("Tab dipakai sebagai indentasi", "A tab used as indentation"),
        Code.SPECIAL_SIGN: Message("Tanda khusus YAML di awal teks", "A YAML sign at the start of a text"),
        Code.MERGE_KEY: Message("Kunci gabungan `<<`", "A merge key `<<`"),
        Code.SEVERAL_DOCUMENTS: Message("Lebih dari satu dokumen YAML", "More than one YAML document"),
        Code.TOO_DEEP: Message("Susunan terlalu dalam", "Nested too deeply"),
        Code.DUPLICATE_KEY: Message("Kunci ditulis dua kali", "A key written twice"),
        Code.COMMENT_CUTS_TEXT: Message("` #` memotong teks", "` #` cuts a text"),
        Code.FLOW_LIST_OF_TEXTS: Message("Daftar teks ditulis di dalam [ ]", "A list of texts inside [ ]"),
        Code.KEY_NOT_TEXT: Message("Kunci bukan teks", "A key that is not text"),
        Code.UNKNOWN_KEY: Message("Kunci tidak dikenal", "Unknown key"),
        Code.NOT_IN_DEFAULTS: Message("Kunci tidak boleh di sopgen.yaml", "A key not allowed in sopgen.yaml"),
        Code.MISSING: Message("Isian wajib tidak ada", "A required value is missing"),
        Code.WRONG_TYPE: Message("Bentuk isian salah", "A value of the wrong type"),
        Code.WRONG_CHOICE: Message("Pilihan tidak dikenal", "Unknown choice"),
        Code.DATE: Message("Tanggal salah", "A wrong date"),
        Code.NUMBER: Message("Angka salah", "A wrong number"),
        Code.PATTERN: Message("Pola nomor salah", "A wrong number pattern"),
        Code.TOO_MANY: Message("Kegiatan, pelaksana, atau butir terlalu banyak", "Too many steps, executors or items"),
        Code.STEP_ID: Message("id kegiatan salah", "A wrong step id"),
        Code.UNKNOWN_STEP: Message("Kegiatan tujuan tidak ada", "Unknown step"),
        Code.UNKNOWN_EXECUTOR: Message("Pelaksana tidak dikenal", "Unknown executor"),
        Code.EXECUTOR_TWICE: Message("Pelaksana disebut dua kali", "An executor named twice"),
        Code.SELF_TARGET: Message("Kegiatan menunjuk dirinya sendiri", "A step that points at itself"),
        Code.UNREACHABLE: Message("Kegiatan tidak terjangkau", "A step that cannot be reached"),
        Code.NO_END: Message("Kegiatan tanpa jalan ke akhir", "A step with no way to an end"),
        Code.BRANCH_COUNT: Message("Jumlah cabang salah", "A wrong number of branches"),
        Code.ONE_TARGET_TWICE: Message("Dua cabang ke satu tujuan", "Two branches to one target"),
        Code.LAST_STEP_NEVER_ENDS: Message(
            "Keputusan terakhir tanpa `selesai`", "A last decision without a branch to `selesai`"
        ),
        Code.DECISION_WITH_NEXT: Message("`keputusan` bersama `lanjut`", "`keputusan` together with `lanjut`"),
        Code.LABEL: Message("Label cabang salah", "A wrong branch label"),
        Code.ROUTE: Message("`rute` salah", "A wrong `rute`"),
        Code.LOGO_MISSING: Message("Logo tidak ditemukan", "The logo is missing"),
        Code.LOGO_OUTSIDE: Message("Logo di luar proyek", "The logo lies outside the project"),
        Code.LOGO_TOO_LARGE: Message("Logo terlalu besar", "The logo is too large"),
        Code.LOGO_KIND: Message("Logo bukan PNG atau JPEG", "The logo is not PNG or JPEG"),
        Code.LOGO_BROKEN: Message("Logo rusak", "The logo is broken"),
        Code.MORE_ERRORS: Message("Masih ada kesalahan lain", "There are more errors"),
        Code.SWALLOWED_LINE: Message("Baris tersambung ke teks di atasnya", "A line that runs on from the text above"),
        Code.FORM_CELL: Message(
            "Isi sel formulir tidak seperti yang diketik", "A cell of a form is not as it was typed"
        ),
        Code.TOO_LONG: Message("Teks terlalu panjang", "A text that is too long"),
    }
)
