import type Handlebars from "handlebars";
import { createRequire } from "node:module";
import type { Code } from "./emitters/code.ts";

/** A view consists of code, and of lists and objects of code. A plain string in it does not compile. */
type View<T> = { readonly [Field in keyof T]: Viewable<T[Field]> };

type Viewable<V> = V extends Code
  ? V
  : V extends string | number | boolean
    ? never
    : V extends readonly (infer Item)[]
      ? readonly Viewable<Item>[]
      : View<V>;

/**
 * Compiles a template. Fields that the view lacks and unknown helpers throw when the template is
 * rendered.
 *
 * Nothing is escaped, because a view only contains output of the emitters.
 */
export function compileTemplate(template: string): <T extends View<T>>(view: T) => string {
  let render = compiled.get(template);
  if (render === undefined) {
    render = templateLanguage().compile<unknown>(template, {
      strict: true,
      noEscape: true,
      knownHelpersOnly: true,
      explicitPartialContext: true,
    });
    compiled.set(template, render);
  }
  return render;
}

/** Compiled templates by text; each is compiled when it is first rendered. */
const compiled = new Map<string, (view: unknown) => string>();

/** Returns Handlebars, loaded on first use. The single-file build loads three times as fast. */
export function templateLanguage(): typeof Handlebars {
  if (loaded !== undefined) return loaded;
  const load = createRequire(import.meta.url);
  loaded = (load("handlebars/dist/handlebars.js") as typeof Handlebars).create();
  // Handlebars' strict mode ignores the arguments of helpers, so they are checked here.
  for (const [name, helper] of Object.entries(loaded.helpers)) {
    loaded.registerHelper(name, function (this: unknown, value: unknown, options: unknown) {
      if (value === undefined) throw new Error(`the argument of #${name} is not defined`);
      return helper.call(this, value, options) as unknown;
    });
  }
  return loaded;
}

let loaded: typeof Handlebars | undefined;
