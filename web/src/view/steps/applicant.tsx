// What a step tells applicants: its tile on the picture of the service, in words of their own.
import type { Path } from "../../engine/types";
import type { Row } from "../../spec/rows";
import { at, textAt } from "../../spec/tree";
import { app } from "../../state/instance";
import { word, type Word } from "../../words";
import { ChoiceField, TextField } from "../field";
import { shortText, writeShort } from "../shortened";

const ICONS = [
  "ajukan",
  "ambil_nomor",
  "bayar",
  "bukti",
  "periksa",
  "proses",
  "rapat",
  "tanda_tangan",
  "terima",
  "unggah",
];
const TEXTS = ["judul", "teks", "tempat"] as const;

function placeOf(row: Row): Path {
  return ["kegiatan", row.number - 1, "publik"];
}

/** A service has applicants. */
export function isService(): boolean {
  const tree = app.current?.tree;
  return textAt(tree, ["sifat"]) === "pelayanan" || at(tree, ["pelayanan"]) !== undefined;
}

/** Seen once it is asked for, or while something is said. */
export function tellsApplicants(row: Row): boolean {
  const { path } = app.focus;
  return (path[1] === row.number - 1 && path[2] === "publik") || at(row.step, ["publik"]) !== undefined;
}

export function askForApplicants(row: Row): void {
  app.go({ section: "kegiatan", path: [...placeOf(row), "judul"] });
}

export function Applicants({ row }: { row: Row }) {
  const path = placeOf(row);
  const value = at(row.step, ["publik"]);
  const choices = (key: string, options: string[]): [string, string][] => [
    ["", word("automatic")],
    ...options.map((each): [string, string] => [
      each,
      key === "ikon" ? each.replace("_", " ") : word(`by_${each}` as Word),
    ]),
  ];
  return (
    <section class="applicants" aria-label={word("forApplicants")}>
      <h3>{word("forApplicants")}</h3>
      <div class="pair">
        {TEXTS.map((key) => (
          <TextField
            key={key}
            label={word(`tile_${key}`)}
            path={[...path, key]}
            value={shortText(value, "judul", key)}
            write={(told) => writeShort(path, "judul", key, told)}
          />
        ))}
        {(["ikon", "oleh"] as const).map((key) => (
          <ChoiceField
            key={key}
            label={word(`tile_${key}`)}
            path={[...path, key]}
            value={shortText(value, "judul", key)}
            options={choices(key, key === "ikon" ? ICONS : ["pemohon", "petugas"])}
            write={(told) => writeShort(path, "judul", key, told)}
          />
        ))}
      </div>
      <p class="note">{word("tileTold")}</p>
    </section>
  );
}
