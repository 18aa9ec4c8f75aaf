import { plugin } from "./plugin.ts";

export type { Platform, PluginOptions } from "./plugin-options.ts";

/** The Rollup plugin. */
export default plugin.rollup;
