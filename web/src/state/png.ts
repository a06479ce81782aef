// A page as a picture of dots: the browser draws the SVG, whose letters come with it.
const DOTS_PER_POINT = 300 / 72;

export async function pngOf(svg: Uint8Array): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg as Uint8Array<ArrayBuffer>], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const box = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(new TextDecoder().decode(svg.slice(0, 1000)));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(Number(box?.[1] ?? image.width) * DOTS_PER_POINT);
    canvas.height = Math.round(Number(box?.[2] ?? image.height) * DOTS_PER_POINT);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
