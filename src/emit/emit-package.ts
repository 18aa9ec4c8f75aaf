import type { PackageModel } from "../model/package-model.ts";
import { format } from "./format.ts";
import { operationView } from "./operation-view.ts";
import { packageView } from "./package-view.ts";
import { compileTemplate } from "./compile-template.ts";

/** What a package is made with, besides its model. Paths are relative, with `/` between folders. */
export interface Materials {
  /** Templates by path. The path without `.hbs` is where the output goes. */
  readonly templates: ReadonlyMap<string, string>;
  /** The runtime's modules by path, copied as they are into `src/runtime/`. */
  readonly runtime: ReadonlyMap<string, string>;
}

/** In a template's path, the operation's module: such a template is rendered once for each. */
const eachOperation = "[module]";

/** A model as files: path → text. */
export async function emitPackage(
  model: PackageModel,
  { templates, runtime }: Materials,
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const shared = packageView(model);
  for (const [template, text] of templates) {
    const render = compileTemplate(text);
    const path = template.replace(/\.hbs$/, "");
    if (!path.includes(eachOperation)) {
      files.set(path, await format(path, render(shared)));
      continue;
    }
    for (const operation of model.operations) {
      const module = path.replace(eachOperation, operation.module);
      files.set(module, await format(module, render(operationView(operation))));
    }
  }
  for (const [path, text] of runtime) files.set(`src/runtime/${path}`, text);
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}
