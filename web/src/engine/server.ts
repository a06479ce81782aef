// The desk of `sopgen edit`: the same questions, asked over HTTP on this computer.
import { read } from "./client";
import type { Blobs, Host, Language, Question, Questions, Reply } from "./types";

interface WireBlobs {
  text: string;
  blobs: string[];
}

/** One spec of the folder; without title and number it is refused. */
export interface Listed {
  place: string;
  title: string;
  number: string;
  status: string;
  refused: boolean;
}

/** How the documents of one SOP stand, or what became of them; `words` say it. */
export interface Standing {
  place: string;
  status: string;
  words: string;
  files: string[];
  messages: string[];
}

export interface Checked {
  place: string;
  verdict: string;
  wajib: number;
  anjuran: number;
}

/** Somebody else wrote the file meanwhile. */
export class ChangedFault extends Error {}

export class ServerHost implements Host {
  constructor(private readonly token: string) {}

  async ask<Q extends Question>(question: Q, data: Questions[Q]["asked"], blobs: Blobs = {}): Promise<Reply<Q>> {
    const packed = Object.fromEntries(Object.entries(blobs).map(([name, bytes]) => [name, toBase64(bytes)]));
    const told = await this.post<WireBlobs>(`/ask/${question}`, { data: JSON.stringify(data), blobs: packed });
    return read<Q>(told.text, told.blobs.map(fromBase64));
  }

  async list(): Promise<Listed[]> {
    return (await this.post<{ specs: Listed[] }>("/folder/list", {})).specs;
  }

  async read(place: string): Promise<{ bytes: Uint8Array; digest: string }> {
    const told = await this.post<{ bytes: string; digest: string }>("/folder/read", { place });
    return { bytes: fromBase64(told.bytes), digest: told.digest };
  }

  /** The new digest. `digest`: what the file was when it was read; fails with `ChangedFault` where it is no longer. */
  async write(place: string, text: string, digest: string | null): Promise<string> {
    return (await this.post<{ digest: string }>("/folder/write", { place, text, digest })).digest;
  }

  /** The document of a spec that was issued last; without a name there is none. */
  async issued(place: string): Promise<{ name: string | null; bytes: Uint8Array }> {
    const told = await this.post<{ name: string | null; bytes: string }>("/folder/issued", { place });
    return { name: told.name, bytes: fromBase64(told.bytes) };
  }

  /** Nothing is written. */
  async standing(language: Language): Promise<Standing[]> {
    return (await this.post<{ specs: Standing[] }>("/order/standing", { language })).specs;
  }

  /** Documents of these SOPs into `output`; of all where none is named. */
  async build(places: string[], language: Language): Promise<{ specs: Standing[]; output: string }> {
    return this.post("/order/build", { places, language });
  }

  async check(places: string[], language: Language): Promise<Checked[]> {
    return (await this.post<{ specs: Checked[] }>("/order/check", { places, language })).specs;
  }

  private async post<T>(route: string, body: unknown): Promise<T> {
    const response = await fetch(route, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "X-Sopgen-Token": this.token,
        "X-Sopgen-Language": document.documentElement.lang,
      },
      body: JSON.stringify(body),
    });
    if (response.status === 409) throw new ChangedFault();
    if (!response.ok) throw new Error(await faultOf(response));
    return (await response.json()) as T;
  }
}

/** In the server's own words where it has some. */
async function faultOf(response: Response): Promise<string> {
  const text = await response.text();
  try {
    return (JSON.parse(text) as { fault: string }).fault;
  } catch {
    return `${response.status} ${text}`;
  }
}

function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
