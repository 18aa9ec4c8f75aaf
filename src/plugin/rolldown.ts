import { plugin } from "./plugin.ts";

export type { Platform, PluginOptions } from "./plugin-options.ts";

/** The plugin for Rolldown. */
export default plugin.rolldown;
