// The folder of `sopgen edit`: its SOPs, searched by words.
import { useEffect, useState } from "preact/hooks";
import type { Listed } from "../engine/server";
import { app } from "../state/instance";
import { failed, openDocument } from "../state/files";
import { word } from "../words";

export function FolderList() {
  const { folder } = app;
  const [specs, setSpecs] = useState<Listed[] | null>(null);
  const [typed, setTyped] = useState("");
  useEffect(() => {
    if (folder) void folder.list().then(setSpecs, failed);
  }, []);
  if (!folder) return null;
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const found = (specs ?? []).filter((each) => words.every((part) => `${each.title} ${each.number} ${each.place}`.toLowerCase().includes(part)));
  return (
    <section class="folder" aria-labelledby="h-folder">
      <h3 id="h-folder">{word("folder")}</h3>
      <input type="search" aria-label={word("searchFolder")} placeholder={word("searchFolder")} value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
      <ul>
        {found.map((each) => (
          <li key={each.place}>
            <button type="button" class="link" onClick={() => void openPlace(each.place)}>
              {each.title || each.place}
            </button>
            <span>{each.refused ? word("refusedFile") : each.number || each.place}</span>
          </li>
        ))}
        {specs && found.length === 0 && <li>{word("nothingFits")}</li>}
      </ul>
    </section>
  );
}

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
    await openDocument({ ...data.document, name, place }, { digest, savedText: data.document.text });
  } catch (error) {
    failed(error);
  }
}
