// Another program changed the file meanwhile: which of the two is to stand, or what they differ in.
import { compareWithFile } from "../../state/comparing";
import { saveSpec } from "../../state/files";
import { app } from "../../state/instance";
import { word } from "../../words";

export function ChangedOutside() {
  const session = app.current;
  if (!session?.changedOutside) return null;
  return (
    <div class="paste-question" role="alert">
      <p>
        <strong>{word("changedOutside")}</strong> {session.document.name}
      </p>
      <button type="button" onClick={() => void saveSpec("theirs")}>
        {word("takeTheirs")}
      </button>
      <button type="button" onClick={() => void saveSpec("ours")}>
        {word("takeOurs")}
      </button>
      <button type="button" onClick={() => void compareWithFile(session)}>
        {word("compare")}
      </button>
    </div>
  );
}
