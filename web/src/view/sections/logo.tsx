// The emblem: a picture that goes with this SOP, or with the bureau's sopgen.yaml.
import { textAt } from "../../spec/tree";
import { app } from "../../state/instance";
import { word } from "../../words";
import { Icon } from "../icons";
import { Messages, setAt, useCalled } from "../field";

export function LogoField() {
  const session = app.current;
  const name = textAt(session?.tree, ["logo"]);
  const known = Object.keys({ ...app.bureau.logos, ...session?.logos });
  const input = useCalled<HTMLInputElement>(["logo"]);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file || !session) return;
    session.logos = { ...session.logos, [file.name]: new Uint8Array(await file.arrayBuffer()) };
    if (file.name === name) session.draw();
    else setAt(["logo"], file.name);
    app.around.edited(session);
    app.changed();
  };
  return (
    <div class="field">
      <label for="logo">{word("logo")}</label>
      <div class="file">
        <span class="choose">
          <input
            id="logo"
            ref={input}
            type="file"
            title={word("logo")}
            accept="image/png,image/jpeg"
            disabled={!session?.readable}
            onFocus={() => app.at(["logo"])}
            onChange={(event) => {
              void take(event.currentTarget.files?.[0]);
              event.currentTarget.value = "";
            }}
          />
          <span aria-hidden="true">
            <Icon name="open" /> {word("chooseFile")}
          </span>
        </span>
        {name && (
          <>
            <span>{name}</span>
            <button type="button" class="small" onClick={() => setAt(["logo"], null)}>
              {word("remove")}
            </button>
            {session?.logos[name] && (
              <button
                type="button"
                class="small"
                onClick={() => void app.bureau.addLogo(name, session.logos[name] ?? new Uint8Array())}
              >
                {word("keepLogo")}
              </button>
            )}
          </>
        )}
      </div>
      {known.length > 0 && <p class="hint">{word("logosHere", known.join(", "))}</p>}
      <Messages at={["logo"]} id="logo-told" />
    </div>
  );
}
