// Pelaksana: the columns of the flow from left to right.
import { useState } from "preact/hooks";
import type { Operation, Path } from "../../engine/types";
import { laneKey, lanesOf, rowsOf, type Lane } from "../../spec/rows";
import { isMap, textAt } from "../../spec/tree";
import { app } from "../../state/instance";
import { word, type Word } from "../../words";
import { focusOnce, Messages, setAt, useCalled } from "../field";
import { Icon } from "../icons";

const ROLES = ["pemohon", "penanggung_jawab", "atasan", "administrasi"] as const;

function edit(operations: Operation[], path: Path): void {
  void app.current?.edit(operations, { section: "pelaksana", path }).then((fault) => {
    if (fault) app.tell({ text: fault.message, kind: "fault" });
  });
}

export function Executors() {
  const lanes = lanesOf(app.current?.tree);
  const rows = rowsOf(app.current?.tree);
  const [name, setName] = useState("");
  const locked = !app.current?.readable;
  const add = (): void => {
    if (!name.trim()) return;
    const key = laneKey(name, new Set(lanes.map((lane) => lane.key)));
    edit([{ op: "add_executor", key, value: name.trim() }], ["pelaksana", key]);
    setName("");
  };
  return (
    <form class="form executors" onSubmit={(event) => (event.preventDefault(), add())}>
      <p class="hint">{word("hintExecutors")}</p>
      <Messages at={["pelaksana"]} id="executors-told" />
      {lanes.map((lane, index) => (
        <ExecutorRow
          key={lane.key}
          lane={lane}
          index={index}
          count={lanes.length}
          lanes={lanes}
          busy={rows.filter((row) => row.executors.includes(lane.key)).map((row) => row.number)}
          locked={locked}
        />
      ))}
      <div class="add">
        <label for="new-executor">{word("newExecutor")}</label>
        <input
          id="new-executor"
          value={name}
          readOnly={locked}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <button type="submit" disabled={locked || !name.trim()}>
          <Icon name="plus" /> {word("add")}
        </button>
      </div>
    </form>
  );
}

interface ExecutorRowProps {
  lane: Lane;
  index: number;
  count: number;
  lanes: Lane[];
  busy: number[];
  locked: boolean;
}

function ExecutorRow({ lane, index, count, lanes, busy, locked }: ExecutorRowProps) {
  const path: Path = ["pelaksana", lane.key];
  const field = useCalled<HTMLInputElement>(path);
  const [asking, setAsking] = useState(false);
  const place: Path = isMap(lane.value) ? [...path, "nama"] : path;
  const put = (key: string, value: string | boolean | null): void => {
    if (value === null || value === "" || value === false) {
      if (isMap(lane.value) && lane.value.has(key)) edit([{ op: "remove", path: [...path, key] }], path);
    } else setAt([...path, key], value);
  };
  return (
    <fieldset class="executor">
      <legend>{word("column", index + 1)}</legend>
      <div class="grid">
        <label>
          {word("printedName")}
          <input
            ref={field}
            value={lane.name}
            readOnly={locked}
            onFocus={() => app.at(path)}
            onChange={(event) => {
              const told = event.currentTarget.value.trim();
              if (told && told !== lane.name) setAt(place, told);
            }}
          />
        </label>
        <label>
          {word("role")}
          <select
            value={textAt(lane.value, ["peran"])}
            disabled={locked}
            onChange={(event) => put("peran", event.currentTarget.value)}
          >
            <option value="">{word("noRole")}</option>
            {ROLES.map((each) => (
              <option key={each} value={each}>
                {word(`role_${each}` as Word)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {word("publicName")}
          <input
            value={textAt(lane.value, ["publik"])}
            placeholder={lane.name}
            readOnly={locked}
            onChange={(event) => put("publik", event.currentTarget.value.trim())}
          />
        </label>
        <label>
          {word("group")}
          <input
            value={textAt(lane.value, ["kelompok"])}
            readOnly={locked}
            onChange={(event) => put("kelompok", event.currentTarget.value.trim())}
          />
        </label>
        <label class="inline">
          <input
            type="checkbox"
            checked={textAt(lane.value, ["eksternal"]) === "true"}
            disabled={locked}
            onChange={(event) => put("eksternal", event.currentTarget.checked)}
          />{" "}
          {word("external")}
        </label>
        <span class="row-actions">
          <button
            type="button"
            class="small bare"
            aria-label={word("moveLeft", lane.name)}
            title={word("moveLeft", lane.name)}
            disabled={locked || index === 0}
            onClick={() => edit([{ op: "move_executor", key: lane.key, position: index - 1 }], path)}
          >
            <Icon name="left" />
          </button>
          <button
            type="button"
            class="small bare"
            aria-label={word("moveRight", lane.name)}
            title={word("moveRight", lane.name)}
            disabled={locked || index === count - 1}
            onClick={() => edit([{ op: "move_executor", key: lane.key, position: index + 1 }], path)}
          >
            <Icon name="right" />
          </button>
          <button
            type="button"
            class="small bare delete"
            aria-label={word("deleteExecutor", lane.name)}
            title={word("deleteExecutor", lane.name)}
            disabled={locked || count < 2}
            onClick={() =>
              busy.length > 0 ? setAsking(true) : edit([{ op: "delete_executor", key: lane.key }], ["pelaksana"])
            }
          >
            <Icon name="trash" />
          </button>
        </span>
      </div>
      <p class="hint" title={word("keyIs", lane.key)}>
        {busy.length > 0 ? word("does", busy.join(", ")) : word("doesNothing")}
      </p>
      {asking && (
        <p class="question">
          {word("whoInstead", lane.name, busy.join(", "))}{" "}
          <select
            aria-label={word("whoInstead", lane.name, busy.join(", "))}
            ref={focusOnce}
            onChange={(event) => {
              setAsking(false);
              if (event.currentTarget.value)
                edit([{ op: "delete_executor", key: lane.key, instead: event.currentTarget.value }], ["pelaksana"]);
            }}
          >
            <option value="">…</option>
            {lanes
              .filter((each) => each.key !== lane.key)
              .map((each) => (
                <option key={each.key} value={each.key}>
                  {each.name}
                </option>
              ))}
          </select>{" "}
          <button type="button" class="small" onClick={() => setAsking(false)}>
            {word("cancel")}
          </button>
        </p>
      )}
      <Messages at={path} id={`told-${lane.key}`} />
    </fieldset>
  );
}
