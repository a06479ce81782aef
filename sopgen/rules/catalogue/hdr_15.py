from __future__ import annotations

__doc__ = """\
HDR-15. NIP atau NRP pengesah ditulis benar.

Diperiksa:
    `nomor_induk` yang disebut tidak kosong. NIP terdiri atas 18 angka: tanggal lahir, bulan pengangkatan, jenis
    kelamin (1 atau 2), nomor urut. NRP paling sedikit 5 angka. Tanpa `nomor_induk` aturan ini diam; tanda
    tangan dan cap dibubuhkan sesudah dicetak.

Dasar:
    Pedoman daerah yang menyalin lampiran Permenpan-RB 35/2012, bagian identitas; pedoman SOP Mahkamah Agung
    2012, muatan SOP.

Alasan:
    Nomor yang salah menunjuk orang lain atau tidak menunjuk siapa pun.

Salah:
    pengesahan: {jabatan: Kepala Bagian Umum, nama: Nama Pejabat, nomor_induk: {NIP: '1990010120201210'}}

Benar:
    pengesahan: {jabatan: Kepala Bagian Umum, nama: Nama Pejabat, nomor_induk: {NIP: '199001012020121000'}}

Perbaikan:
    Salin NIP dari data kepegawaian, 18 angka, diapit tanda kutip.

English. The approver's NIP or NRP is well formed.

Checked:
    A `nomor_induk` that is named is not empty. A NIP has 18 digits: birth date, month of appointment, sex (1 or
    2), running number. An NRP has 5 digits at least. Without `nomor_induk` the rule is silent; signature and
    seal come after printing.

Basis:
    A regional guideline that copies the annex of Permenpan-RB 35/2012, identity part; the Supreme Court's SOP
    guideline 2012, contents of an SOP.

Why:
    A wrong number points at somebody else, or at nobody.

Remedy:
    Copy the NIP from the staff records, 18 digits, in quotation marks.
"""

import re
from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec

PLACE = ("pengesahan", "nomor_induk")
NIP = r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:19|20)\d\d(?:0[1-9]|1[0-2]|2[1-9]|3[0-2])[12]\d{3}"
"""P3K staff have 21 to 32 for the month of appointment."""


def check(spec: Spec) -> Iterator[Finding]:
    number = spec.sop.pengesahan.nomor_induk
    if number is None:
        if PLACE in spec.loaded.key_spans:
            yield Finding(
                PLACE,
                Message("NIP atau NRP pengesah kosong.", "The approver's NIP or NRP is empty."),
                Message("Isi NIP atau NRP, atau hapus kuncinya.", "Give the NIP or NRP, or delete the key."),
            )
        return
    kind, text = number
    digits = re.sub(r"[\s.-]", "", text)
    if digits != (bare := digits.strip("“”„‘’\"'")):
        yield Finding(
            (*PLACE, kind),
            Message(
                f"{kind} {text} diapit kutip melengkung dari Word.", f"{kind} {text} stands in curly quotes from Word."
            ),
            Message(f'Ganti dengan kutip lurus: "{bare}".', f'Put straight quotes: "{bare}".'),
        )
        return
    if kind == "NIP" and not re.fullmatch(NIP, digits):
        wrong = Message(f"{len(digits)} tanda", f"{len(digits)} characters")
        if len(digits) == 18:
            wrong = Message("susunannya bukan NIP", "not arranged as a NIP")
        yield Finding(
            (*PLACE, kind),
            Message(f"NIP “{text}” salah: {wrong.id}.", f"NIP “{text}” is wrong: {wrong.en}."),
            Message("NIP terdiri atas 18 angka; salin dari data kepegawaian.", "A NIP has 18 digits; copy it again."),
        )
    elif kind == "NRP" and not re.search(r"\d{5}", digits):
        yield Finding(
            (*PLACE, kind),
            Message(f"NRP “{text}” salah: kurang dari 5 angka.", f"NRP “{text}” is wrong: under 5 digits."),
            Message("Salin NRP dari data kepegawaian.", "Copy the NRP from the staff records."),
        )
