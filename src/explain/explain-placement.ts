import { deriveParameter } from "../derive/rows/derive-parameter.ts";
import type { Page, ParameterRow } from "../page/page.ts";
import type { Member, PlacementEvidence } from "../spec/operation.ts";
import { locate } from "../text/source.ts";

/** Explanations of each kind of evidence for a member's place. */
const reasons: Readonly<Record<PlacementEvidence, string>> = {
  table: "its row stands in a table of its own, for the type of the member around it",
  indent: "its name is indented below that of the member around it",
  sample: "a sample of the page has it there",
  otherPage: "a sample on another page of the operation has it there",
  order: "the rows are in alphabetical order, and begin again where the member around it does",
  type: "the row before it is of a type that has members",
};

/**
 * Explains why a row documents a member, where the row does not give the member's whole path.
 *
 * Returns `undefined` where it does. A member without a row has the first row inside it.
 */
export function explainPlacement(
  { name, placedBy }: Member,
  page: Page,
  row: ParameterRow | undefined,
): string | undefined {
  const written = row && deriveParameter(page.source, row, () => undefined)?.segments;
  const names = written?.map((segment) => segment.name) ?? [];
  const why = placedBy === undefined ? [] : [reasons[placedBy]];
  if (names.at(-1) === name) return why[0];
  if (names.includes(name))
    return "it has no row of its own; this is the first that names it on the way to a member";
  const line = sampledIn(page, name);
  const witness =
    line === undefined
      ? "a sample on another page of the operation has it"
      : `a sample has it in line ${line}`;
  return [
    `it has no row of its own; this is the first of what is in it, and ${witness}`,
    ...why,
  ].join("; ");
}

/** The first line of the page's samples that contains a name. */
function sampledIn({ source, samples }: Page, name: string): number | undefined {
  for (const { kind, body } of samples) {
    if (kind === "request") continue;
    const { start, end } = body.span;
    const text = source.text.slice(start, end);
    const at = [`"${name}"`, `<${name}>`, `<${name} `, `<${name}/`, name]
      .map((form) => text.indexOf(form))
      .find((found) => found !== -1);
    if (at !== undefined) return locate(source, start + at).line;
  }
  return undefined;
}
