"""Verb forms by their morphology, with the words that look like verbs and are none."""

# ruff: noqa: SIM905 - word lists read better as running text

from __future__ import annotations

import pytest

from sopgen.rules.language.nouns import is_process_noun
from sopgen.rules.language.verbs import is_active_verb, is_passive

VERBS = (
    "melaksanakan memasak menilai mereviu mewajibkan meyakinkan membuat memfasilitasi memverifikasi memeriksa "
    "memproses memperbaiki mempelajari mempunyai mencatat mendata menjilid menzonasi menerima mentransfer mentaati "
    "mencap memroses menfasilitasi menperbaiki menbuat "
    "mentargetkan mensosialisasikan menyusun menyerahkan menyerahkannya mengunduh mengolah menghimpun menghitung "
    "menggandakan mengirim mengkaji mengklarifikasi mengoordinasikan mengecek mengesahkan mengetik me-review "
    "meng-update "
    "mengupload mendownload menginput mencek menscan Menandatangani MENYUSUN mengulang-ulang menelaah memilah"
).split()
NO_VERBS = (
    "menpora mempelai "
    "meja menteri merah media medis mekanisme metode metadata menit mental menara menu menengah memo memorandum merek "
    "mereka meriah mesin mebel melalui menurut mengenai menjelang mendagri mensesneg meeting mentor member upload "
    "penjelasan dibuat berkoordinasi susun me"
).split()


@pytest.mark.parametrize("word", VERBS)
def test_a_verb_is_known_by_its_form(word):
    assert is_active_verb(word)


@pytest.mark.parametrize("word", NO_VERBS)
def test_what_only_looks_like_a_verb_is_none(word):
    assert not is_active_verb(word)


@pytest.mark.parametrize("word", "dibuat disusun ditandatangani diserahkannya diperiksa".split())
def test_passives(word):
    assert is_passive(word)


@pytest.mark.parametrize("word", "dinas disposisi diskusi direktur digital dan".split())
def test_words_with_di_that_are_no_passives(word):
    assert not is_passive(word)


@pytest.mark.parametrize(
    "word",
    "penyusunan pembuatan pelayanan pengadaan perizinan permohonan pemeriksaan pengarsipan verifikasi audit".split(),
)
def test_nouns_of_activity(word):
    assert is_process_noun(word)


@pytest.mark.parametrize("word", "pedoman peraturan perusahaan pegawai sistem informasi surat instansi".split())
def test_nouns_of_things(word):
    assert not is_process_noun(word)
