// The desk of `sopgen edit`: the same questions, asked over HTTP on this computer.
import { read } from "./client";
import type { Blobs, Host, Question, Questions, Reply } from "./types";

interface WireBlobs {
  text: string;
  blobs: string[];
}

export class ServerHost implements Host {
  constructor(private readonly token: string) {}

  async ask<Q extends Question>(question: Q, data: Questions[Q]["asked"], blobs: Blobs = {}): Promise<Reply<Q>> {
    const packed = Object.fromEntries(Object.entries(blobs).map(([name, bytes]) => [name, toBase64(bytes)]));
    const response = await fetch(`/ask/${question}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Sopgen-Token": this.token },
      body: JSON.stringify({ data: JSON.stringify(data), blobs: packed }),
    });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    const told = (await response.json()) as WireBlobs;
    return read<Q>(told.text, told.blobs.map(fromBase64));
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
