// Nothing that is not saved is left without a question.
import { word } from "../words";
import { app } from "./instance";
import type { Session } from "./session";

/** Closed at once where its draft is kept, for it can be taken up again; asked else. */
export function closeAsking(session: Session): void {
  if (session.unsaved && !window.confirm(word(app.drafts.works ? "closeKeepsDraft" : "closeLoses"))) return;
  app.close(session);
}

export function askBeforeLeaving(): void {
  window.addEventListener("beforeunload", (event) => {
    for (const session of app.sessions) if (session.unsaved) event.preventDefault();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "hidden") return;
    for (const session of app.sessions) if (session.unsaved) void app.drafts.write(session);
  });
}
