import { limitFlag, type Limit } from "../text/limits.ts";

/**
 * An `error` prevents its operation or package from being written; a `warning` does not.
 *
 * A `note` records the result for a row, and is for programs only.
 */
export type Severity = "error" | "warning" | "note";

/** A registry entry: the severity, and the message built from typed parameters. */
export interface Entry<P extends object> {
  readonly severity: Severity;
  readonly message: (parameters: P) => string;
}

function error<P extends object = object>(message: (parameters: P) => string): Entry<P> {
  return { severity: "error", message };
}

function warning<P extends object = object>(message: (parameters: P) => string): Entry<P> {
  return { severity: "warning", message };
}

function note<P extends object = object>(message: (parameters: P) => string): Entry<P> {
  return { severity: "note", message };
}

/** Parameters of a diagnostic about an exceeded limit. */
interface OverLimit {
  readonly found: number;
  readonly allowed: number;
  /** The name cell of the row concerned, if any. */
  readonly row?: string;
}

/** Entry for an exceeded limit. `#` in `what` stands for the number found. */
function beyond(limit: Limit, what: string, then: string): Entry<OverLimit> {
  const flag = limitFlag(limit);
  return error(({ found, allowed }) => {
    const most = allowed === 0 ? "none is" : `${grouped(allowed)} are`;
    return `${what.replace("#", grouped(found))}, and ${most} allowed: ${then}, or allow more with ${flag} or limits.${limit}.`;
  });
}

/** 1000000 as 1,000,000. */
function grouped(count: number): string {
  return count.toLocaleString("en");
}

/** Joins names for a message: the first 12, then the number of the others. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 12).join(", ");
  const more = `and ${grouped(names.length - 12)} more (--json lists all)`;
  return names.length > 12 ? `${shown} ${more}` : shown;
}

/** The subject of a message about pages, none of which does something. */
function noneOf(pages: number): string {
  return pages === 1 ? "no page" : `none of the ${grouped(pages)} pages`;
}

/** Parameters of a diagnostic about a table row; `row` is the text of its name cell. */
interface OfRow {
  readonly row: string;
}

/**
 * All diagnostics. The part before the slash names the stage that reports it.
 *
 * A message states the problem, then the remedy.
 */
export const registry = {
  "file/unreadable": error<{ reason: string }>(
    ({ reason }) => `cannot be read: ${reason}. Check its path, permissions and encoding.`,
  ),

  "file/not-followed": warning<{ reason: string }>(
    ({ reason }) =>
      `no page is read here: ${reason}. Name the page or folder that it stands for in the configuration, or list it under "ignore".`,
  ),

  "limit/page-bytes": beyond(
    "pageBytes",
    "the page has # bytes",
    "what comes after them is not read. Divide the page",
  ),
  "limit/cell-characters": beyond(
    "cellCharacters",
    "the cell has # characters",
    "what comes after them is not read. Shorten it",
  ),
  "limit/table-rows": beyond(
    "tableRows",
    "the table has # rows",
    "those after them are not read. Divide the table",
  ),
  "limit/columns": beyond(
    "columns",
    "the table has # columns",
    "those after them are not read. Divide the table",
  ),
  "limit/sample-characters": beyond(
    "sampleCharacters",
    "the code block has # characters",
    "it is not read. Shorten it",
  ),
  "limit/sample-nesting": beyond(
    "sampleNesting",
    "the sample is # levels deep",
    "it is not read. Make it flatter",
  ),
  "limit/members": beyond(
    "members",
    "this is member # of its side",
    "it is left out, with all after it. Divide the operation",
  ),
  "limit/nesting": beyond(
    "nesting",
    "this is # levels deep",
    "what lies deeper is not read. Make it flatter",
  ),
  "limit/operations": beyond(
    "operations",
    "this is operation # of its product's version",
    "it is left out. Divide the product",
  ),
  "limit/spec-bytes": beyond(
    "specBytes",
    "the file has # bytes",
    "it is not read. Divide or shorten it",
  ),
  "limit/yaml-nesting": beyond(
    "yamlNesting",
    "the YAML is # levels deep",
    "it is not read. Make it flatter",
  ),
  "limit/yaml-aliases": beyond(
    "yamlAliases",
    "this is alias # of the file",
    "the file is not read. Write out what it stands for",
  ),

  "config/several": error<{ other: string }>(
    ({ other }) => `there is a ${other} beside it. Keep one of them, or name one with --config.`,
  ),
  "config/missing": error<{ specs: string }>(
    ({ specs }) =>
      `no configuration names pages, and ${specs} holds none. Run "docwright init <folder of pages>" to write one.`,
  ),
  "config/ignores-nothing": error<{ entry: string }>(
    ({ entry }) =>
      `no page lies at "${entry}", which "ignore" names. Write the path of a page or a folder, or a pattern with *, ** and ?.`,
  ),
  "config/exists": error(() => "there is one already. Write a new one over it with --force."),
  "config/unreadable": error<{ reason: string }>(
    ({ reason }) =>
      `the configuration cannot be read: ${reason}. It exports its settings as default.`,
  ),

  "table/unclosed-row": error<OfRow & { cells: number; columns: number }>(
    ({ row, cells, columns }) =>
      `the row "${row}" ends after ${cells} of ${columns} cells. Close each cell with "|", the last one too.`,
  ),
  "table/extra-cells": warning<OfRow & { cells: number; columns: number }>(
    ({ row, cells, columns }) =>
      `the row "${row}" has ${cells} cells, the table has ${columns} columns. Write a "|" that is text as "\\|".`,
  ),
  "table/missing-separator": warning(
    () => `the table has no "|--|" line under its header. Add one, with a cell for each column.`,
  ),
  "markdown/unclosed-fence": error(
    () => "the code block does not end. Close it with the fence that opens it.",
  ),

  "derive/no-operation": error(
    () =>
      "the page documents no operation: it has no request parameter table with an Action row. Check that it is an API page.",
  ),
  "derive/no-version": error(
    () =>
      "the page does not say its product and version. Write both into docwright.config.* (docwright init writes the entry) or into a product.yaml beside its pages folder, or add the OpenAPI Explorer link.",
  ),
  "derive/inferred-version": note<{ product: string; version: string }>(
    ({ product, version }) =>
      `the page does not say its product and version; the pages around it say ${product} ${version}. Add the OpenAPI Explorer link, or a product.yaml beside the pages folder.`,
  ),
  "page/unread-table": warning<{ heading: string }>(
    ({ heading }) =>
      `the parameters in this table are not read: nothing says what the section "${heading}" is about. Give it a heading such as 请求参数 or 返回数据.`,
  ),
  "page/unread-row": note<OfRow>(({ row }) => `"${row}" stands in a table that is not read.`),
  "derive/common-parameter": note<OfRow>(
    ({ row }) => `"${row}" is a parameter of every call, which the client fills in.`,
  ),
  "page/unknown-column": error<{ column: string; known: string }>(
    ({ column, known }) =>
      `the column "${column}" is not known, so its cells would be lost. Columns of this table can be: ${known}.`,
  ),
  "page/missing-column": error<{ column: string; known: string }>(
    ({ column, known }) =>
      `the table has no ${column} column. Give it one of these titles: ${known}.`,
  ),
  "page/duplicate-column": warning<{ column: string }>(
    ({ column }) => `two columns mean "${column}". Keep one of them.`,
  ),

  "derive/unusable-name": error<{ what: string; name: string }>(
    ({ what, name }) =>
      `the ${what} "${name}" cannot name a file. Write letters and digits only, not too many, and no name of a device such as "nul"; a version is a date such as 2019-11-20.`,
  ),
  "derive/no-request": error(
    () =>
      "no table of request parameters was found. Put it under a heading such as 请求参数 or Request parameters.",
  ),
  "derive/unknown-type": error<OfRow & { type: string }>(
    ({ row, type }) =>
      `the type "${type}" of "${row}" is not known. Use a type such as String, Integer or "Array of String".`,
  ),
  "derive/unclear-required": error<OfRow & { cell: string }>(
    ({ row, cell }) =>
      `"${row}" is neither required nor optional: its cell says "${cell}". Write 是 or 否 (Yes or No).`,
  ),
  "derive/duplicate-parameter": error<OfRow & { line: number }>(
    ({ row, line }) =>
      `"${row}" is documented twice, first in line ${line}. Remove one of the rows.`,
  ),
  "derive/conflicting-parameter": error<OfRow & { line: number }>(
    ({ row, line }) =>
      `"${row}" contradicts line ${line}: one says a value, the other a list or an object. Make the rows agree.`,
  ),
  "derive/unnamed-parameter": warning<OfRow>(
    ({ row }) => `"${row}" is not a parameter name. Write the name as it goes over the wire.`,
  ),
  "derive/unsettled-nesting": warning<OfRow & { parent: string }>(
    ({ row, parent }) =>
      `nothing says where "${row}" belongs; it is taken as a member of "${parent}". Add it to a sample, or correct it in an overlay.`,
  ),
  "derive/text-member": warning<OfRow>(
    ({ row }) =>
      `"${row}" describes what is inside a text, so it is no member of the answer. Read the text as JSON to get it.`,
  ),
  "derive/unused-type": warning<OfRow>(
    ({ row }) =>
      `"${row}" stands in a table of its own, and no row has a type of its name. Name the type in a row or in the heading.`,
  ),
  "derive/unclear-default": warning<OfRow & { value: string; type: string }>(
    ({ row, value, type }) =>
      `the default "${value}" of "${row}" is not a ${type}, so it is left out. Correct the page or add an overlay.`,
  ),
  "derive/unclear-error": warning<OfRow & { cell: string }>(
    ({ row, cell }) =>
      `the error "${row}" has the HTTP status "${cell}". Write a number from 100 to 599, or leave the cell empty.`,
  ),

  "extract/other-product": error<{ found: string; expected: string }>(
    ({ found, expected }) =>
      `the page documents ${found}, its folder is that of ${expected}. Move the page, or correct product.yaml.`,
  ),
  "extract/no-pages": error<{ folder: string; read: number }>(({ folder, read }) =>
    read === 0
      ? `${folder} holds no pages (*.md). Check the path.`
      : `${noneOf(read)} in ${folder} names an operation. Name the folder of API pages; a page names its operation in an Action row or a link to the API explorer.`,
  ),
  "extract/no-product": error<{ product: string; folder: string; stated: string; read: number }>(
    ({ product, folder, stated, read }) =>
      read === 0
        ? `${folder} holds no pages (*.md), so none of ${product}. Check the path.`
        : stated === ""
          ? `${noneOf(read)} in ${folder} names an operation of ${product}. Check the path.`
          : `no page in ${folder} documents ${product}; its pages state ${stated}. Correct product and version in the configuration.`,
  ),
  "extract/unnamed-operation": warning<{ looks: string }>(
    ({ looks }) =>
      `the page has ${looks} and names no operation, so none is made of it. Add an Action row to its request table, or list a guide under "ignore" in the configuration.`,
  ),
  "extract/unknown-product": error<{ action: string; lacks: string }>(
    ({ action, lacks }) =>
      `the page names the operation "${action}" and no ${lacks}, so it belongs to no product of the configuration. Add the OpenAPI Explorer link, or give its folder an entry of its own in docwright.config.*, with product and version.`,
  ),
  "extract/product-spelling": error<{ found: string; asked: string }>(
    ({ found, asked }) =>
      `the page documents "${found}", the configuration asks for "${asked}". Spell the product alike.`,
  ),
  "extract/fallback": warning<{ action: string; page: string }>(
    ({ action, page }) =>
      `${action} is made from ${page} instead, since this page has an error. Correct this page to have it back.`,
  ),
  "extract/broken-second": warning<{ action: string; page: string; reason: string }>(
    ({ action, page, reason }) =>
      `nothing of this page is added to ${action}, which is made from ${page}: ${reason}`,
  ),
  "extract/case-twin": warning<{ action: string; other: string }>(
    ({ action, other }) =>
      `the page documents "${other}", other pages "${action}": they are one operation, "${action}". Make the pages agree.`,
  ),
  "extract/added-members": warning<{ action: string; page: string; names: readonly string[] }>(
    ({ action, page, names }) =>
      `${action} takes ${listed(names)} from ${page}, since this page lacks ${names.length === 1 ? "it" : "them"}. Remove what the service does not know by an overlay.`,
  ),
  "extract/kept-parameter": warning<{
    action: string;
    side: "request" | "response";
    name: string;
    page: string;
    line: number | undefined;
  }>(
    ({ action, side, name, page, line }) =>
      `${action} takes the ${side} parameter "${name}" from ${page}${line === undefined ? "" : `:${line}`}. It is not on this page, which is preferred; it may have been renamed or removed here. Remove it by an overlay if the service does not know it.`,
  ),
  "extract/other-language": warning<{
    product: string;
    language: string;
    names: readonly string[];
  }>(
    ({ product, language, names }) =>
      `${product} has no page in ${language} for ${names.length === 1 ? "an operation" : `${grouped(names.length)} operations`}: ${listed(names)}. Pages in other languages are used.`,
  ),
  "extract/empty-page": warning(
    () => "the page is empty, so no operation is made of it. Restore its text, or delete the page.",
  ),
  "extract/lost-operation": warning<{ names: readonly string[] }>(
    ({ names }) =>
      `the page made ${listed(names)} and names no operation any more. Restore its request table, or delete the page.`,
  ),
  "extract/lost-name": error<{ names: readonly string[] }>(
    ({ names }) =>
      `the page made ${listed(names)} and names no operation any more, so the spec stays as it was. Put the Action row back, or delete the page.`,
  ),
  "extract/restated-product": error<{ action: string; earlier: string; stated: string }>(
    ({ action, earlier, stated }) =>
      `the page made ${action} of ${earlier} and states "${stated}" now, so the spec stays as it was. Correct the page, or run it with --prune if the operation has moved.`,
  ),
  "extract/left-behind": warning<{ names: readonly string[]; folder: string }>(
    ({ names, folder }) =>
      `${listed(names)} in ${folder} was made from this page, which documents it no longer. It stays, since single pages remove nothing; a run over all pages removes it.`,
  ),
  "extract/replaced-page": warning<{ action: string; page: string }>(
    ({ action, page }) =>
      `the spec of ${action} came from ${page}, and is now made from this page alone. Run it over all pages to read both.`,
  ),
  "config/unused-specs": warning<{ folder: string; names: readonly string[] }>(
    ({ folder, names }) =>
      `no page and no entry of the configuration makes the specs in ${folder}, so they are left out: ${listed(names)}. Add the product to the configuration, or remove the folder.`,
  ),
  "build/removed": warning<{ folder: string; names: readonly string[]; because?: string }>(
    ({ folder, names, because }) =>
      `${names.length === 1 ? "an operation" : `${grouped(names.length)} operations`} removed from ${folder}, ${because ?? `since no page documents ${names.length === 1 ? "it" : "them"} any more`}: ${listed(names)}.`,
  ),
  "build/removes": error<{
    folder: string;
    names: readonly string[];
    of: number;
    earlier: number;
  }>(({ folder, names, of, earlier }) => {
    const before =
      earlier === 0 ? "" : ` Since the watch began, ${grouped(earlier)} others were removed.`;
    return `this would remove ${grouped(names.length)} of ${grouped(of)} operations in ${folder}: ${listed(names)}.${before} Run it with --prune if their pages are gone on purpose.`;
  }),
  "generate/removed": warning<{ folder: string; names: readonly string[] }>(
    ({ folder, names }) =>
      `${names.length === 1 ? "an operation" : `${grouped(names.length)} operations`} removed from ${folder}, since no spec describes ${names.length === 1 ? "it" : "them"} any more: ${listed(names)}.`,
  ),
  "generate/removes": error<{ folder: string; names: readonly string[]; of: number }>(
    ({ folder, names, of }) =>
      `this would remove ${grouped(names.length)} of ${grouped(of)} operations from ${folder}: ${listed(names)}. No spec describes ${names.length === 1 ? "it" : "them"} any more. Put ${names.length === 1 ? "its spec" : "their specs"} back, or run it with --prune.`,
  ),
  "extract/duplicate-operation": warning<{ action: string; path: string }>(
    ({ action, path }) =>
      `the page documents "${action}", and so does ${path}, which its spec comes from. This one is read for what the other leaves out.`,
  ),

  "yaml/syntax": error<{ reason: string }>(({ reason }) => `the YAML cannot be read: ${reason}.`),
  "spec/unknown-key": error<{ path: string; key: string; suggestion: string }>(
    ({ path, key, suggestion }) =>
      `"${key}" is not a key of ${path}.${suggestion === "" ? "" : ` Did you mean "${suggestion}"?`}`,
  ),
  "spec/invalid": error<{ path: string; reason: string }>(
    ({ path, reason }) => `${path}: ${reason}.`,
  ),
  "spec/duplicate-member": error<{ path: string; line: number }>(
    ({ path, line }) => `"${path}" is defined twice, first in line ${line}. Remove one of the two.`,
  ),
  "spec/duplicate-operation": error<{ action: string; path: string }>(
    ({ action, path }) =>
      `the operation "${action}" is also defined in ${path}. Remove one of the two.`,
  ),
  "spec/unknown-member": error<{ path: string }>(
    ({ path }) =>
      `the condition names "${path}", which is no member of the request. Correct the path.`,
  ),
  "spec/other-product": error<{ found: string; expected: string }>(
    ({ found, expected }) =>
      `the operation belongs to ${found}, the folder to ${expected}. Move the file, or correct product.yaml.`,
  ),
  "spec/no-operations": error<{ folder: string }>(
    ({ folder }) =>
      `${folder} holds no operations/*.yaml. Run "docwright extract" first, or name the folder of one product and version.`,
  ),
  "spec/no-endpoint": warning<{ product: string; version: string; isThere: boolean }>(
    ({ product, version, isThere }) =>
      `no endpoint is known, so each client must be given one. ${isThere ? 'Add "endpoint: <host>" to this file' : `Write this file with product: ${product}, version: "${version}" and endpoint: <host>`}.`,
  ),

  "spec/unusable-positions": warning<{ reason: string }>(
    ({ reason }) =>
      `the lines of the page are unknown: ${reason}. Run "docwright build" or "docwright extract", which write this file.`,
  ),

  "overlay/no-target": error<{ target: string; known: string }>(
    ({ target, known }) =>
      `the overlay hits nothing: there is no ${target}.${known === "" ? "" : ` There is: ${known}.`}`,
  ),
  "overlay/no-change": error<{ target: string }>(
    ({ target }) => `the overlay changes nothing: ${target} already says so. Remove the action.`,
  ),
  "overlay/already-there": error<{ target: string }>(
    ({ target }) => `the overlay adds ${target}, which is already there. Use "update" instead.`,
  ),
  "overlay/invalid-result": error<{ target: string; reason: string }>(
    ({ target, reason }) => `the overlay makes ${target} invalid: ${reason}.`,
  ),

  "template/unusable-path": error<{ path: string; reason: string }>(
    ({ path, reason }) => `${path} cannot be used as a template: ${reason}. Rename it.`,
  ),
  "template/syntax": error<{ reason: string }>(
    ({ reason }) =>
      `the template cannot be read: ${reason}. Templates have {{field}}, and blocks of each, with, if and unless.`,
  ),
  "template/unknown-field": error<{ field: string; known: string }>(
    ({ field, known }) =>
      `there is no field "${field}" here.${known === "" ? " It would be one of a text." : ` There is: ${known}.`}`,
  ),
  "template/unreadable-output": error<{ template: string; reason: string }>(
    ({ template, reason }) =>
      `what ${template} makes cannot be formatted: ${reason}. Correct the template.`,
  ),

  "lint/request-lacks-required": warning<{ path: string }>(
    ({ path }) =>
      `the request sample lacks "${path}", which the table says is required. Add it to the sample, or make it optional.`,
  ),
  "lint/request-unknown-parameter": warning<{ path: string }>(
    ({ path }) =>
      `the request sample sends "${path}", which no row documents. Correct its name, or add a row.`,
  ),
  "lint/request-value": warning<{ path: string; value: string; reason: string }>(
    ({ path, value, reason }) =>
      `the request sample sends "${value}" as "${path}", but by its row ${reason}. Make the sample and the row agree.`,
  ),
  "lint/example-value": warning<OfRow & { value: string; reason: string }>(
    ({ row, value, reason }) =>
      `the example of "${row}" is "${value}", but by its row ${reason}. Make the example and the row agree.`,
  ),
  "lint/default-value": warning<OfRow & { value: string; reason: string }>(
    ({ row, value, reason }) =>
      `the default of "${row}" is "${value}", but by its row ${reason}. Make them agree.`,
  ),
  "lint/response-unknown-member": warning<{ path: string }>(
    ({ path }) =>
      `the sample answer has "${path}", which no row documents. Correct its name, or add a row.`,
  ),
  "lint/response-type": warning<{ path: string; found: string; type: string }>(
    ({ path, found, type }) =>
      `the sample answer has ${found} as "${path}", which is of type ${type} in its row. Correct one of them.`,
  ),
  "lint/error-status": warning<OfRow & { status: number; other: number; line: number }>(
    ({ row, status, other, line }) =>
      `the error "${row}" has the HTTP status ${status} here and ${other} in line ${line}. Make them agree.`,
  ),
  "lint/pages-disagree": warning<{ subject: string; before: string; after: string; page: string }>(
    ({ subject, before, after, page }) =>
      `${subject} is ${after} here, and ${before} in ${page}. Make the pages agree.`,
  ),
  "lint/unknown-rule": error<{ rule: string; known: string }>(
    ({ rule, known }) => `there is no rule "${rule}". There is: ${known}.`,
  ),

  "explain/no-page-folder": error<{ page: string }>(
    ({ page }) =>
      `the page ${page} lies in a folder outside the project that no entry of the configuration names. Name that folder under "pages", or by --pages.`,
  ),
  "explain/unknown": error<{ target: string; known: string }>(
    ({ target, known }) =>
      `there is no ${target}.${known === "" ? "" : ` There is: ${known}.`} Write Product.Operation.Path, as in Shop.CreateOrder.Items.Name.`,
  ),

  "diff/unknown-revision": error<{ revision: string; reason: string }>(
    ({ revision, reason }) =>
      `"${revision}" is neither a folder nor a revision with specs${reason === "" ? "" : `: ${reason}`}. Name a folder of specs, or a commit, branch or tag that has them.`,
  ),
  "diff/ambiguous-name": error<{ name: string }>(
    ({ name }) =>
      `"${name}" is a folder and a revision. Write "./${name}" for the folder, or "${name}~0" for the revision.`,
  ),
  "diff/unreadable-revision": error<{ revision: string; reason: string }>(
    ({ revision, reason }) =>
      `the revision "${revision}" cannot be compared: ${reason}. Name another revision, or a folder of specs.`,
  ),
  "diff/missing-object": error<{ revision: string; reason: string }>(
    ({ revision, reason }) =>
      `this clone lacks ${reason} of the revision "${revision}", and docwright fetches nothing. If you trust the repository, run "git fetch --refetch --no-filter", or clone it without --filter and --depth.`,
  ),
  "diff/unsafe-repository": error<{ revision: string; reason: string }>(
    ({ revision, reason }) =>
      `the revision "${revision}" is not read: ${reason}. Run docwright in a working tree with a ".git" of its own, or name a folder of specs.`,
  ),

  "output/not-generated": error<{ folder: string }>(
    ({ folder }) =>
      `${folder} holds files that docwright did not write. Choose an empty folder, or one with a generated package in it.`,
  ),
  "output/exists": error(
    () =>
      "there is another file of this name. Choose another folder, or write over it with --force.",
  ),
  "output/unwritable": error<{ reason: string; outcome: string; advice: string }>(
    ({ reason, outcome, advice }) => `cannot be written: ${reason}. ${outcome}${advice}`,
  ),

  "check/stale": error<{ how: string; command: string }>(
    ({ how, command }) => `is stale: ${how}. Run "${command}".`,
  ),
  "check/types": error<{ reason: string }>(({ reason }) => `does not compile: ${reason}`),
  "check/declarations": error<{ reason: string }>(
    ({ reason }) => `is not what the spec predicts: ${reason}`,
  ),
  "check/sample": error<{ reason: string }>(
    ({ reason }) =>
      `the package does not make of the page's sample what it should: ${reason}. Correct the spec by an overlay, or report it.`,
  ),
  "check/page-sample": error<{ reason: string }>(
    ({ reason }) =>
      `the page's sample does not agree with its tables: ${reason}. Correct the page, or add an overlay.`,
  ),
} as const;

/** The code of a diagnostic: `stage/what`. */
export type Code = keyof typeof registry;

/** The parameters that a diagnostic's message requires. */
export type Parameters<C extends Code> = (typeof registry)[C] extends Entry<infer P> ? P : never;
