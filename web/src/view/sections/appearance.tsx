// Tampilan: how the document looks; what is not said here comes from the bureau's sopgen.yaml, else from the defaults.
import { useEffect, useState } from "preact/hooks";
import { at, isMap, textAt } from "../../spec/tree";
import { failed } from "../../state/files";
import { app } from "../../state/instance";
import { word, type Word } from "../../words";
import { ChoiceField, TextField } from "../field";
import { printedLabels } from "../yaml/schema";

const CHOICES: [key: string, options: string[]][] = [
  ["kertas", ["A4", "F4", "Letter", "Legal"]],
  ["huruf", ["Arial", "Times", "Bookman"]],
  ["halaman", ["terpisah", "gabung"]],
  ["kapsul", ["kegiatan", "tambahan"]],
  ["gabungan", ["tertaut", "lebar"]],
  ["kepala_berulang", ["true", "false"]],
  ["nomor_kolom", ["false", "true"]],
  ["tanda_tangan", ["kosong", "bidang"]],
  ["konektor", ["ganda", "bebas", "terpaku"]],
  ["riwayat", ["false", "true"]],
];
const TYPED = ["ukuran_huruf", "ukuran_huruf_terkecil", "pita_tte", "warna_kepala"];

export function Appearance() {
  const tree = app.current?.tree;
  return (
    <form class="form" onSubmit={(event) => event.preventDefault()}>
      <section aria-labelledby="h-appearance">
        <h2 id="h-appearance">{word("tampilan")}</h2>
        <p class="hint">{word("hintAppearance")}</p>
        <div class="pair">
          {CHOICES.map(([key, options]) => (
            <ChoiceField
              key={key}
              label={word(`t_${key}` as Word)}
              path={["tampilan", key]}
              value={textAt(tree, ["tampilan", key])}
              options={[
                ["", word("asBureau")],
                ...options.map((each): [string, string] => [
                  each,
                  each === "true" ? word("yes") : each === "false" ? word("no_") : each,
                ]),
              ]}
            />
          ))}
          {TYPED.map((key) => (
            <TextField
              key={key}
              label={word(`t_${key}` as Word)}
              path={["tampilan", key]}
              value={textAt(tree, ["tampilan", key])}
              placeholder={word("asBureau")}
            />
          ))}
        </div>
      </section>
      <Labels />
    </form>
  );
}

/** Every printed word that a bureau may call otherwise; what it is called now is in the schema. */
function Labels() {
  const tree = app.current?.tree;
  const [labels, setLabels] = useState<[key: string, printed: string][]>([]);
  useEffect(() => {
    printedLabels().then(setLabels, failed);
  }, [app.engine.kind]);
  const told = at(tree, ["tampilan", "label"]);
  const changed = isMap(told) ? told.size : 0;
  return (
    <details open={app.focus.path[1] === "label"}>
      <summary>
        {word("labels")} {changed > 0 && `(${changed})`}
      </summary>
      <p class="hint">{word("hintLabels")}</p>
      <div class="pair">
        {labels.map(([key, printed]) => (
          <TextField
            key={key}
            label={printed}
            path={["tampilan", "label", key]}
            value={textAt(tree, ["tampilan", "label", key])}
            placeholder={printed}
          />
        ))}
      </div>
    </details>
  );
}
