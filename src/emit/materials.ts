import { createReporter } from "../diagnostics/create-reporter.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Source } from "../text/source.ts";

/** The inputs of a package besides its model. Paths are relative, with `/` between folders. */
export interface Materials {
  /** Templates by path. The output's path is the template's without `.hbs`. */
  readonly templates: ReadonlyMap<string, Template>;
  /** Runtime modules by path, copied unchanged into `src/runtime/`. */
  readonly runtime: ReadonlyMap<string, string>;
}

/** A built-in template, whose output is laid out here, or a user's template. */
export interface Template {
  readonly text: string;
  /** The user's file. Its errors are diagnostics, and Prettier formats its output. */
  readonly own?: Source;
}

/**
 * Placeholder for the operation's module in a template's path. Such a template is rendered once per
 * operation.
 */
export const eachOperation = "[module]";

/** The extension of templates. */
export const templateEnding = ".hbs";

/** The materials of one package: templates in `test/` only apply to packages with tests. */
export function pickTemplates(
  { templates, runtime }: Materials,
  { tests }: { readonly tests: boolean },
): Materials {
  if (tests) return { templates, runtime };
  const picked = [...templates].filter(([path]) => !path.startsWith(testFolder));
  return { templates: new Map(picked), runtime };
}

/** The folder of the tests and of their templates. */
export const testFolder = "test/";

/**
 * Combines the built-in templates with a user's, by path.
 *
 * A user's template replaces the built-in one of the same path, or adds a file to the package. A path
 * outside the package is reported as a diagnostic.
 */
export function overlayTemplates(
  builtIn: ReadonlyMap<string, string>,
  own: ReadonlyMap<string, Source>,
  diagnostics: Diagnostic[],
): Map<string, Template> {
  const templates = new Map<string, Template>([...builtIn].map(([path, text]) => [path, { text }]));
  for (const [path, source] of own) {
    const reason = whyUnusable(path);
    if (reason === undefined) templates.set(path, { text: source.text, own: source });
    else {
      const report = createReporter(source, diagnostics);
      report("template/unusable-path", { start: 0, end: 0 }, { path, reason });
    }
  }
  return templates;
}

function whyUnusable(path: string): string | undefined {
  if (!path.endsWith(templateEnding)) return `it does not end in ${templateEnding}`;
  const output = path.slice(0, -templateEnding.length);
  if (output.startsWith("src/runtime/")) return "the runtime is copied as it is";
  const segments = output.replaceAll(eachOperation, "module").split("/");
  if (segments.every((segment) => /^(?!\.{0,2}$)[\w.@+-]+$/.test(segment))) return undefined;
  return `it names no file inside the package; besides letters, digits and ". _ - @ +" it can have ${eachOperation}`;
}

/**
 * Returns the built-in templates and a guide as files, path → text, for a user to change.
 *
 * `overlayTemplates` accepts the resulting folder, or a part of it.
 *
 * @param guide Description of the fields that templates can use, for people.
 */
export function ejectTemplates(
  builtIn: ReadonlyMap<string, string>,
  guide: string,
): Map<string, string> {
  return new Map([...builtIn, ["README.md", guide] as const].sort(([a], [b]) => (a < b ? -1 : 1)));
}
