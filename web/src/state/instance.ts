// The one app of this page.
import { App } from "./app";

export const app = new App();
