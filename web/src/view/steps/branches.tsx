// What the opened row holds below its cells: a decision's branches, a jump's or a fork's targets, what makes it joint.
import type { Diagnostic, Operation, Path } from "../../engine/types";
import { targetOperations, type Row } from "../../spec/rows";
import { at, isList, textAt, toJson } from "../../spec/tree";
import { app } from "../../state/instance";
import { word } from "../../words";
import { below, refusals } from "../hooks";
import { Refused, TextField } from "../field";
import { Icon } from "../icons";
import { Applicants, tellsApplicants } from "./applicant";
import { perform } from "./edits";
import { passesBy, PassingBy } from "./passing";
import { isOfRoutes, Routes, showsRoutes } from "./routes";
import { Target, stepWords } from "./targets";

const ANSWERS = ["Ya", "Tidak", "Setuju", "Tidak setuju", "Lengkap", "Tidak lengkap", "Sesuai", "Tidak sesuai"];
const MOST = 3;

export function Opened({ row, rows }: { row: Row; rows: Row[] }) {
  const shown = row.kind === "keputusan" || row.kind === "serentak" || row.kind === "lompat";
  const joint = row.executors.length > 1;
  const wrong = below(refusals(), ["kegiatan", row.number - 1, "keputusan"]).concat(
    below(refusals(), ["kegiatan", row.number - 1, "lanjut"]),
  );
  const steered = showsRoutes(row);
  const others = below(refusals(), ["kegiatan", row.number - 1]).filter(
    (each) => !wrong.includes(each) && !(steered && isOfRoutes(each)),
  );
  const told = tellsApplicants(row);
  const passed = passesBy(row, rows);
  if (!shown && !joint && !steered && !told && !passed && wrong.length + others.length === 0) return null;
  return (
    <div class="opened" onKeyDown={leaveByEscape(row)}>
      {passed && <PassingBy row={row} rows={rows} />}
      {others.map((each) => (
        <Refused key={each.message} told={each} />
      ))}
      {shown && <Ways row={row} rows={rows} wrong={wrong} />}
      {!shown && wrong.map((each) => <Refused key={each.message} told={each} />)}
      {steered && <Routes row={row} rows={rows} />}
      {told && <Applicants row={row} />}
      {joint && (
        <div class="joint">
          <TextField
            label={word("bersama")}
            path={["kegiatan", row.number - 1, "bersama"]}
            value={textAt(row.step, ["bersama"])}
            list={["rapat", "diskusi", "penandatanganan", "pemeriksaan", "serah terima"]}
          />
          <p class="note">{word("jointNote")}</p>
        </div>
      )}
    </div>
  );
}

function leaveByEscape(row: Row): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    app.go({ section: "kegiatan", path: ["kegiatan", row.number - 1, "jenis"] });
  };
}

function Ways({ row, rows, wrong }: { row: Row; rows: Row[]; wrong: Diagnostic[] }) {
  const isDecision = row.kind === "keputusan";
  const title = { keputusan: "branches", serentak: "parallel", lompat: "jump" } as const;
  return (
    <>
      <h3>{word(title[row.kind as keyof typeof title])}</h3>
      <div class="ways">
        {row.ways.map((way, index) => {
          const label = isDecision ? word("targetOf", way.label) : word("targetNumber", index + 1);
          const own = wrong.filter(
            (each) => JSON.stringify(each.path.slice(0, way.path.length)) === JSON.stringify(way.path),
          );
          const told = `way-${row.number}-${index}`;
          return (
            <div class={`way${isDecision ? "" : " plain"}`} key={isDecision ? way.label : index}>
              {isDecision && <Label row={row} label={way.label} />}
              <Icon name="arrow" />
              <Target
                label={label}
                path={way.path}
                target={way.target}
                told={way.told}
                own={row.number}
                rows={rows}
                wrong={own.length > 0}
                describedBy={told}
                choose={(target) => perform(targetOperations(app.current?.tree ?? null, way.path, target), way.path)}
              />
              <span class="note">
                {typeof way.target === "number" && way.target < row.number && (
                  <>
                    <Icon name="back" /> {word("returnArrow")}
                  </>
                )}
              </span>
              {row.ways.length > 2 && (
                <button
                  type="button"
                  class="small"
                  aria-label={word("removeWay", way.label || index + 1)}
                  onClick={() => removeWay(row, index)}
                >
                  <Icon name="close" />
                </button>
              )}
              {own.length > 0 && (
                <div class="under" id={told}>
                  {own.map((each) => (
                    <Refused key={each.message} told={each}>
                      <Ways.Remedies row={row} path={way.path} rows={rows} />
                    </Refused>
                  ))}
                </div>
              )}
            </div>
          );
        })}
      </div>
      {wrong
        .filter(
          (each) =>
            !row.ways.some((way) => JSON.stringify(each.path.slice(0, way.path.length)) === JSON.stringify(way.path)),
        )
        .map((each) => (
          <Refused key={each.message} told={each} />
        ))}
      {row.kind !== "lompat" && (
        <p class="note">
          {row.ways.length < MOST ? (
            <button type="button" class="link strong" onClick={() => addWay(row)}>
              <Icon name="plus" /> {word(isDecision ? "addBranch" : "addTarget")}
            </button>
          ) : (
            word("splitDecision")
          )}{" "}
          {word("targetsFollow")}
        </p>
      )}
    </>
  );
}

/** What ends an error of a branch: the target it had before, or no decision at all. */
Ways.Remedies = function Remedies({ row, path, rows }: { row: Row; path: Path; rows: Row[] }) {
  const before = app.current?.good?.drawing ? lastTarget(path) : null;
  const earlier = before === null ? undefined : rows[before - 1];
  const base: Path = ["kegiatan", row.number - 1];
  return (
    <p class="remedies">
      {earlier && (
        <button
          type="button"
          class="small"
          onClick={() => perform(targetOperations(app.current?.tree ?? null, path, earlier.number), path)}
        >
          <Icon name="back" /> {word("backTo", stepWords(earlier))}
        </button>
      )}
      <button
        type="button"
        class="small"
        onClick={() =>
          perform(
            ["keputusan", "lanjut"]
              .filter((key) => at(row.step, [key]) !== undefined)
              .map((key) => ({ op: "remove", path: [...base, key] })),
            [...base, "jenis"],
          )
        }
      >
        {word("makePlain")}
      </button>
    </p>
  );
};

/** The target that an arrow had when the last good drawing was made. */
function lastTarget(path: Path): number | null {
  const entry = [...(app.current?.undoable ?? [])]
    .reverse()
    .find((each) => JSON.stringify(each.place.path) === JSON.stringify(path));
  const told = entry ? at(entry.before, path) : undefined;
  const text = typeof told === "string" ? told : textAt(told, ["ke"]);
  if (!text) return null;
  const steps = at(entry?.before, ["kegiatan"]);
  const index = isList(steps) ? steps.findIndex((each) => textAt(each, ["id"]) === text) : -1;
  return index >= 0 ? index + 1 : Number(text) || null;
}

function Label({ row, label }: { row: Row; label: string }) {
  const base: Path = ["kegiatan", row.number - 1, "keputusan"];
  const id = `label-${row.number}-${label}`;
  const rename = (to: string): void => {
    const made = to.trim();
    if (at(app.current?.tree, [...base, label]) === undefined) return; // Enter did it, and the field is left by that
    if (!made || made === label || row.ways.some((way) => way.label === made)) return;
    const value = Object.fromEntries(
      row.ways.map((way) => [way.label === label ? made : way.label, toJson(at(app.current?.tree, way.path) ?? null)]),
    );
    perform([{ op: "set", path: base, value }], [...base, made]);
  };
  return (
    <>
      <input
        class="label"
        aria-label={word("branchLabel")}
        list={id}
        defaultValue={label}
        readOnly={!app.current?.readable}
        onBlur={(event) => rename(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault(); // the focus goes to the target, which Enter would open
          rename(event.currentTarget.value);
        }}
      />
      <datalist id={id}>
        {ANSWERS.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </>
  );
}

function addWay(row: Row): void {
  const base: Path = ["kegiatan", row.number - 1];
  if (row.kind === "serentak") {
    perform([{ op: "append", path: [...base, "lanjut"], value: null }], [...base, "lanjut", row.ways.length], true);
    return;
  }
  const label = ANSWERS.concat("Lainnya").find((each) => !row.ways.some((way) => way.label === each)) ?? "Lainnya";
  perform([{ op: "set", path: [...base, "keputusan", label], value: null }], [...base, "keputusan", label], true);
}

function removeWay(row: Row, index: number): void {
  const way = row.ways[index];
  if (!way) return;
  const operations: Operation[] = [{ op: "remove", path: way.path }];
  perform(operations, ["kegiatan", row.number - 1, "jenis"]);
}
