import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { OperationModel } from "../model/package-model.ts";
import { compileTemplate } from "./compile-template.ts";
import { pageWidth } from "./layout/doc-printer.ts";
import { layOut } from "./layout/lay-out.ts";
import { eachOperation, testFolder, type Materials, type Template } from "./materials.ts";
import { operationView } from "./operation-view.ts";
import { renderTemplates } from "./render-templates.ts";
import { samplesView } from "./samples-view.ts";

/**
 * Returns the files of one operation, path → text. They do not depend on other operations.
 *
 * Errors in a user's templates are reported as diagnostics, and their files are omitted.
 */
export async function emitOperation(
  operation: OperationModel,
  { templates }: Pick<Materials, "templates">,
  diagnostics: Diagnostic[],
): Promise<Map<string, string>> {
  const ofTests = (path: string) => path.startsWith(testFolder);
  const view = operationView(operation);
  const files = await render(
    { view, layOut, isWanted: (path) => !ofTests(path) },
    { operation, templates },
    diagnostics,
  );
  if (![...templates.keys()].some(ofTests)) return files;
  const samples = samplesView(operation);
  if (samples === undefined) return files;
  const tests = await render(
    { view: samples, layOut: format, isWanted: ofTests },
    { operation, templates },
    diagnostics,
  );
  return new Map([...files, ...tests]);
}

interface Picture {
  readonly view: object;
  readonly layOut: (path: string, text: string) => string | Promise<string>;
  /** Returns true if the template at a path uses this view. */
  readonly isWanted: (path: string) => boolean;
}

function render(
  { view, layOut, isWanted }: Picture,
  {
    operation,
    templates,
  }: {
    readonly operation: OperationModel;
    readonly templates: ReadonlyMap<string, Template>;
  },
  diagnostics: Diagnostic[],
): Promise<Map<string, string>> {
  return renderTemplates(
    templates,
    {
      view,
      render: (template) => compileTemplate(template)(view),
      layOut,
      pathOf: (path) =>
        path.includes(eachOperation) && isWanted(path)
          ? path.replaceAll(eachOperation, operation.module)
          : undefined,
    },
    diagnostics,
  );
}

/** Formats with Prettier, because samples can have any form. Only packages with tests pay for it. */
async function format(filepath: string, text: string): Promise<string> {
  const prettier = await import("prettier");
  return prettier.format(text, { filepath, printWidth: pageWidth });
}
