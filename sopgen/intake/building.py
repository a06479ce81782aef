"""Model and references → Sop."""

from __future__ import annotations

from typing import Any

from sopgen.intake import contents, model, service, sop
from sopgen.intake.compilation import Keputusan, Kompilasi
from sopgen.intake.loaded import Setelan, WaktuKerja
from sopgen.intake.monitoring import Monev
from sopgen.intake.references import References, find_step
from sopgen.intake.sop import BOXES
from sopgen.intake.text import clean


def build_sop(file: model.BerkasSop, references: References, logo: sop.Logo | None) -> sop.Sop:
    """Everything has been checked: the file is valid and every way's target is known."""
    boxes: dict[str, Any] = {name: _box(getattr(file, name)) for name in BOXES}
    return sop.Sop(
        judul=file.judul,
        nomor=file.nomor,
        jenis=file.jenis,
        sifat=file.sifat,
        cakupan=file.cakupan,
        tim=file.tim,
        instansi=tuple(file.instansi),
        teks_kepala=tuple(file.teks_kepala),
        unit=tuple(file.unit),
        logo=logo,
        tanggal=sop.Tanggal(file.tanggal.pembuatan, file.tanggal.revisi, file.tanggal.efektif),
        pengesahan=_approval(file.pengesahan),
        pelaksana=tuple(_lane(key, lane) for key, lane in file.pelaksana.items()),
        kegiatan=tuple(
            _step(number, step, ways or ())
            for number, (step, ways) in enumerate(zip(file.kegiatan, references.ways, strict=True), start=1)
        ),
        pelayanan=_service(file.pelayanan),
        riwayat=tuple(sop.Revisi(**dict(entry)) for entry in file.riwayat),
        status=file.status or "berlaku",
        digantikan_oleh=file.digantikan_oleh,
        tampilan=_appearance(file.tampilan),
        abaikan=tuple(_acceptance(entry, len(file.kegiatan), references) for entry in file.abaikan),
        **boxes,
    )


def build_settings(defaults: model.BerkasBawaan | None) -> Setelan:
    if defaults is None:
        return Setelan()
    hours = defaults.waktu_kerja
    normal = WaktuKerja()
    return Setelan(
        pola_nomor=defaults.pola_nomor or None,
        waktu_kerja=WaktuKerja(
            hours.jam_per_hari or normal.jam_per_hari,
            hours.hari_per_minggu or normal.hari_per_minggu,
            hours.hari_per_bulan or normal.hari_per_bulan,
        ),
        preset=defaults.aturan.preset or "baku",
        aturan=tuple((code, weight) for code, weight in (defaults.aturan.model_extra or {}).items() if weight),
        kompilasi=_compilation(defaults.kompilasi),
        monev=_assessing(defaults.monev),
        kata=tuple(defaults.kata),
    )


def _compilation(part: model.Kompilasi) -> Kompilasi:
    act = part.keputusan
    return Kompilasi(
        judul=part.judul,
        tahun=part.tahun,
        alamat=tuple(part.alamat),
        keputusan=Keputusan(
            jenis=act.jenis or "keputusan",
            pejabat=act.pejabat,
            nomor=act.nomor,
            tentang=act.tentang,
            menimbang=tuple(act.menimbang),
            mengingat=tuple(act.mengingat),
            memperhatikan=tuple(act.memperhatikan),
            diktum=tuple(act.diktum),
            tempat=act.tempat,
            tanggal=act.tanggal,
            pengesahan=_approval(act.pengesahan),
        ),
        ruang_lingkup=_isi(part.ruang_lingkup),
        ringkasan=_isi(part.ringkasan),
        definisi=tuple(part.definisi),
    )


def _assessing(part: model.Monev) -> Monev:
    return Monev(
        part.tempat,
        part.bertempat,
        tuple(part.alamat),
        _approval(part.penilai),
        _approval(part.evaluator),
        _approval(part.koordinator),
    )


def _box(box: contents.Kotak) -> sop.Kotak:
    return sop.Kotak(box.teks, tuple(box.butir))


def _service(part: service.Pelayanan) -> sop.Pelayanan:
    time = sop.JangkaWaktu(part.jangka_waktu.lama, part.jangka_waktu.sejak)
    given: dict[str, Any] = {n: _box(value) if isinstance(value, contents.Kotak) else value for n, value in part}
    return sop.Pelayanan(**{**given, "jangka_waktu": time})


def _isi(content: contents.Isi) -> sop.Isi:
    return sop.Isi(content.teks, tuple(content.butir))


def _approval(part: model.Pengesahan) -> sop.Pengesahan:
    number: Any = None
    if part.nomor_induk.NIP:
        number = ("NIP", part.nomor_induk.NIP)
    elif part.nomor_induk.NRP:
        number = ("NRP", part.nomor_induk.NRP)
    return sop.Pengesahan(part.atas_nama, part.jabatan, part.nama, part.pangkat, number)


def _lane(key: str, lane: model.Lajur) -> sop.Pelaksana:
    return sop.Pelaksana(clean(key), lane.nama, bool(lane.eksternal), lane.peran, lane.kelompok, lane.publik)


def _step(number: int, step: model.Kegiatan, ways: tuple[sop.Arah, ...]) -> sop.Kegiatan:
    return sop.Kegiatan(
        nomor=number,
        uraian=_isi(step.uraian),
        pelaksana=tuple(step.pelaksana),
        arah=ways,
        keputusan=bool(step.keputusan),
        id=step.id,
        bersama=step.bersama,
        kelengkapan=_isi(step.kelengkapan),
        waktu=step.waktu,
        output=_isi(step.output),
        keterangan=_isi(step.keterangan),
        publik=sop.Publik(*(value for _, value in step.publik)),
    )


def _appearance(part: model.Tampilan) -> sop.Tampilan:
    """What is not given keeps Sop's own default."""
    given: dict[str, Any] = {name: value for name, value in part if value is not None}
    given["label"] = tuple((key, text) for key, text in part.label if text is not None)
    normal = sop.Tampilan(**given)
    if normal.ukuran_huruf_terkecil <= normal.ukuran_huruf:
        return normal
    # A single size below the default floor is meant as it stands.
    return sop.Tampilan(**{**given, "ukuran_huruf_terkecil": normal.ukuran_huruf})


def _acceptance(entry: model.Pengabaian, steps: int, references: References) -> sop.Pengabaian:
    number = find_step(entry.kegiatan, steps, references.numbers) if entry.kegiatan else None
    return sop.Pengabaian(entry.aturan, entry.alasan, number, entry.sampai)
