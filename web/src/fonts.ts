// The document's faces, registered once under the names by which the drawn pages call them.
import type { Host } from "./engine/types";

export async function registerFonts(host: Host): Promise<void> {
  const { data, files } = await host.ask("fonts", {});
  for (const [index, described] of data.fonts.entries()) {
    const file = files[index];
    if (!file) continue;
    const face = new FontFace(described.family, file.bytes as Uint8Array<ArrayBuffer>, {
      weight: described.weight,
      style: described.style,
    });
    document.fonts.add(face);
  }
}
