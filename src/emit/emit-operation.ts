import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { OperationModel } from "../model/package-model.ts";
import { compileTemplate } from "./compile-template.ts";
import { eachOperation, type Materials } from "./materials.ts";
import { operationView } from "./operation-view.ts";
import { renderTemplates } from "./render-templates.ts";

/**
 * The files of one operation: path → text. Nothing in them depends on other operations. What is wrong
 * with a user's own templates is a finding, and their files are left out; nothing else can be wrong.
 */
export function emitOperation(
  operation: OperationModel,
  { templates }: Pick<Materials, "templates">,
  diagnostics: Diagnostic[],
): Promise<Map<string, string>> {
  const view = operationView(operation);
  return renderTemplates(
    templates,
    {
      view,
      render: (template) => compileTemplate(template)(view),
      pathOf: (path) =>
        path.includes(eachOperation) ? path.replaceAll(eachOperation, operation.module) : undefined,
    },
    diagnostics,
  );
}
