// Riwayat: the revisions, newest last, and whether the SOP is in force.
import type { Path } from "../../engine/types";
import { isoDate } from "../../spec/dates";
import { at, isList, textAt } from "../../spec/tree";
import { app } from "../../state/instance";
import { dateWords, word, type Word } from "../../words";
import { ChoiceField, Messages, TextField } from "../field";
import { Icon } from "../icons";

const KEYS = ["revisi", "tanggal", "bagian", "semula", "menjadi", "alasan"] as const;

export function History() {
  const tree = app.current?.tree;
  const found = at(tree, ["riwayat"]);
  const entries = isList(found) ? found : [];
  const locked = !app.current?.readable;
  const edit = (operation: { op: string } & Record<string, unknown>, path: Path): void => {
    void app.current?.edit([operation], { section: "riwayat", path });
  };
  return (
    <form class="form" onSubmit={(event) => event.preventDefault()}>
      <section aria-labelledby="h-status">
        <h2 id="h-status">{word("status")}</h2>
        <div class="pair">
          <ChoiceField
            label={word("status")}
            path={["status"]}
            value={textAt(tree, ["status"])}
            options={["", "konsep", "berlaku", "dicabut"].map((each) => [each, each || word("notSaid")])}
          />
          <TextField label={word("replacedBy")} path={["digantikan_oleh"]} value={textAt(tree, ["digantikan_oleh"])} />
        </div>
      </section>
      <Messages at={["riwayat"]} id="history-told" exact />
      <p>
        <button
          type="button"
          disabled={locked || app.engine.kind !== "ready"}
          onClick={() => ((app.dialog = "compare"), app.changed())}
        >
          <Icon name="compare" /> {word("recordSince")}
        </button>
      </p>
      {entries.map((entry, index) => (
        <fieldset key={index}>
          <legend>{word("revisionNumber", index + 1)}</legend>
          <div class="pair">
            {KEYS.map((key) => (
              <TextField
                key={key}
                label={word(`r_${key}` as Word)}
                path={["riwayat", index, key]}
                value={key === "tanggal" ? dateWords(textAt(entry, [key])) : textAt(entry, [key])}
                lines={key === "semula" || key === "menjadi"}
                {...(key === "tanggal" ? { read: isoDate } : {})}
              />
            ))}
          </div>
          <button
            type="button"
            class="small"
            disabled={locked}
            onClick={() =>
              edit(
                entries.length === 1 ? { op: "remove", path: ["riwayat"] } : { op: "remove", path: ["riwayat", index] },
                ["riwayat"],
              )
            }
          >
            {word("remove")}
          </button>
        </fieldset>
      ))}
      <p>
        <button
          type="button"
          class="link strong"
          disabled={locked}
          onClick={() =>
            edit(
              {
                op: "append",
                path: ["riwayat"],
                value: {
                  revisi: entries.length + 1,
                  tanggal: null,
                  bagian: null,
                  semula: null,
                  menjadi: null,
                  alasan: null,
                },
              },
              ["riwayat", entries.length, "tanggal"],
            )
          }
        >
          <Icon name="plus" /> {word("addRevision")}
        </button>
      </p>
    </form>
  );
}
