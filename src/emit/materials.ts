import type { Source } from "../text/source.ts";

/** What a package is made with, besides its model. Paths are relative, with `/` between folders. */
export interface Materials {
  /** Templates by path. The path without `.hbs` is where the output goes. */
  readonly templates: ReadonlyMap<string, Template>;
  /** The runtime's modules by path, copied as they are into `src/runtime/`. */
  readonly runtime: ReadonlyMap<string, string>;
}

/** A template: one of ours, whose output is laid out as it is, or a user's own. */
export interface Template {
  readonly text: string;
  /** The user's file. What is wrong with it is a finding, and Prettier formats what it makes. */
  readonly own?: Source;
}

/** In a template's path, the operation's module: such a template is rendered once for each. */
export const eachOperation = "[module]";

/** How the names of templates end. */
export const templateEnding = ".hbs";
