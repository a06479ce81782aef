// PDFium itself: C compiled for the browser, with nothing of the computer to be had: no file, no clock, no chance.

/** Bytes that one file may take: what `sopgen import` may take on a computer. */
const MOST_MEMORY = 320 << 20;
const PAGE = 65536;
const NO_SUCH_CALL = 52;

type Call = (...values: number[]) => number;
type Calls = Record<string, Call>;

/** A library's own heap, and its functions by name. */
export interface Library {
  call: (name: string, ...values: number[]) => number;
  memory: () => ArrayBuffer;
  /** A place in the heap; kept as long as the library. Throws where there is none. */
  room: (bytes: number) => number;
}

/** Throws what a browser throws where memory ends or the library breaks off. */
export function library(module: WebAssembly.Module): Library {
  let calls: Calls = {};
  const own = (name: string): WebAssembly.ExportValue | undefined => instance.exports[name];
  const memory = (): ArrayBuffer => (own("memory") as WebAssembly.Memory).buffer;
  const imports = outside(module, {
    calls: () => calls,
    memory: () => own("memory") as WebAssembly.Memory,
    table: () => own("__indirect_function_table") as WebAssembly.Table,
  });
  const instance = new WebAssembly.Instance(module, imports);
  calls = instance.exports as Calls;
  const call = (name: string, ...values: number[]): number => {
    const found = calls[name];
    if (!found) throw new Error(`PDFium lacks ${name}`);
    return found(...values);
  };
  const room = (bytes: number): number => {
    const place = call("malloc", Math.max(bytes, 1));
    if (place === 0) throw new RangeError("no room");
    return place;
  };
  call("emscripten_stack_init");
  call("__wasm_call_ctors");
  const settings = room(20);
  new Int32Array(memory(), settings, 5).set([2, 0, 0, 0, 0]);
  call("FPDF_InitLibraryWithConfig", settings);
  return { call, memory, room };
}

interface Inside {
  calls: () => Calls;
  memory: () => WebAssembly.Memory;
  table: () => WebAssembly.Table;
}

/** What the library asks of its surroundings: only memory and its own jumps are granted. */
function outside(module: WebAssembly.Module, inside: Inside): WebAssembly.Imports {
  const granted: Record<string, unknown> = {
    emscripten_resize_heap: (size: number) => grown(inside.memory(), size >>> 0),
    _emscripten_memcpy_js: (to: number, from: number, count: number) => {
      new Uint8Array(inside.memory().buffer).copyWithin(to, from, from + count);
    },
    _emscripten_throw_longjmp: () => {
      throw JUMP;
    },
    _abort_js: () => broken("abort"),
    __assert_fail: () => broken("assertion"),
    emscripten_date_now: () => 0,
  };
  const imports: Record<string, Record<string, unknown>> = {};
  for (const { module: holder, name } of WebAssembly.Module.imports(module)) {
    const refusal = (): number => (name.startsWith("__syscall") ? -NO_SUCH_CALL : NO_SUCH_CALL);
    const jumping = name.startsWith("invoke_") ? guarded(inside) : refusal;
    (imports[holder] ??= {})[name] = granted[name] ?? jumping;
  }
  return imports as WebAssembly.Imports;
}

const JUMP = new Error("jump");

function broken(what: string): never {
  throw new Error(`PDFium broke off: ${what}`);
}

/** C's long jumps, as Emscripten compiles them: a call that one may end, behind which the library looks why. */
function guarded(inside: Inside): (index: number, ...values: number[]) => number {
  return (index, ...values) => {
    const calls = inside.calls();
    const stack = calls["emscripten_stack_get_current"]?.() ?? 0;
    try {
      return (inside.table().get(index) as Call)(...values);
    } catch (error) {
      if (error !== JUMP) throw error;
      calls["_emscripten_stack_restore"]?.(stack);
      calls["setThrew"]?.(1, 0);
      return 0;
    }
  };
}

/** 1 where the heap has `size` bytes now, as C says it. */
function grown(memory: WebAssembly.Memory, size: number): number {
  const old = memory.buffer.byteLength;
  if (size > MOST_MEMORY) return 0;
  const wanted = Math.min(MOST_MEMORY, Math.max(size, old + (old >> 2)));
  try {
    memory.grow(Math.ceil((wanted - old) / PAGE));
    return 1;
  } catch {
    return 0;
  }
}
