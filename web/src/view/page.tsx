// The whole page: the start view, or the SOP in front.
import { app } from "../state/instance";
import { Compare } from "./comparing/compare";
import { Dialogs } from "./dialogs";
import { useApp } from "./hooks";
import { Editor } from "./shell/editor";
import { Start } from "./start";

export function Page() {
  useApp();
  return (
    <>
      {app.comparing ? <Compare comparing={app.comparing} /> : app.current ? <Editor /> : <Start />}
      <Dialogs />
    </>
  );
}
