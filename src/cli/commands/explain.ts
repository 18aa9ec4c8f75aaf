import type { Command } from "commander";
import { plain, type Paint } from "../../diagnostics/paint.ts";
import type { ExplainedFact, Explanation, Place } from "../../explain/explanation.ts";
import { visible } from "../../text/visible.ts";
import { addLimitOptions } from "../options/add-limit-options.ts";
import {
  configOption,
  packagesOption,
  projectFiles,
  specsOption,
  type ProjectFlags,
} from "../options/add-project-options.ts";
import { createCommand, jsonOption, type Context } from "../options/create-command.ts";
import type { Output } from "../output/output.ts";
import { printJson } from "../output/print-json.ts";
import { showDiagnostics } from "../output/show-diagnostics.ts";

interface ExplainFlags extends Pick<ProjectFlags, "config" | "specs" | "output" | "limits"> {
  readonly pages?: string;
  readonly json?: boolean;
}

/** `docwright explain`: traces a part of a package to its source. */
export function explainCommand({ output, end }: Context): Command {
  const command = createCommand("explain", {
    summary: "where a member, an error or an operation comes from",
    description:
      "Shows the row of the page that documents something, the sentence behind each constraint, the overlays that " +
      "have changed it, and the lines of the generated code. It is about the specs as they were built last.",
    files: projectFiles,
    examples: [
      ["docwright explain Shop.CreateOrder.Items.Name", "a member; [] and N may be left out"],
      ["docwright explain CreateOrder", "an operation, of whichever product has it"],
      ["docwright explain Shop@2020-01-02.CreateOrder.NotFound.Item", "an error, of one version"],
    ],
    findings: "there is no such thing, or specs or overlays have an error",
  });
  return addLimitOptions(
    command
      .argument(
        "<subject>",
        "Product.Operation.Path, where the path is a member's or an error's code",
      )
      .addOption(configOption())
      .addOption(specsOption())
      .addOption(packagesOption())
      .option(
        "--pages <dir>",
        "folder of the pages, where it lies outside the project (default: as configured)",
      )
      .addOption(jsonOption())
      .action(async (subject: string, flags: ExplainFlags) => {
        end(await runExplain(subject, flags, output));
      }),
  );
}

async function runExplain(
  subject: string,
  { json = false, pages, ...options }: ExplainFlags,
  output: Output,
): Promise<number> {
  const { explain } = await import("../../api/explain.ts");
  const { displayPath } = await import("../../text/read-source.ts");
  const { explanations, diagnostics } = await explain(subject, {
    ...options,
    ...(pages === undefined ? {} : { pages: [pages] }),
  });
  const shown = explanations.map((one) => withPaths(one, displayPath));
  if (json) return printJson({ explanations: shown }, diagnostics, output);
  output.out(shown.map((one) => textOf(one, output.outPaint ?? plain)).join("\n"));
  return showDiagnostics(diagnostics, output);
}

/** Returns a copy of an explanation with mapped file paths. */
function withPaths(explanation: Explanation, change: (path: string) => string): Explanation {
  return JSON.parse(
    JSON.stringify(explanation, function (this: object, key: string, value: unknown) {
      // The path of a place is a file; the path of the explanation itself is a member's.
      return key === "path" && typeof value === "string" && "line" in this ? change(value) : value;
    }),
  ) as Explanation;
}

function textOf(explanation: Explanation, paint: Paint): string {
  const { kind, product, version, operation, path, facts, overlays, code } = explanation;
  const { row, rowIsUnknown, evidence } = explanation;
  const name = [`${product}.${operation}`, ...(path === "" ? [] : [path])].join(".");
  const lines = [`${paint.place(oneLine(name))}  ${kind}, version ${version}`, ""];
  if (rowIsUnknown === true) {
    lines.push("The row of the page is unknown: its positions are missing or out of date.");
    lines.push("Run docwright build or docwright extract to write them.", "");
  } else if (row === undefined) lines.push("No row of the page: an overlay has added it.", "");
  else {
    lines.push(paint.place(placeText(row)), ...excerpt(row.text, row.line, paint));
    if (evidence !== undefined) lines.push("", `Belongs there because ${oneLine(evidence)}.`);
    lines.push("");
  }
  const width = Math.max(0, ...facts.map(({ key }) => key.length));
  for (const fact of facts) lines.push(...factLines(fact, width, paint));
  if (facts.length > 0) lines.push("");
  if (overlays.length > 0) {
    lines.push("Corrected by");
    for (const { place, change, because } of overlays) {
      lines.push(`  ${paint.place(placeText(place))} ${oneLine(change)}: ${oneLine(because)}`);
    }
    lines.push("");
  }
  if (code.length === 0) lines.push("No generated code: run docwright build.");
  else {
    lines.push("Generated");
    for (const { path: file, line, endLine, what, text } of code) {
      const range = endLine === line ? `${line}` : `${line}-${endLine}`;
      lines.push(
        `  ${paint.place(`${visible(file)}:${range}`)} ${oneLine(what)}`,
        `      ${paint.dim(oneLine(text))}`,
      );
    }
  }
  return `${lines.join("\n")}\n`;
}

/** The maximum number of lines shown of a description. */
const MOST_LINES = 12;

function excerpt(text: string, first: number, paint: Paint): string[] {
  const rows = text.split(/\r?\n/);
  const shown = rows.slice(0, MOST_LINES);
  const gutter = String(first + shown.length - 1).length;
  const lines = shown.map((line, index) => {
    const number = String(first + index).padStart(gutter);
    return `${paint.dim(`${number} |`)} ${visible(line)}`;
  });
  const more = rows.length - shown.length;
  return more > 0 ? [...lines, paint.dim(`${" ".repeat(gutter)} | … ${more} more lines`)] : lines;
}

function factLines(
  { key, value, from, place, text }: ExplainedFact,
  width: number,
  paint: Paint,
): string[] {
  const head = `  ${key.padEnd(width)}  ${oneLine(value)}`;
  const why = from === "inference" ? `because ${oneLine(text)}` : `“${oneLine(text)}”`;
  const where = place === undefined ? "" : `${placeText(place)} `;
  return [head, `  ${" ".repeat(width)}    ${paint.dim(`${where}${why}`)}`];
}

function placeText({ path, line, column }: Place): string {
  return `${visible(path)}:${line}:${column}`;
}

function oneLine(text: string): string {
  return visible(text.replaceAll(/[ \t\r\n]+/g, " ").trim());
}
