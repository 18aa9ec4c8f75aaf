import type { ProjectOptions } from "../api/open-project.ts";

/** The HTTP implementation of a client: Node's own or `fetch`. */
export type Platform = "node" | "web";

/** Options of a bundler plugin: the project, the platform, and the handling of errors. */
export interface PluginOptions extends ProjectOptions {
  /**
   * The platform that the bundle runs on.
   *
   * `node` sends with Node's own HTTP and keeps connections open; `web` sends with `fetch`. Defaults to
   * the bundler's target: Vite's environment or esbuild's `platform`. Otherwise `web`, which Node
   * supports too.
   */
  readonly platform?: Platform;
  /**
   * Ends the bundler's build on an error.
   *
   * Defaults to false while the bundler watches or serves: the last valid output is kept and the message
   * shown. Otherwise true.
   */
  readonly strict?: boolean;
}
