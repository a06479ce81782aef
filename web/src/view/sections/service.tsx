// Pelayanan: what is promised to the applicant; never assumed.
import { at, textAt } from "../../spec/tree";
import { app } from "../../state/instance";
import { word, type Word } from "../../words";
import { TextField } from "../field";
import { writeShort, shortText } from "../shortened";
import { ListField } from "./list";

type Part = { text: string } | { list: string };

/** As the standard of service has them: what is delivered, where, how it is managed, and who sets it. */
const GROUPS: readonly [Word, readonly Part[]][] = [
  ["serviceDelivery", [{ list: "persyaratan" }, { list: "biaya" }, { list: "produk" }, { list: "pengaduan" }]],
  ["serviceReach", [{ text: "tempat" }, { text: "jam" }, { text: "tautan" }, { list: "kanal" }]],
  [
    "serviceManaging",
    [
      { text: "jumlah_pelaksana" },
      ...["sarana", "pengawasan_internal", "jaminan_pelayanan", "jaminan_keamanan", "evaluasi_kinerja"].map((list) => ({
        list,
      })),
    ],
  ],
  ["serviceSetting", [{ text: "alamat" }, { text: "tempat_penetapan" }, { list: "maklumat" }]],
];

export function Service() {
  const tree = app.current?.tree;
  const field = (key: string) => (
    <TextField
      key={key}
      label={word(`p_${key}` as Word)}
      path={["pelayanan", key]}
      value={textAt(tree, ["pelayanan", key])}
    />
  );
  return (
    <form class="form" onSubmit={(event) => event.preventDefault()}>
      <p class="hint">{word("hintService")}</p>
      {GROUPS.map(([title, parts], index) => (
        <section key={title} aria-labelledby={`h-${title}`}>
          <h2 id={`h-${title}`}>{word(title)}</h2>
          {index === 0 && <Promised />}
          {parts.some((part) => "text" in part) && (
            <div class="pair">{parts.map((part) => "text" in part && field(part.text))}</div>
          )}
          {parts.map(
            (part) =>
              "list" in part && (
                <ListField key={part.list} label={word(`p_${part.list}` as Word)} path={["pelayanan", part.list]} />
              ),
          )}
        </section>
      ))}
    </form>
  );
}

function Promised() {
  const time = at(app.current?.tree, ["pelayanan", "jangka_waktu"]);
  return (
    <div class="pair">
      {(["lama", "sejak"] as const).map((key) => (
        <TextField
          key={key}
          label={word(`p_${key}`)}
          path={["pelayanan", "jangka_waktu", key]}
          value={shortText(time, "lama", key)}
          write={(value) => writeShort(["pelayanan", "jangka_waktu"], "lama", key, value)}
        />
      ))}
    </div>
  );
}
