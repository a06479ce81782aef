// Identitas: what stands beside the boxes on the first page.
import type { Path } from "../../engine/types";
import { isoDate } from "../../spec/dates";
import { at, isList, isMap, textAt, type Json, type Tree } from "../../spec/tree";
import { app } from "../../state/instance";
import { dateWords, word } from "../../words";
import { ChoiceField, setAt, TextField } from "../field";
import { LogoField } from "./logo";

function text(path: Path): string {
  return textAt(app.current?.tree, path);
}

/** A text or a list of lines, one line each. */
export function linesOf(value: Tree | undefined): string {
  if (typeof value === "string") return value;
  return isList(value) ? value.map((each) => (typeof each === "string" ? each : "")).join("\n") : "";
}

export function lined(typed: string): Json {
  const lines = typed
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.length > 1 ? lines : (lines[0] ?? null);
}

export function Identity() {
  const tree = app.current?.tree;
  const number = at(tree, ["pengesahan", "nomor_induk"]);
  const kind = isMap(number) && number.has("NRP") ? "NRP" : "NIP";
  const yesNo: [string, string][] = [
    ["", word("notSaid")],
    ["true", word("yes")],
    ["false", word("no_")],
  ];
  return (
    <form class="form" onSubmit={(event) => event.preventDefault()}>
      <section aria-labelledby="h-title">
        <h2 id="h-title">{word("sopItself")}</h2>
        <TextField
          label={word("judul")}
          path={["judul"]}
          value={text(["judul"])}
          placeholder={word("placeJudul")}
          hint={word("hintJudul")}
        />
        <TextField label={word("nomor")} path={["nomor"]} value={text(["nomor"])} />
        <div class="pair">
          <ChoiceField
            label={word("sifat")}
            path={["sifat"]}
            value={text(["sifat"])}
            options={["", "pelayanan", "rutin", "penugasan"].map((each) => [each, each || word("notSaid")])}
          />
          <ChoiceField
            label={word("jenisSop")}
            path={["jenis"]}
            value={text(["jenis"])}
            options={["", "administratif", "teknis"].map((each) => [each, each || word("notSaid")])}
          />
          <ChoiceField
            label={word("cakupan")}
            path={["cakupan"]}
            value={text(["cakupan"])}
            options={["", "spesifik", "generik"].map((each) => [each, each || word("notSaid")])}
          />
          <ChoiceField label={word("tim")} path={["tim"]} value={text(["tim"])} options={yesNo} />
        </div>
      </section>
      <section aria-labelledby="h-office">
        <h2 id="h-office">{word("office")}</h2>
        <TextField
          label={word("instansi")}
          path={["instansi"]}
          value={linesOf(at(tree, ["instansi"]))}
          lines
          read={lined}
          hint={word("hintBureau")}
        />
        <TextField
          label={word("teksKepala")}
          path={["teks_kepala"]}
          value={linesOf(at(tree, ["teks_kepala"]))}
          lines
          read={lined}
        />
        <TextField label={word("unit")} path={["unit"]} value={linesOf(at(tree, ["unit"]))} lines read={lined} />
        <LogoField />
      </section>
      <section aria-labelledby="h-dates">
        <h2 id="h-dates">{word("dates")}</h2>
        <div class="pair">
          {(["pembuatan", "revisi", "efektif"] as const).map((each) => (
            <TextField
              key={each}
              label={word(each)}
              path={["tanggal", each]}
              value={dateWords(text(["tanggal", each]))}
              read={isoDate}
              placeholder={dateWords("2026-11-20")}
            />
          ))}
        </div>
        <p class="hint">{word("hintDate")}</p>
      </section>
      <section aria-labelledby="h-approval">
        <h2 id="h-approval">{word("approval")}</h2>
        <TextField
          label={word("atasNama")}
          path={["pengesahan", "atas_nama"]}
          value={text(["pengesahan", "atas_nama"])}
          hint={word("hintAtasNama")}
        />
        <TextField label={word("jabatan")} path={["pengesahan", "jabatan"]} value={text(["pengesahan", "jabatan"])} />
        <div class="pair">
          <TextField label={word("nama")} path={["pengesahan", "nama"]} value={text(["pengesahan", "nama"])} />
          <TextField label={word("pangkat")} path={["pengesahan", "pangkat"]} value={text(["pengesahan", "pangkat"])} />
          {(["NIP", "NRP"] as const).map((each) => (
            <TextField
              key={each}
              label={each}
              path={["pengesahan", "nomor_induk", each]}
              value={kind === each ? text(["pengesahan", "nomor_induk", each]) : ""}
              write={(value) =>
                setAt(
                  ["pengesahan", "nomor_induk"],
                  value === null ? null : { [each]: typeof value === "string" ? value.replace(/\s/g, "") : value },
                )
              }
            />
          ))}
        </div>
      </section>
    </form>
  );
}
