"""Draw the finished flow that the form's first sheet shows: `python tools/form_picture.py`."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageChops

from sopgen.intake import MemorySource
from sopgen.pipeline import lay_out, load, render_pages

TARGET = Path(__file__).resolve().parents[1] / "sopgen" / "render" / "form" / "flow.png"
WIDTH = 760  # pixels
SPEC = """\
judul: Pembuatan Laporan Kegiatan
tampilan: {pita_tte: 0}
pelaksana: {kabid: Kepala Bidang, kasubid: Kepala Subbidang, analis: Analis}
kegiatan:
  - {uraian: Menugaskan penyusunan laporan, pelaksana: kabid, kelengkapan: Agenda, waktu: 10 menit, output: Disposisi}
  - {uraian: Mengumpulkan bahan, pelaksana: analis, kelengkapan: Disposisi, waktu: 1 hari, output: Bahan}
  - {id: konsep, uraian: Mengonsep laporan, pelaksana: kasubid, kelengkapan: Bahan, waktu: 2 jam, output: Konsep}
  - uraian: Memeriksa konsep. Jika setuju menandatangani; jika tidak mengembalikan
    pelaksana: kabid
    keputusan: {Ya: arsip, Tidak: konsep}
    kelengkapan: Konsep
    waktu: 1 jam
    output: Laporan
  - {id: arsip, uraian: Mengarsipkan laporan, pelaksana: analis, kelengkapan: Laporan, waktu: 10 menit, output: Arsip}
"""


def main() -> None:
    document = lay_out(load(MemorySource("contoh.sop.yaml", SPEC.encode())))
    with Image.open(io.BytesIO(render_pages(document, "png")[-1])) as page:
        grey = page.convert("L")
    upper = grey.crop((0, 0, grey.width, int(grey.height * 0.93)))  # without the page's foot
    box = ImageChops.invert(upper).getbbox()
    assert box is not None
    shown = upper.crop((box[0] - 4, box[1] - 4, box[2] + 4, box[3] + 4))
    height = round(shown.height * WIDTH / shown.width)
    small = shown.resize((WIDTH, height), Image.Resampling.LANCZOS).quantize(16)
    small.save(TARGET, optimize=True)
    print(f"{TARGET.name}: {WIDTH} × {height}, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
