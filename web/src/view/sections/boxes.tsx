// Isi kotak: the six boxes of the first page.
import { word } from "../../words";
import { ListField } from "./list";

export const BOXES = [
  "dasar_hukum",
  "kualifikasi_pelaksana",
  "keterkaitan",
  "peralatan",
  "peringatan",
  "pencatatan",
] as const;

export function Boxes() {
  return (
    <form class="form boxes" onSubmit={(event) => event.preventDefault()}>
      {BOXES.map((each) => (
        <ListField key={each} label={word(each)} path={[each]} />
      ))}
    </form>
  );
}
