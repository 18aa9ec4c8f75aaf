import type Handlebars from "handlebars";
import { createRequire } from "node:module";
import type { Code } from "./emitters/code.ts";

/** A view may hold code, and lists and objects of code. A plain string in it does not compile. */
type View<T> = { readonly [Field in keyof T]: Viewable<T[Field]> };

type Viewable<V> = V extends Code
  ? V
  : V extends string | number | boolean
    ? never
    : V extends readonly (infer Item)[]
      ? readonly Viewable<Item>[]
      : View<V>;

/**
 * Compiles a template. Templates have no escaping of their own, because a view holds nothing but what
 * the emitters made; a field that the view lacks is an error, and so is a helper.
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

/** Each template is compiled once, when it is first rendered. */
const compiled = new Map<string, (view: unknown) => string>();

/** Handlebars, loaded when there is something to compile; as one file it loads three times as fast. */
export function templateLanguage(): typeof Handlebars {
  if (loaded !== undefined) return loaded;
  const load = createRequire(import.meta.url);
  loaded = (load("handlebars/dist/handlebars.js") as typeof Handlebars).create();
  // Strictness ends at the arguments of helpers, so theirs are looked at here.
  for (const [name, helper] of Object.entries(loaded.helpers)) {
    loaded.registerHelper(name, function (this: unknown, value: unknown, options: unknown) {
      if (value === undefined) throw new Error(`the argument of #${name} is not defined`);
      return helper.call(this, value, options) as unknown;
    });
  }
  return loaded;
}

let loaded: typeof Handlebars | undefined;
