import { createReporter } from "../diagnostics/create-reporter.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Source } from "../text/source.ts";
import { eachOperation, templateEnding, type Template } from "./materials.ts";

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
