// The page's own words. Indonesian first; English by the switch.
import type { Stage } from "./engine/messages";
import type { Language } from "./engine/types";
import { isDay } from "./spec/dates";
import { WORDS } from "./wordlist";

const STAGE_WORDS: Record<Stage, readonly [string, string]> = {
  unpack: ["membuka kemasan", "unpacking"],
  python: ["menjalankan Python", "starting Python"],
  library: ["memasang pustaka", "installing libraries"],
  program: ["memuat sopgen", "loading sopgen"],
  warm: ["memanaskan mesin", "warming up"],
};

export type Word = keyof typeof WORDS;

/** How the form calls a key of the spec, where that is not the word of the same name. */
const CALLED: Record<string, Word> = {
  abaikan: "acceptWithReason",
  atas_nama: "atasNama",
  butir: "addItem",
  digantikan_oleh: "replacedBy",
  eksternal: "external",
  jenis: "jenisSop",
  kelompok: "group",
  lanjut: "jenis",
  pengesahan: "approval",
  peran: "role",
  publik: "forApplicants",
  rute: "routes",
  tanggal: "dates",
  teks_kepala: "teksKepala",
};
const KEY_WORDS: Record<string, Word> = {
  ...Object.fromEntries(
    (Object.keys(WORDS) as Word[]).flatMap((name) => (/^[tp]_/.test(name) ? [[name.slice(2), name]] : [])),
  ),
  ...Object.fromEntries(
    (Object.keys(WORDS) as Word[]).filter((name) => /^[a-z_]+$/.test(name)).map((name) => [name, name]),
  ),
  ...CALLED,
};
const VALUES: Record<string, readonly [string, string]> = { true: ["ya", "yes"], false: ["tidak", "no"] };

let chosen: 0 | 1 = 0;

export function setLanguage(language: Language): void {
  chosen = language === "id" ? 0 : 1;
  document.documentElement.lang = language;
}

/** `{}` in the words stands for what is told, in order. */
export function word(name: Word, ...told: (string | number)[]): string {
  const words: string = WORDS[name][chosen];
  return told.reduce<string>((text, each) => text.replace("{}", String(each)), words);
}

/** How the form calls a key of the spec. */
export function keyWords(key: string): string {
  const known = KEY_WORDS[key];
  return known ? word(known) : key.replaceAll("_", " ");
}

/** How the form says a value that a key can have. */
export function valueWords(value: string): string {
  return VALUES[value]?.[chosen] ?? value;
}

/**
 * What the program says of keys, in the words of the form: `peran: penanggung_jawab` → “Peran: penanggung jawab”.
 * What is no key, a file's name or a text, stays as it is.
 */
export function plainly(text: string): string {
  return text.replace(/`([^`]+)`/g, (_, told: string) => {
    const [, path = told, value = ""] = /^([\w.]+)(?:: (.+))?$/.exec(told) ?? [];
    const key = path.split(".").at(-1) ?? path;
    const known = KEY_WORDS[key];
    if (!known && (path.includes(".") || (path === told && !/^[a-z_]+$/.test(told)))) return `“${told}”`;
    const label = known ? word(known) : key.replaceAll("_", " ");
    const said = /^[[{…]/.test(value) ? "" : (VALUES[value]?.[chosen] ?? value.replaceAll("_", " "));
    return `“${said ? `${label}: ${said}` : label}”`;
  });
}

export function stageWord(stage: Stage): string {
  return STAGE_WORDS[stage][chosen];
}

/** 10.42, as an Indonesian clock is read. */
export function clock(time: Date): string {
  const [hours, minutes] = [time.getHours(), time.getMinutes()].map((each) => String(each).padStart(2, "0"));
  return chosen === 0 ? `${hours}.${minutes}` : `${hours}:${minutes}`;
}

export function day(time: Date): string {
  return new Intl.DateTimeFormat(chosen === 0 ? "id-ID" : "en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
  }).format(time);
}

/** 25 Nov, for lists. */
export function shortDay(time: Date): string {
  return new Intl.DateTimeFormat(chosen === 0 ? "id-ID" : "en-GB", { day: "numeric", month: "short" }).format(time);
}

/** A date of the spec as it is printed; what is none stays as it is. */
export function dateWords(told: string): string {
  const [year = 0, month = 1, date = 1] = told.split("-").map(Number);
  return isDay(told) ? day(new Date(year, month - 1, date)) : told;
}
