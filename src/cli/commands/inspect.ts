import type { Command } from "commander";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Inspection } from "../../inspect.ts";
import type { Product } from "../../spec/product.ts";
import { visible } from "../../text/visible.ts";
import { addLimitOptions, type LimitFlags } from "../options/add-limit-options.ts";
import { createCommand, type Context } from "../options/create-command.ts";
import { exit, type Output } from "../output/output.ts";
import { showDiagnostics } from "../output/show-diagnostics.ts";
import { showProgress } from "../output/show-progress.ts";

interface InspectFlags extends LimitFlags {
  readonly jsonl?: boolean;
}

/**
 * `docwright inspect`: what is read from each page. It never stops at a bad page; what is wrong with a
 * page is part of its line. Only a page that was named itself makes the command fail.
 */
export function inspectCommand({ output, end }: Context): Command {
  const command = createCommand("inspect", {
    summary: "what is read from each page, and what is wrong with it",
    description:
      "Prints what each page says: its operation, members, types and errors, and what was found. It never " +
      "stops at a bad page, and writes no files.",
    files: [["product.yaml", "beside the pages/ that a page lies in; read"]],
    examples: [
      ["docwright inspect docs/a-page.md", "one page, for people"],
      [
        "docwright inspect docs --jsonl > pages.jsonl",
        "every page below docs, a line of JSON each",
      ],
    ],
    findings: "a page that was named itself has an error",
  });
  return addLimitOptions(
    command
      .argument("<pages...>", "pages, or folders of pages")
      .option("--jsonl", "one JSON object for each page")
      .action(async (pages: string[], flags: InspectFlags) => {
        end(await runInspect(pages, flags, output));
      }),
  );
}

async function runInspect(
  paths: readonly string[],
  flags: InspectFlags,
  plainOutput: Output,
): Promise<number> {
  const { findPages } = await import("../../find-pages.ts");
  const { inspect } = await import("../../inspect.ts");
  const { readPages } = await import("../../read-pages.ts");
  const { readProduct } = await import("../../spec/read-product.ts");
  const { fillLimits } = await import("../../text/fill-limits.ts");
  const { jsonl = false } = flags;
  // What is printed on the terminal shows by itself how far it is; a pipe may end there, too.
  const bar = showProgress(plainOutput.intoFile === true ? plainOutput.terminal : undefined);
  const output = bar.over(plainOutput);
  const diagnostics: Diagnostic[] = [];
  const limits = fillLimits(flags.limits);
  let status: number = exit.ok;
  const products = new Map<string, Product | undefined>();
  for (const page of readPages(findPages(paths, diagnostics), diagnostics, limits, bar.report)) {
    const { home, named } = page.found;
    if (home !== undefined && !products.has(home))
      products.set(home, await readProduct(home, [], limits));
    const fallback = home === undefined ? undefined : products.get(home);
    const result = inspect(page, fallback === undefined ? {} : { fallback });
    if (result.inspection !== undefined) {
      output.out(jsonl ? `${JSON.stringify(result.inspection)}\n` : table(result.inspection));
    }
    if (named) status = Math.max(status, await showDiagnostics(result.diagnostics, output));
    else if (!jsonl && result.inspection !== undefined) {
      await showDiagnostics(result.diagnostics, output);
    }
  }
  bar.end();
  return Math.max(status, await showDiagnostics(diagnostics, output));
}

function table({ file, product, version, action, request, response, errors }: Inspection): string {
  const lines = [
    `${file}: ${product ?? "?"} ${version ?? "?"} ${action}`,
    `  request (${request.length})`,
    ...request.map(
      ({ path, type, required }) => `    ${path}: ${type}${required ? ", required" : ""}`,
    ),
    `  response (${response.length})`,
    ...response.map(({ path, type }) => `    ${path}: ${type}`),
    `  errors (${errors.length})`,
    ...errors.map(({ httpStatus, code }) => `    ${httpStatus ?? "?"} ${code}`),
  ];
  return `${lines.map(visible).join("\n")}\n`;
}
