import { fileURLToPath } from "node:url";

/** The folder of docwright itself: templates and the runtime lie in it, beside its code. */
export const packageRoot = fileURLToPath(new URL("../", import.meta.url));
