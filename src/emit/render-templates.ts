import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { templateEnding, type Template } from "./materials.ts";
import { renderOwn } from "./render-own.ts";

/** What templates are rendered with. */
interface Rendering {
  readonly view: object;
  /** Renders a template's text with the view. */
  readonly render: (template: string) => string;
  /** Lays out what a template of ours makes. */
  readonly layOut: (path: string, text: string) => string | Promise<string>;
  /** A template's path → its output's, both without the ending; nothing where it is not for this view. */
  readonly pathOf: (template: string) => string | undefined;
}

/** Files from templates: path → text. What is wrong with a user's own is a finding. */
export async function renderTemplates(
  templates: ReadonlyMap<string, Template>,
  { view, render, layOut, pathOf }: Rendering,
  diagnostics: Diagnostic[],
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const [name, { text, own }] of templates) {
    const path = pathOf(name.slice(0, -templateEnding.length));
    if (path === undefined) continue;
    if (own === undefined) {
      files.set(path, await layOut(path, render(text)));
      continue;
    }
    const file = { path, template: own, view, render: () => render(text) };
    const formatted = await renderOwn(file, diagnostics);
    if (formatted !== undefined) files.set(path, formatted);
  }
  return files;
}
