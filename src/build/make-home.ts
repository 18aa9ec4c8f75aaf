import { join, relative, resolve, sep } from "node:path";
import type { Project } from "../config/project.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Materials } from "../emit/materials.ts";
import { positionsPath } from "../spec/positions-path.ts";
import type { Limits } from "../text/limits.ts";
import { readSource } from "../text/read-source.ts";
import { digest, digestFile } from "./digest.ts";
import { toFinding, type Finding } from "./finding.ts";
import type { Ledger } from "./ledger.ts";
import { listHomeFiles } from "./list-home-files.ts";
import { loadHome, type Home } from "./load-home.ts";
import { makePackage } from "./make-package.ts";
import type { HomeMemory } from "./memory.ts";
import { placePackage } from "./place-package.ts";

/** What a product's version has become. */
export interface MadeHome {
  /** Missing where something is wrong with it and always was; else its package stays as it was. */
  readonly memory?: HomeMemory;
  readonly findings: readonly Finding[];
}

/** What all products' versions share. */
export interface HomeTools {
  readonly project: Project;
  readonly ledger: Ledger;
  /** All pages of the build, as absolute paths. */
  readonly pages: ReadonlySet<string>;
  /** Digest of the templates and the runtime. */
  readonly common: string;
  /** Nothing where the templates of the user's cannot be read, which is said elsewhere. */
  readonly materials: () => Promise<Materials | undefined>;
}

/** Specs, overlays and `product.yaml` → a package, into the ledger. What is still true is not made again. */
export async function makeHome(
  home: Home,
  memory: HomeMemory | undefined,
  tools: HomeTools,
): Promise<MadeHome> {
  const { project, ledger, common } = tools;
  const folder = join(project.specs, home.name);
  const files = listHomeFiles(folder);
  const made = new Set(home.operations.map(({ spec }) => spec));
  const others = files.specs.filter((path) => !made.has(path));
  for (const path of others) {
    ledger.leave(path);
    ledger.leave(positionsPath(path));
  }
  removeOrphans(files.positions, [...made, ...others], tools);
  const read = [...files.written, ...others];
  const keyOf = (paths: readonly string[]) =>
    digest(
      JSON.stringify([
        common,
        project.packages,
        home.operations.map((one) => [one.action, one.key]),
        home.broken,
        paths.map((path) => [relative(folder, path), digestFile(path) ?? ""]),
      ]),
    );
  const key = keyOf(read);
  const earlier =
    memory === undefined ? [] : ledger.earlierIn(resolve(project.root, memory.built.folder));
  // Whether specs stay that no page made depends on which pages there are, too.
  const settled = others.length === 0 && memory?.key === key;
  if (settled && earlier.every((path) => ledger.isIntact(path))) {
    for (const path of earlier) ledger.keep(path);
    return { memory, findings: memory.findings };
  }
  const diagnostics: Diagnostic[] = [];
  const { product, operations, stale } = await loadHome(home, files, tools, diagnostics);
  for (const path of stale) {
    ledger.remove(path);
    ledger.remove(positionsPath(path));
  }
  const place = product === undefined ? undefined : placePackage(product, project);
  const result =
    product === undefined || place === undefined
      ? undefined
      : await makePackage(
          {
            folder: place,
            product,
            operations,
            ...(memory === undefined || resolve(project.root, memory.built.folder) !== place
              ? {}
              : { memory }),
          },
          tools,
          diagnostics,
        );
  const findings = diagnostics.map((one) => toFinding(one, project.root));
  if (result === undefined || place === undefined) {
    for (const path of earlier) if (!ledger.keep(path)) ledger.leaveKnown(path);
    // What it was is still known, but nothing is true of it any more.
    return { ...(memory === undefined ? {} : { memory: { ...memory, key: "" } }), findings };
  }
  if (memory !== undefined && resolve(project.root, memory.built.folder) !== place) {
    for (const path of earlier) ledger.remove(path);
  }
  const built = {
    folder: relative(project.root, place).split(sep).join("/"),
    specs: relative(project.root, folder).split(sep).join("/"),
    operations: operations.length,
  };
  const left = stale.length === 0 ? key : keyOf(read.filter((path) => !stale.includes(path)));
  return { memory: { ...result, key: left, built, findings }, findings };
}

/** Removes positions whose spec is gone. Other files beside them are none of docwright's. */
function removeOrphans(
  positions: readonly string[],
  specs: readonly string[],
  { ledger, project: { limits } }: Pick<HomeTools, "ledger" | "project">,
): void {
  const wanted = new Set(specs.map(positionsPath));
  for (const path of positions) {
    if (wanted.has(path) || !isPositions(path, limits)) continue;
    ledger.leave(path);
    ledger.remove(path);
  }
}

function isPositions(path: string, limits: Limits): boolean {
  try {
    const { text } = readSource(path, { limits, size: "specBytes" });
    return text.slice(0, 200).includes("/positions.schema.json");
  } catch {
    return false;
  }
}
