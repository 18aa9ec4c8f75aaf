import { compileTemplate } from "./compile-template.ts";
import { layOut } from "./layout/lay-out.ts";
import { eachOperation, type Materials } from "./materials.ts";
import { packageView } from "./package-view.ts";
import type { PackageSummary } from "./summarize.ts";

/** The files that a package has once, whatever its operations: path → text. */
export function emitShared(
  summary: PackageSummary,
  { templates, runtime }: Materials,
): Map<string, string> {
  const view = packageView(summary);
  const files = new Map<string, string>();
  for (const [template, text] of templates) {
    if (template.includes(eachOperation)) continue;
    const path = template.replace(/\.hbs$/, "");
    files.set(path, layOut(path, compileTemplate(text)(view)));
  }
  for (const [path, text] of runtime) files.set(`src/runtime/${path}`, text);
  return files;
}
