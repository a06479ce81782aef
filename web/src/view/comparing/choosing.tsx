// What the SOP is to be held against: the document issued last, what was saved last, another tab, or a file.
import { useEffect, useState } from "preact/hooks";
import type { Version } from "../../state/compared";
import { choicesFor, compareWith, ofFile, type Choice } from "../../state/comparing";
import { failed, pickFile } from "../../state/files";
import { app } from "../../state/instance";
import { word } from "../../words";
import { Icon } from "../icons";

export function Choosing() {
  const session = app.comparing?.session ?? app.current;
  const [choices, setChoices] = useState<Choice[]>([]);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (session) choicesFor(session).then(setChoices, failed);
  }, [session]);
  if (!session) return null;
  const choose = async (load: () => Promise<Version | null>): Promise<void> => {
    setBusy(true);
    try {
      const version = await load();
      if (version) await compareWith(session, version);
    } catch (error) {
      failed(error);
    }
    setBusy(false);
  };
  return (
    <>
      <p>{word("compareWhat")}</p>
      <ul class="choices">
        {choices.map((each) => (
          <li key={each.label}>
            <button type="button" disabled={busy} onClick={() => void choose(() => each.load())}>
              {each.label}
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            disabled={busy}
            onClick={() =>
              void choose(async () => {
                const file = await pickFile();
                return file ? ofFile(file) : null;
              })
            }
          >
            <Icon name="open" /> {word("chooseFile")}
          </button>
          <span class="hint">{word("compareFiles")}</span>
        </li>
      </ul>
      {busy && <p role="status">{word("comparingNow")}</p>}
      {!busy && app.notice?.kind === "fault" && (
        <p class="refused" role="alert">
          {app.notice.text}
        </p>
      )}
    </>
  );
}
