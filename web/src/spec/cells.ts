// A printed text of the spec as lines that a person edits, and back: lines after a bullet are the items of its list.
import { isList, isMap, type Json, type Tree } from "./tree";

export const BULLET = "• ";
const BULLETED = /^\s*(?:[•●▪◦·‣–]|[-*](?=\s))\s*/u;

export function cellText(value: Tree | undefined): string {
  if (typeof value === "string") return value.replace(/\n+$/, "");
  if (isList(value)) return value.map((item) => BULLET + lineOf(item)).join("\n");
  if (!isMap(value)) return "";
  const text = lineOf(value.get("teks"));
  const items = value.get("butir");
  return [...(text ? [text] : []), ...(isList(items) ? items.map((item) => BULLET + lineOf(item)) : [])].join("\n");
}

function lineOf(value: Tree | undefined): string {
  return typeof value === "string" ? value.replace(/\n+$/, "") : "";
}

/** What stands in the spec for lines that were typed; null for nothing. */
export function cellValue(text: string): Json {
  const lines = text
    .replace(/\r\n?/g, "\n")
    .replace(/[\u200b-\u200d\ufeff\u00ad]/g, "")
    .split("\n")
    .map((line) => line.trimEnd());
  while (lines.length > 0 && lines.at(-1) === "") lines.pop();
  while (lines[0] === "") lines.shift();
  const first = lines.findIndex((line) => line.startsWith(BULLET.trim()));
  if (first < 0) return lines.join("\n").trim() || null;
  const items: string[] = [];
  for (const line of lines.slice(first)) {
    const bare = line.replace(BULLETED, "").trim();
    if (line.startsWith(BULLET.trim()) || items.length === 0) items.push(bare);
    else items.push(`${items.pop() ?? ""} ${bare}`);
  }
  const butir = items.filter((item) => item !== "");
  const teks = lines.slice(0, first).join("\n").trim();
  if (butir.length === 0) return teks || null;
  return teks ? { teks, butir } : butir;
}

/** Lines with a bullet each, or without if all have one. */
export function toggledList(text: string, from: number, to: number): string {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const found = text.indexOf("\n", to);
  const end = found < 0 ? text.length : found;
  const lines = text.slice(start, end).split("\n");
  const all = lines.every((line) => line.startsWith(BULLET));
  const made = lines.map((line) => (all ? line.slice(BULLET.length) : BULLET + line.replace(BULLETED, "")));
  return text.slice(0, start) + made.join("\n") + text.slice(end);
}

/** Bullets as Word and Excel paste them, as ours. */
export function pastedText(text: string): string {
  return text
    .split("\n")
    .map((line) => (BULLETED.test(line) && /^\s*[•●▪◦·‣]/u.test(line) ? BULLET + line.replace(BULLETED, "") : line))
    .join("\n");
}
