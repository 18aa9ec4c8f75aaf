/**
 * The plugin for Vite. `docwright/rollup`, `docwright/rolldown` and `docwright/esbuild` are the same for
 * these bundlers.
 *
 * @module docwright/vite
 */

import { plugin } from "./plugin.ts";

export type { Platform, PluginOptions } from "./plugin-options.ts";

/**
 * The plugin for Vite: builds packages from pages, and lets programs import them by their npm names. Pages
 * that change while Vite watches or serves are built again.
 *
 * @example
 * In `vite.config.ts`; the program then says `import { LibraryClient } from "library-20200102"`:
 * ```ts
 * import docwright from "docwright/vite";
 * import { defineConfig } from "vite";
 *
 * export default defineConfig({ plugins: [docwright()] });
 * ```
 */
export default plugin.vite;
