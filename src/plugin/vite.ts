/**
 * The Vite plugin. `docwright/rollup`, `docwright/rolldown` and `docwright/esbuild` provide it for those
 * bundlers.
 *
 * @module docwright/vite
 */

import { plugin } from "./plugin.ts";

export type { Platform, PluginOptions } from "./plugin-options.ts";

/**
 * The Vite plugin: generates packages from pages and resolves imports of them by their npm names.
 *
 * Rebuilds changed pages while Vite watches or serves.
 *
 * @example
 * In `vite.config.ts`; the program then imports `LibraryClient` from `"library-20200102"`:
 * ```ts
 * import docwright from "docwright/vite";
 * import { defineConfig } from "vite";
 *
 * export default defineConfig({ plugins: [docwright()] });
 * ```
 */
export default plugin.vite;
