import { createReporter } from "../diagnostics/create-reporter.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
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

/** The materials of one package: the templates below `test/` are for packages that carry tests. */
export function pickTemplates(
  { templates, runtime }: Materials,
  { tests }: { readonly tests: boolean },
): Materials {
  if (tests) return { templates, runtime };
  const picked = [...templates].filter(([path]) => !path.startsWith(testFolder));
  return { templates: new Map(picked), runtime };
}

/** Where the templates of tests lie, and the tests. */
export const testFolder = "test/";

/**
 * The built-in templates with a user's own over them, by path: one of the same path takes the place of
 * ours, any other adds a file to the package. A path that is none inside the package is a finding.
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
 * The built-in templates as files for a user to change: path → text. A folder of them, or of some, is
 * what `overlayTemplates` takes.
 *
 * @param guide what templates can show, for people
 */
export function ejectTemplates(
  builtIn: ReadonlyMap<string, string>,
  guide: string,
): Map<string, string> {
  return new Map([...builtIn, ["README.md", guide] as const].sort(([a], [b]) => (a < b ? -1 : 1)));
}
