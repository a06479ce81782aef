// The page's own words. Indonesian first; English by the switch.
import type { Stage } from "./engine/messages";
import type { Language } from "./engine/types";
import { WORDS } from "./wordlist";

const STAGE_WORDS: Record<Stage, readonly [string, string]> = {
  unpack: ["membuka kemasan", "unpacking"],
  python: ["menjalankan Python", "starting Python"],
  library: ["memasang pustaka", "installing libraries"],
  program: ["memuat sopgen", "loading sopgen"],
  warm: ["memanaskan mesin", "warming up"],
};

export type Word = keyof typeof WORDS;

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
