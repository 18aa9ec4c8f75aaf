import { plugin } from "./plugin.ts";

export type { Platform, PluginOptions } from "./plugin-options.ts";

/** The Rolldown plugin. */
export default plugin.rolldown;
