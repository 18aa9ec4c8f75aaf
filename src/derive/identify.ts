import type { Report } from "../diagnostics/diagnostic.ts";
import { readText } from "../markdown/read-prose.ts";
import type { Piece } from "../markdown/document.ts";
import type { Page } from "../page/page.ts";
import { actionName, apiVersion, productName } from "../spec/identity.ts";
import { actionParameter } from "../spec/protocol-names.ts";

/** Which operation a page documents. Product and version are empty where nothing says them. */
export interface Identity {
  readonly product: string;
  readonly version: string;
  readonly action: string;
}

/** What is known of a page's product without the page, from the folder that it lies in. */
export type Fallback = Pick<Identity, "product" | "version">;

/**
 * Finds the operation that a page documents: its name from the Action row or the explorer link, its
 * product and version from the link, or from the product's folder where the page does not say.
 */
export function identify(
  page: Page,
  fallback: Fallback | undefined,
  report: Report,
): Identity | undefined {
  const action = actionOf(page);
  if (action === undefined) {
    report("derive/no-operation", page.title?.span ?? { start: 0, end: 0 }, {});
    return undefined;
  }
  const link =
    page.links.find(
      (candidate) => candidate.action === action && candidate.version !== undefined,
    ) ?? page.links.find((candidate) => candidate.version !== undefined);
  const product = link?.product ?? fallback?.product;
  const version = link?.version ?? fallback?.version;
  if (product === undefined || version === undefined) {
    report("derive/no-version", page.title?.span ?? { start: 0, end: 0 }, {});
  }
  const span = link?.span ?? page.links[0]?.span ?? page.title?.span ?? { start: 0, end: 0 };
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
    nameIn(row.cells.get("description"), /(?<=(?:[:：]|\bto\s)\s*)\w+(?=\W*$)/) ??
    nameIn(page.title, /^\w+$/)
  );
}

/** The name of an operation that stands in a cell or title at such a place. */
function nameIn(piece: Piece | undefined, place: RegExp): string | undefined {
  const name = place.exec(piece === undefined ? "" : readText(piece))?.[0];
  return name !== undefined && /^[A-Z]/.test(name) ? name : undefined;
}
