// Where the page begins.
import { render } from "preact";
import { fileInput, takeDrops } from "./state/files";
import { askBeforeLeaving } from "./state/leaving";
import "./style/page.css";
import { listenForKeys } from "./view/keys";
import { Page } from "./view/page";

const root = document.getElementById("page");
if (root) render(<Page />, root);
fileInput();
listenForKeys();
takeDrops();
askBeforeLeaving();
