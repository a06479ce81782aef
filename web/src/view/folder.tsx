// The folder of `sopgen edit`: its SOPs, searched by words, how each stands, all of them checked or built.
import { useEffect, useState } from "preact/hooks";
import type { Checked, Listed, Standing } from "../engine/server";
import { app } from "../state/instance";
import { failed, openDocument } from "../state/files";
import { word, type Word } from "../words";
import { Icon } from "./icons";

const FORM = /\.form\.xlsx$/i;
/** What a build has to look at again. */
const UNSOUND = new Set(["missing", "stale", "edited", "refused", "failed"]);

const LATER_MILLISECONDS = 1500;

/** As it was seen last: it stands there at once. */
let kept: { specs: Listed[] | null; standings: Map<string, Standing> } = { specs: null, standings: new Map() };

export function FolderList() {
  const { folder } = app;
  const [specs, setSpecs] = useState(kept.specs);
  const [standings, setStandings] = useState(kept.standings);
  const [checks, setChecks] = useState<Map<string, Checked>>(new Map());
  const [working, setWorking] = useState<"build" | "check" | null>(null);
  const [told, setTold] = useState("");
  const [typed, setTyped] = useState("");
  useEffect(() => {
    if (!folder) return;
    folder.list().then(setSpecs, failed);
    const look = (): void => {
      folder.standing(app.language).then((found) => setStandings(byPlace(found)), failed);
    };
    // Who comes back from an SOP may open the next one at once: all files are looked at when nothing waits for it.
    const timer = window.setTimeout(look, kept.specs === null ? 0 : LATER_MILLISECONDS);
    return () => window.clearTimeout(timer);
  }, [app.language]);
  kept = { specs, standings };
  if (!folder) return null;
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const found = (specs ?? []).filter((each) =>
    words.every((part) => `${each.title} ${each.number} ${each.place} ${each.status}`.toLowerCase().includes(part)),
  );
  const places = words.length === 0 ? [] : found.map((each) => each.place);
  const order = async (kind: "build" | "check"): Promise<void> => {
    setWorking(kind);
    setTold("");
    try {
      if (kind === "build") {
        const made = await folder.build(places, app.language);
        setStandings(new Map([...standings, ...byPlace(made.specs)]));
        setTold(sums(made.specs, made.output));
      } else {
        const checked = await folder.check(places, app.language);
        setChecks(new Map([...checks, ...byPlace(checked)]));
        setTold(word("folderChecked", checked.length, checked.filter((each) => each.wajib > 0).length));
      }
    } catch (error) {
      failed(error);
    }
    setWorking(null);
  };
  const idle = working === null && found.length > 0;
  return (
    <section class="folder" aria-labelledby="h-folder">
      <header>
        <h2 id="h-folder">{word("folder")}</h2>
        {specs && (
          <p role="status">
            {words.length === 0 ? word("folderCount", specs.length) : word("ofMany", found.length, specs.length)}
          </p>
        )}
        <input
          type="search"
          aria-label={word("searchFolder")}
          placeholder={word("searchFolder")}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <span class="spring" />
        <p role="status">{working ? word(working === "build" ? "building" : "checking") : told}</p>
        <button type="button" disabled={!idle} onClick={() => void order("check")}>
          <Icon name="check" /> {word(words.length === 0 ? "checkAll" : "checkThese")}
        </button>
        <button type="button" class="primary" disabled={!idle} onClick={() => void order("build")}>
          <Icon name="download" /> {word(words.length === 0 ? "buildAll" : "buildThese")}
        </button>
      </header>
      <div class="rows" tabIndex={0} role="region" aria-labelledby="h-folder">
        <table>
          <thead>
            <tr>
              {(["folderTitle", "folderNumber", "status", "folderDocuments", "findings"] as const).map((each) => (
                <th key={each} scope="col">
                  {word(each)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.map((each) => (
              <Spec
                key={each.place}
                spec={each}
                standing={standings.get(each.place)}
                checked={checks.get(each.place)}
              />
            ))}
          </tbody>
        </table>
        {!specs && <p class="none">{word("loading")}</p>}
        {specs && found.length === 0 && <p class="none">{word("nothingFits")}</p>}
      </div>
    </section>
  );
}

function Spec({
  spec,
  standing,
  checked,
}: {
  spec: Listed;
  standing: Standing | undefined;
  checked: Checked | undefined;
}) {
  const unsound = standing !== undefined && UNSOUND.has(standing.status);
  return (
    <tr>
      <th scope="row">
        <button type="button" class="link" title={spec.place} onClick={() => void openPlace(spec.place)}>
          {spec.title || spec.place}
        </button>
      </th>
      <td>{spec.number}</td>
      <td>{spec.refused ? word("refusedFile") : spec.status && word(`status_${spec.status}` as Word)}</td>
      <td class={unsound ? "unsound" : ""}>
        {standing?.words}
        {standing?.messages.map((each) => (
          <p key={each}>{each}</p>
        ))}
      </td>
      <td>
        {checked && !spec.refused && (
          <>
            {checked.wajib > 0 && <span class="tag wajib">{word("wajibCount", checked.wajib)}</span>}{" "}
            {checked.anjuran > 0 && <span class="tag anjuran">{word("anjuranCount", checked.anjuran)}</span>}
            {checked.wajib + checked.anjuran === 0 && word("noFindings")}
          </>
        )}
      </td>
    </tr>
  );
}

function byPlace<E extends { place: string }>(list: E[]): Map<string, E> {
  return new Map(list.map((each) => [each.place, each]));
}

function sums(made: Standing[], output: string): string {
  const written = made.filter((each) => each.status === "built").length;
  const stopped = made.filter((each) => UNSOUND.has(each.status)).length;
  return word("folderBuilt", written, made.length - written - stopped, stopped, output);
}

/** A form opens as a spec of its own: nothing is written over the workbook. */
async function openPlace(place: string): Promise<void> {
  const { folder } = app;
  const open = app.sessions.find((each) => each.document.place === place);
  if (open) {
    app.show(open);
    return;
  }
  if (!folder) return;
  try {
    const { bytes, digest } = await folder.read(place);
    const { data, refusals } = await folder.ask("open", { name: place, language: app.language }, { file: bytes });
    if (refusals[0]) {
      app.tell({ text: `${refusals[0].message} ${refusals[0].remedy}`, kind: "fault" });
      return;
    }
    const name = place.split("/").at(-1) ?? place;
    if (FORM.test(place)) await openDocument(data.document, {});
    else await openDocument({ ...data.document, name, place }, { digest, savedText: data.document.text });
  } catch (error) {
    failed(error);
  }
}
