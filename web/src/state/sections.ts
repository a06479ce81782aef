// Which section of the form shows what of the spec.
import type { Path } from "../engine/types";
import type { Section } from "./session";

/** Where in the form a path of the spec is edited. */
export function sectionOf(path: Path): Section {
  const [first, second] = path;
  switch (first) {
    case "kegiatan":
    case "pelaksana":
    case "tampilan":
    case "pelayanan":
    case "riwayat":
      return first;
    case "dasar_hukum":
    case "kualifikasi_pelaksana":
    case "keterkaitan":
    case "peralatan":
    case "peringatan":
    case "pencatatan":
      return "kotak";
    case "nomor":
    case "judul":
    case "jenis":
    case "sifat":
    case "cakupan":
    case "tim":
    case "instansi":
    case "teks_kepala":
    case "unit":
    case "logo":
    case "tanggal":
    case "pengesahan":
      return "identitas";
    case "status":
    case "digantikan_oleh":
      return "riwayat";
    default:
      return second === undefined && first === undefined ? "identitas" : "yaml";
  }
}
