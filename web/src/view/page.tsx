// The whole page: the start view, or the SOP in front.
import { app } from "../state/instance";
import { Dialogs } from "./dialogs";
import { useApp } from "./hooks";
import { Editor } from "./shell/editor";
import { Start } from "./start";

export function Page() {
  useApp();
  return (
    <>
      {app.current ? <Editor /> : <Start />}
      <Dialogs />
    </>
  );
}
