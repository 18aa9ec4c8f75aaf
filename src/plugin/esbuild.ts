import { plugin } from "./plugin.ts";

export type { Platform, PluginOptions } from "./plugin-options.ts";

/** The plugin for esbuild. */
export default plugin.esbuild;
