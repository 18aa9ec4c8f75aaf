import type { PageOutcome } from "../../corpus/page-outcome.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { plain, type Paint } from "../../diagnostics/paint.ts";
import type { Code } from "../../diagnostics/registry.ts";
import { visible } from "../../text/visible.ts";

/** Findings of which people are shown one line for each folder. */
export interface GroupedFindings {
  /** The findings that are shown by themselves. */
  readonly others: readonly Diagnostic[];
  /** A text for each group. */
  readonly groups: readonly string[];
}

const unnamedCode: Code = "extract/unnamed-operation";

/** The number of findings in a folder that are still shown one by one. */
const few = 10;

/** The number of folders that are still shown one by one. */
const fewFolders = 10;

/**
 * Groups the pages that name no operation by their folders: a checkout with guides has hundreds of them. Each group
 * has an entry for `ignore` that leaves out no page of an operation, where there is one.
 */
export function groupUnnamed(
  diagnostics: readonly Diagnostic[],
  pages: readonly PageOutcome[],
  paint: Paint = plain,
): GroupedFindings {
  const unnamed = diagnostics.filter(({ code }) => code === unnamedCode);
  const byFolder = groupByFolder(unnamed);
  const large = [...byFolder].filter(([, found]) => found.length > few);
  const grouped = new Set(large.flatMap(([, found]) => found));
  return {
    others: diagnostics.filter((one) => !grouped.has(one)),
    groups: large.map(([folder, found]) => textOf(folder, found, pages, paint)),
  };
}

/** Findings by the folder of their page, or by a folder above it if those are many. */
function groupByFolder(diagnostics: readonly Diagnostic[]): Map<string, Diagnostic[]> {
  const partsOf = ({ source }: Diagnostic) => source.path.split("/").slice(0, -1);
  const paths = diagnostics.map(partsOf);
  const foldersAt = (depth: number) =>
    new Set(paths.map((parts) => parts.slice(0, depth).join("/"))).size;
  let depth = Math.max(0, ...paths.map((parts) => parts.length));
  while (depth > 0 && foldersAt(depth) > fewFolders) depth -= 1;
  const groups = new Map<string, Diagnostic[]>();
  for (const one of diagnostics) {
    const folder = partsOf(one).slice(0, depth).join("/");
    const known = groups.get(folder);
    if (known === undefined) groups.set(folder, [one]);
    else known.push(one);
  }
  return groups;
}

function textOf(
  folder: string,
  found: readonly Diagnostic[],
  pages: readonly PageOutcome[],
  paint: Paint,
): string {
  const severity = found[0]?.severity ?? "warning";
  const names = found.map(({ source }) => source.path.slice(folder === "" ? 0 : folder.length + 1));
  const number = (count: number) => count.toLocaleString("en");
  const shown = `${names.slice(0, 3).join(", ")} and ${number(names.length - 3)} more (--json lists all)`;
  const entry = suggestEntry(folder, names, pages);
  const advice =
    entry === undefined
      ? `list the guides among them under "ignore" in the configuration`
      : `add ${JSON.stringify(entry)} to "ignore" in the configuration if they are guides`;
  const message = `${number(names.length)} pages have tables of parameters, or request and response sections, and name no operation, so none is made of them: ${shown}. Add an Action row to their request tables, or ${advice}.`;
  const place = paint.place(visible(`${folder || "."}:`));
  return `${place} ${paint.severity[severity](severity)} ${paint.dim(unnamedCode)} ${visible(message)}`;
}

/** An entry of `ignore` for pages of a folder; nothing where each one leaves out pages of operations, too. */
function suggestEntry(
  folder: string,
  names: readonly string[],
  pages: readonly PageOutcome[],
): string | undefined {
  const [first = ""] = names;
  const path = folder === "" ? first : `${folder}/${first}`;
  // Pages are named from the folder of the configuration on, findings from where the command runs.
  const file = pages.find((one) => one.state === "refused" && isEnd(path, one.file))?.file;
  if (file === undefined || file === first) return undefined;
  const place = file.slice(0, -first.length - 1);
  const kept = pages
    .filter(({ state }) => state === "used" || state === "second" || state === "unwanted")
    .map((one) => one.file)
    .filter((one) => one.startsWith(`${place}/`));
  if (kept.length === 0) return place;
  const isFlat = names.every((name) => !name.includes("/"));
  if (!isFlat) return undefined;
  const start = sharedStart(names);
  const isHit = (one: string) => one.slice(place.length + 1).startsWith(start);
  return start.length < 3 || /[*?]/.test(start) || kept.some(isHit)
    ? undefined
    : `${place}/${start}*`;
}

function isEnd(path: string, file: string): boolean {
  return path === file || path.endsWith(`/${file.replace(/^(?:\.\.\/)+/, "")}`);
}

function sharedStart([first = "", ...others]: readonly string[]): string {
  let length = first.length;
  for (const one of others) while (!one.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, length);
}
