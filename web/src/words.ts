// The page's own words. Indonesian first; English by the switch.
import type { Language } from "./engine/types";
import type { Stage } from "./engine/messages";

const WORDS = {
  open: ["Buka…", "Open…"],
  pdf: ["Simpan PDF", "Save PDF"],
  xlsx: ["Simpan Excel", "Save Excel"],
  form: ["Simpan formulir", "Save form"],
  spec: ["Simpan spesifikasi", "Save spec"],
  save: ["Simpan", "Save"],
  saved: ["Tersimpan", "Saved"],
  changed: ["Berkas diubah program lain; tidak ditimpa. Simpan isian ini dengan nama lain, lalu buka lagi.", "Another program changed the file; it was not overwritten. Save this text elsewhere, then open it again."],
  choose: ["Pilih SOP…", "Choose an SOP…"],
  leave: ["Perubahan belum disimpan. Buka yang lain juga?", "Changes are not saved. Open another one nevertheless?"],
  print: ["Cetak", "Print"],
  about: ["Tentang", "About"],
  close: ["Tutup", "Close"],
  switch: ["English", "Bahasa Indonesia"],
  text: ["Isi spesifikasi (YAML)", "The spec (YAML)"],
  pages: ["Halaman", "Pages"],
  none: ["Tanpa temuan", "No findings"],
  findings: ["Temuan", "Findings"],
  errors: ["Kesalahan", "Errors"],
  following: ["Halaman mengikuti isian", "The pages follow the text"],
  refused: ["Gambar terakhir; menunggu kesalahan diperbaiki", "Last drawing; waiting for the errors to be mended"],
  drawing: ["Menggambar…", "Drawing…"],
  broken: ["Mesin gambar berhenti dan dijalankan lagi. Isian Anda aman.", "The engine stopped and was started again. Your text is safe."],
  line: ["baris", "line"],
  step: ["kegiatan", "step"],
  preparing: ["Menyiapkan mesin gambar", "Preparing the engine"],
  of: ["dari", "of"],
} as const;

const STAGE_WORDS: Record<Stage, readonly [string, string]> = {
  unpack: ["membuka kemasan", "unpacking"],
  python: ["menjalankan Python", "starting Python"],
  library: ["memasang pustaka", "installing libraries"],
  program: ["memuat sopgen", "loading sopgen"],
  warm: ["memanaskan mesin", "warming up"],
};

export type Word = keyof typeof WORDS;

export function word(name: Word, language: Language): string {
  return WORDS[name][language === "id" ? 0 : 1];
}

export function stageWord(stage: Stage, language: Language): string {
  return STAGE_WORDS[stage][language === "id" ? 0 : 1];
}
