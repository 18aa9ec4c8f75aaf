import { plugin } from "./plugin.ts";

export type { Platform, PluginOptions } from "./plugin-options.ts";

/** The esbuild plugin. */
export default plugin.esbuild;
