import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Piece } from "../../markdown/document.ts";
import { readText } from "../../markdown/read-prose.ts";
import type { Page } from "../../page/page.ts";
import { actionName, apiVersion, productName } from "../../spec/identity.ts";
import { actionParameter, versionParameter } from "../../spec/protocol-names.ts";
import type { Span } from "../../text/source.ts";

/** Which operation a page documents. Product and version are empty where nothing says them. */
export interface Identity {
  readonly product: string;
  readonly version: string;
  readonly action: string;
}

/** What a page itself says of its identity, and where. */
export interface StatedIdentity extends Partial<Identity> {
  readonly span: Span;
}

/** What is known of a page's product without the page: from the folder that it lies in, from its neighbours. */
export interface KnownIdentity {
  /** From the product's own file: it goes without saying. */
  readonly fallback?: Pick<Identity, "product" | "version">;
  /** From other pages: said in a finding. */
  readonly inferred?: Partial<Pick<Identity, "product" | "version">>;
}

/**
 * What a page says of the operation that it documents: its name in the Action row or the explorer
 * link; its product and version in the link, in the Version row or in a sample request.
 */
export function readIdentity(page: Page): StatedIdentity {
  const action = actionOf(page);
  const link =
    page.links.find(
      (candidate) => candidate.action === action && candidate.version !== undefined,
    ) ??
    page.links.find((candidate) => candidate.version !== undefined) ??
    page.links.find((candidate) => candidate.product !== undefined);
  const product = link?.product;
  const version = link?.version ?? versionOf(page);
  const span = link?.span ?? page.links[0]?.span ?? page.title?.span ?? { start: 0, end: 0 };
  return {
    ...(action === undefined ? {} : { action }),
    ...(product === undefined ? {} : { product }),
    ...(version === undefined ? {} : { version }),
    span,
  };
}

/** Which operation a page documents, by what it says and, where it says nothing, by what is known of it. */
export function identify(
  page: Page,
  { fallback, inferred }: KnownIdentity,
  report: Report,
): Identity | undefined {
  const { span, action, ...stated } = readIdentity(page);
  const title = page.title?.span ?? { start: 0, end: 0 };
  if (action === undefined) {
    report("derive/no-operation", title, {});
    return undefined;
  }
  const product = stated.product ?? fallback?.product ?? inferred?.product;
  const version = stated.version ?? fallback?.version ?? inferred?.version;
  const known = (stated.product ?? fallback?.product) && (stated.version ?? fallback?.version);
  if (product === undefined || version === undefined) report("derive/no-version", title, {});
  else if (known === undefined) report("derive/inferred-version", title, { product, version });
  const found = { product: product ?? "", version: version ?? "", action };
  for (const [what, shape] of shapes) {
    const name = found[what];
    if (name !== "" && !shape.test(name)) report("derive/unusable-name", span, { what, name });
  }
  return found;
}

/** What the names can be: they become parts of paths and of code. */
const shapes = [
  ["product", productName],
  ["version", apiVersion],
  ["action", actionName],
] as const;

/** What the Action row gives as its example, else the explorer link, else the row's prose or the title. */
function actionOf(page: Page): string | undefined {
  const row = page.request.find(({ key }) => readText(key) === actionParameter);
  const link = page.links[0]?.action;
  if (row === undefined) return link;
  return (
    nameIn(row.cells.get("example"), /^\w+$/) ??
    link ??
    nameIn(row.cells.get("description"), /(?<=(?:[:：]|\bto\s)\s{0,20})\w+(?=\W*$)/) ??
    nameIn(page.title, /^\w+$/)
  );
}

/** The name of an operation that stands in a cell or title at such a place. */
function nameIn(piece: Piece | undefined, place: RegExp): string | undefined {
  const name = place.exec(piece === undefined ? "" : readText(piece))?.[0];
  return name !== undefined && /^[A-Z]/.test(name) ? name : undefined;
}

const date = /\b\d{4}-\d{2}-\d{2}\b/;

/** The version that the Version row or a sample request gives. */
function versionOf(page: Page): string | undefined {
  const row = page.request.find(({ key }) => readText(key) === versionParameter);
  for (const column of ["example", "description"] as const) {
    const found = date.exec(row?.cells.get(column)?.text ?? "")?.[0];
    if (found !== undefined) return found;
  }
  for (const { kind, body } of page.samples) {
    const found =
      kind === "request" ? /[?&\s]Version=(\d{4}-\d{2}-\d{2})/.exec(body.text)?.[1] : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
