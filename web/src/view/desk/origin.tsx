// Beside a spec that was read from a drawing by hand: what is in doubt, and the drawing as it was, under marks.
import { useEffect, useState } from "preact/hooks";
import type { Origin } from "../../engine/types";
import { app } from "../../state/instance";
import { word } from "../../words";

export function OriginBar({ origin }: { origin: Origin }) {
  const [open, setOpen] = useState(false);
  const { read, doubtful, unread } = origin.counts;
  const { doubts } = origin;
  return (
    <div class="origin">
      <p>
        {word("originRead", read, doubtful, unread)}{" "}
        {doubts.length > 0 && (
          <button type="button" class="link strong" aria-expanded={open} onClick={() => setOpen(!open)}>
            {word("doubts", doubts.length)}
          </button>
        )}
        <span class="spring" />
        <button
          type="button"
          role="switch"
          class="switch"
          aria-checked={app.original}
          onClick={() => ((app.original = !app.original), app.changed())}
        >
          <span class="knob" aria-hidden="true" /> {word("original")}
        </button>
      </p>
      {open && (
        <ol tabIndex={0} aria-label={word("doubts", doubts.length)}>
          {doubts.map((doubt, index) => (
            <li key={index}>
              {doubt.step === null ? (
                <strong>{doubt.place}</strong>
              ) : (
                <button
                  type="button"
                  class="link strong"
                  onClick={() => app.go({ section: "kegiatan", path: ["kegiatan", (doubt.step ?? 1) - 1, "uraian"] })}
                >
                  {word("step", doubt.step)}
                </button>
              )}{" "}
              {doubt.message}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

/** As pictures, which nothing in them can leave. */
export function Originals({ origin }: { origin: Origin }) {
  return (
    <div class="originals">
      {origin.originals.map((each) => (
        <Original key={each.name} {...each} />
      ))}
    </div>
  );
}

function Original({ name, svg }: Origin["originals"][number]) {
  const [address, setAddress] = useState("");
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return (
    <figure>
      <figcaption>{name}</figcaption>
      {address && <img class="sheet" src={address} alt={`${word("original")}: ${name}`} />}
    </figure>
  );
}
