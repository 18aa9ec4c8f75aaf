/** What a package is made with, besides its model. Paths are relative, with `/` between folders. */
export interface Materials {
  /** Templates by path. The path without `.hbs` is where the output goes. */
  readonly templates: ReadonlyMap<string, string>;
  /** The runtime's modules by path, copied as they are into `src/runtime/`. */
  readonly runtime: ReadonlyMap<string, string>;
}

/** In a template's path, the operation's module: such a template is rendered once for each. */
export const eachOperation = "[module]";
