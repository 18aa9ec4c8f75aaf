import { createReporter } from "../diagnostics/create-reporter.ts";
import type { Diagnostic, Report } from "../diagnostics/diagnostic.ts";
import { createSource, type Source } from "../text/source.ts";
import { templateLanguage } from "./compile-template.ts";
import { findUnknownFields, type UnknownField } from "./find-unknown-fields.ts";
import { pageWidth } from "./layout/doc-printer.ts";
import { templateEnding, type Template } from "./materials.ts";

/** The view of templates, and how to render them. */
interface Rendering {
  readonly view: object;
  /** Renders a template's text with the view. */
  readonly render: (template: string) => string;
  /** Formats the output of a built-in template. */
  readonly layOut: (path: string, text: string) => string | Promise<string>;
  /** Returns the output's path for a template's, both without extension; `undefined` for other views. */
  readonly pathOf: (template: string) => string | undefined;
}

/** Renders templates to files, path → text. Errors in a user's templates are reported as diagnostics. */
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

/** A user's template and its output path. */
interface OwnFile {
  readonly path: string;
  readonly template: Source;
  readonly view: object;
  readonly render: () => string;
}

/** Renders and formats a user's template; reports a diagnostic and returns `undefined` where that fails. */
async function renderOwn(
  { path, template, view, render }: OwnFile,
  diagnostics: Diagnostic[],
): Promise<string | undefined> {
  const inherited = unknownFields(template, view).filter(({ field }) => field in Object.prototype);
  if (inherited.length > 0) {
    // Handlebars renders them as empty text, even in strict mode.
    reportFields(inherited, template, reportOnce(template, diagnostics));
    return undefined;
  }
  let text: string;
  try {
    text = render();
  } catch (error) {
    reportTemplate(error as TemplateError, { template, view }, reportOnce(template, diagnostics));
    return undefined;
  }
  const { format } = await import("prettier");
  try {
    return await format(text, { filepath: path, printWidth: pageWidth });
  } catch (error) {
    const { name, message, loc } = error as FormatError;
    if (name === "UndefinedParserError") return text;
    const output = createSource(path, text);
    const start = offsetOf(output, loc?.start.line ?? 1, (loc?.start.column ?? 1) - 1);
    const reason = (message.split("\n")[0] ?? message).replace(/\.? \(\d+:\d+\)$/, "");
    const report = reportOnce(output, diagnostics);
    report(
      "template/unreadable-output",
      { start, end: start },
      { template: template.path, reason },
    );
    return undefined;
  }
}

/** The error that Handlebars throws for templates and values. */
interface TemplateError extends Error {
  readonly lineNumber?: number;
  readonly column?: number;
}

/** The error that Prettier throws. */
interface FormatError extends Error {
  readonly loc?: { readonly start: { readonly line: number; readonly column: number } };
}

function reportTemplate(
  { message, lineNumber, column = 0 }: TemplateError,
  { template, view }: Pick<OwnFile, "template" | "view">,
  report: Report,
): void {
  const [, parsedLine] = /^Parse error on line (\d+)/.exec(message) ?? [];
  const unknown =
    parsedLine === undefined && !unknownHelper.test(message) ? unknownFields(template, view) : [];
  reportFields(unknown, template, report);
  if (unknown.length > 0) return;
  const start = offsetOf(template, lineNumber ?? Number(parsedLine ?? 1), column);
  report("template/syntax", { start, end: start }, { reason: reasonOf(message) });
}

function reportFields(fields: readonly UnknownField[], template: Source, report: Report): void {
  for (const { field, known, at } of fields) {
    const start = offsetOf(template, at.start.line, at.start.column);
    const end = offsetOf(template, at.end.line, at.end.column);
    report("template/unknown-field", { start, end }, { field, known: known.join(", ") });
  }
}

function unknownFields({ text }: Source, view: object): UnknownField[] {
  return findUnknownFields(parseTemplate(text), view);
}

const unknownHelper = /unknown helper (\S+)/;

function parseTemplate(text: string): hbs.AST.Program | undefined {
  try {
    return templateLanguage().parse(text);
  } catch {
    return undefined;
  }
}

/** The message of Handlebars without the place, which the diagnostic has. */
function reasonOf(message: string): string {
  const [, helper] = unknownHelper.exec(message) ?? [];
  if (helper !== undefined) return `there is no helper "${helper}"`;
  return /\n(Expecting [^]*)$/.exec(message)?.[1] ?? message.replace(/ - \d+:\d+$/, "");
}

/** The offset of a line (from 1) and a column (from 0). */
function offsetOf(source: Source, line: number, column: number): number {
  return Math.min((source.lineStarts[line - 1] ?? 0) + column, source.text.length);
}

/** Reports each diagnostic once, because a template is rendered for each operation. */
function reportOnce(source: Source, diagnostics: Diagnostic[]): Report {
  return (code, span, parameters) => {
    const found: Diagnostic[] = [];
    createReporter(source, found)(code, span, parameters);
    for (const finding of found) {
      if (!diagnostics.some((one) => isSame(one, finding))) diagnostics.push(finding);
    }
  };
}

/** Returns true for the same diagnostic at the same place of a template, or about two outputs of it. */
function isSame(one: Diagnostic, other: Diagnostic): boolean {
  if (one.code !== other.code || one.message !== other.message) return false;
  return one.source !== other.source || one.span.start === other.span.start;
}
