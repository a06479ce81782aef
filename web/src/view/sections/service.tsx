// Pelayanan: what is promised to the applicant; never assumed.
import { at, isMap, textAt } from "../../spec/tree";
import { app } from "../../state/instance";
import { word, type Word } from "../../words";
import { TextField } from "../field";
import { ListField } from "./list";

const LISTS = ["persyaratan", "biaya", "produk", "pengaduan", "kanal", "sarana", "pengawasan_internal", "jaminan_pelayanan", "jaminan_keamanan", "evaluasi_kinerja"];
const TEXTS = ["tempat", "jam", "tautan", "jumlah_pelaksana"];

export function Service() {
  const tree = app.current?.tree;
  const time = at(tree, ["pelayanan", "jangka_waktu"]);
  return (
    <form class="form" onSubmit={(event) => event.preventDefault()}>
      <p class="hint">{word("hintService")}</p>
      <div class="pair">
        <TextField label={word("p_lama")} path={isMap(time) || time === undefined || time === null ? ["pelayanan", "jangka_waktu", "lama"] : ["pelayanan", "jangka_waktu"]} value={isMap(time) ? textAt(time, ["lama"]) : textAt(tree, ["pelayanan", "jangka_waktu"])} />
        {(isMap(time) || time === undefined || time === null) && <TextField label={word("p_sejak")} path={["pelayanan", "jangka_waktu", "sejak"]} value={textAt(time, ["sejak"])} />}
        {TEXTS.map((key) => (
          <TextField key={key} label={word(`p_${key}` as Word)} path={["pelayanan", key]} value={textAt(tree, ["pelayanan", key])} />
        ))}
      </div>
      {LISTS.map((key) => (
        <ListField key={key} label={word(`p_${key}` as Word)} path={["pelayanan", key]} />
      ))}
    </form>
  );
}
