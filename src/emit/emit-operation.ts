import type { OperationModel } from "../model/package-model.ts";
import { compileTemplate } from "./compile-template.ts";
import { layOut } from "./layout/lay-out.ts";
import { eachOperation, type Materials } from "./materials.ts";
import { operationView } from "./operation-view.ts";

/** The files of one operation: path → text. Nothing in them depends on other operations. */
export function emitOperation(
  operation: OperationModel,
  { templates }: Pick<Materials, "templates">,
): Map<string, string> {
  const view = operationView(operation);
  const files = new Map<string, string>();
  for (const [template, text] of templates) {
    if (!template.includes(eachOperation)) continue;
    const path = template.replace(/\.hbs$/, "").replaceAll(eachOperation, operation.module);
    files.set(path, layOut(path, compileTemplate(text)(view)));
  }
  return files;
}
