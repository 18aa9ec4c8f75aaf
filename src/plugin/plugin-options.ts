import type { ProjectOptions } from "../api/open-project.ts";

/** Whose HTTP a client is to send with. */
export type Platform = "node" | "web";

/** What a bundler's plugin is to build, and for what. */
export interface PluginOptions extends ProjectOptions {
  /**
   * Where the bundle is to run: `node` sends by Node's own HTTP, with connections that are kept open, `web`
   * by `fetch`. Default: as the bundler says (Vite: what it renders on a server; esbuild: its `platform`),
   * else `web`, which Node has as well.
   */
  readonly platform?: Platform;
  /**
   * Whether a finding that is an error ends the bundler's build. Default: not while it watches or serves,
   * where the last good output is kept and the message shown.
   */
  readonly strict?: boolean;
}
