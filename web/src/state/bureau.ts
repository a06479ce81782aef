// The bureau's sopgen.yaml and its logos, kept in this browser for every SOP without its own.
import type { Blobs } from "../engine/types";
import { readStored, writeStored } from "./storage";

interface Kept {
  defaults: string | null;
  logos: Blobs;
}

const KEY = "bureau";

export class Bureau {
  defaults: string | null = null;
  logos: Blobs = {};

  constructor(private readonly changed: () => void) {
    void readStored<Kept>("settings", KEY).then((kept) => {
      if (!kept) return;
      this.defaults = kept.defaults;
      this.logos = kept.logos;
      this.changed();
    });
  }

  told(): Kept {
    return { defaults: this.defaults, logos: this.logos };
  }

  async setDefaults(text: string | null): Promise<void> {
    this.defaults = text;
    await this.store();
  }

  async addLogo(name: string, bytes: Uint8Array): Promise<void> {
    this.logos = { ...this.logos, [name]: bytes };
    await this.store();
  }

  async removeLogo(name: string): Promise<void> {
    this.logos = Object.fromEntries(Object.entries(this.logos).filter(([each]) => each !== name));
    await this.store();
  }

  private async store(): Promise<void> {
    this.changed();
    await writeStored("settings", KEY, this.told());
  }
}
