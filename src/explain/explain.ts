import { readdirSync, readFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { placePackage } from "../build/place-package.ts";
import type { Project } from "../config/project.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reportPath } from "../diagnostics/report-path.ts";
import { findProducts } from "../find-products.ts";
import { buildPackage } from "../model/build-package.ts";
import { runtimeNames } from "../model/runtime-names.ts";
import { parsePage } from "../read-operation-page.ts";
import { readPageFile } from "../read-page-file.ts";
import type { AppliedAction } from "../spec/apply-overlays.ts";
import { loadProduct } from "../spec/load-product.ts";
import { walkMembers } from "../spec/member-path.ts";
import type { Operation } from "../spec/operation.ts";
import type { Product } from "../spec/product.ts";
import { suggest } from "../spec/suggest.ts";
import { displayPath } from "../text/read-source.ts";
import { describeSubject, type FoundSubject } from "./describe-subject.ts";
import type { ExplainedCode, Explanation } from "./explanation.ts";
import { parseSubject, type Subject } from "./parse-subject.ts";
import { plainPath } from "./plain-path.ts";

/** What an explanation has come to. */
export interface Explained {
  /** One for each part of a project that the subject can mean. */
  readonly explanations: readonly Explanation[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A product's version as it lies in the folder of specs. */
interface Home {
  readonly folder: string;
  readonly product: Pick<Product, "product" | "version"> | undefined;
  readonly operations: readonly Operation[];
  readonly applied: readonly AppliedAction[];
}

/** Where parts of packages come from: the pages' lines, the corrections, and the lines of the code. */
export async function explain(project: Project, subject: string): Promise<Explained> {
  const diagnostics: Diagnostic[] = [];
  const homes: Home[] = [];
  for (const folder of await findProducts([project.specs], diagnostics)) {
    const applied: AppliedAction[] = [];
    const { operations, diagnostics: found } = await loadProduct(folder, project.limits, (one) =>
      applied.push(one),
    );
    // What is merely worth knowing of a product is told when it is built.
    diagnostics.push(
      ...found.filter(
        ({ severity, code }) => severity === "error" || code === "spec/unusable-positions",
      ),
    );
    homes.push({ folder, product: operations[0], operations, applied });
  }
  const meant = parseSubject(subject).map((one) => ({
    subject: one,
    operations: operationsMeant(homes, one),
  }));
  const { subject: wanted, operations } = meant.find((one) => one.operations.length > 0) ?? {};
  if (wanted === undefined || operations === undefined) {
    if (diagnostics.length === 0) reportUnknown(project, subject, homes, diagnostics);
    return { explanations: [], diagnostics };
  }
  const explanations: Explanation[] = [];
  for (const { home, operation } of operations) {
    const subjects = subjectsMeant(operation, wanted.path);
    const about = { project, home, operation };
    explanations.push(...(await explainAll(subjects, about, diagnostics)));
  }
  if (explanations.length === 0 && diagnostics.length === 0) {
    const known = operations.flatMap(({ operation }) => pathsOf(operation));
    const near = suggest(plainPath(wanted.path), known.map(plainPath));
    const target = `"${wanted.path}" in ${wanted.operation}`;
    reportPath(
      project.specs,
      "explain/unknown",
      { target, known: near ?? listed(known) },
      diagnostics,
    );
  }
  return { explanations, diagnostics };
}

function operationsMeant(homes: readonly Home[], { product, version, operation }: Subject) {
  const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
  return homes.flatMap((home) =>
    home.operations
      .filter(
        (one) =>
          same(one.action, operation) &&
          (product === undefined || same(one.product, product)) &&
          (version === undefined || one.version === version),
      )
      .map((one) => ({ home, operation: one })),
  );
}

/** The parts of an operation that a path can mean: in its request, its response and its errors. */
function subjectsMeant(operation: Operation, path: string): FoundSubject[] {
  if (path === "") return [{ kind: "operation", path: "" }];
  const members = (["request", "response"] as const).flatMap((kind) =>
    [...walkMembers(operation[kind])]
      .filter((entry) => entry.member !== undefined && plainPath(entry.path) === plainPath(path))
      .map((entry) => ({ kind, path: entry.path })),
  );
  const codes = new Set(operation.errors.map(({ code }) => code));
  return [...members, ...(codes.has(path) ? [{ kind: "error" as const, path }] : [])];
}

function pathsOf({ request, response, errors }: Operation): string[] {
  const members = [...walkMembers(request), ...walkMembers(response)];
  return [
    ...members.filter(({ member }) => member !== undefined).map(({ path }) => path),
    ...errors.map(({ code }) => code),
  ];
}

interface About {
  readonly project: Project;
  readonly home: Home;
  readonly operation: Operation;
}

async function explainAll(
  subjects: readonly FoundSubject[],
  { project, home, operation }: About,
  diagnostics: Diagnostic[],
): Promise<Explanation[]> {
  if (subjects.length === 0) return [];
  const file = join(home.folder, operation.page);
  const source = readPageFile(file, project.limits, diagnostics);
  if (source === undefined) return [];
  const applied = home.applied.filter(({ after }) => after.action === operation.action);
  const context = {
    operation,
    stated: applied[0]?.before ?? operation,
    page: parsePage(source, () => undefined),
    file: resolve(file),
    applied,
    overlays: resolve(home.folder, "overlays"),
    openPage: (path: string) => {
      const other = readPageFile(join(home.folder, path), project.limits, diagnostics);
      if (other === undefined) return undefined;
      return { page: parsePage(other, () => undefined), file: resolve(home.folder, path) };
    },
  };
  const code = await openCode({ project, home, operation });
  return subjects.map((subject) => ({
    ...describeSubject(subject, context),
    code: code(subject),
  }));
}

/** Reads the module of an operation, and tells what in it comes from a part of the operation. */
async function openCode({
  project,
  home,
  operation,
}: About): Promise<(subject: FoundSubject) => ExplainedCode[]> {
  const { product } = home;
  const folder = product && placePackage(product, project);
  const model =
    product &&
    buildPackage(product, home.operations, runtimeNames).operations.find(
      ({ action }) => action === operation.action,
    );
  if (folder === undefined || model === undefined) return () => [];
  const modules = modulesNamed(`${model.module}.ts`, folder);
  if (modules.length === 0) return () => [];
  const { findCode } = await import("./find-code.ts");
  const texts = modules.map((path) => ({ path, text: readFileSync(path, "utf8") }));
  return ({ kind, path: subject }) =>
    texts.flatMap(({ path, text }) => findCode({ path, text, model, kind, subject }));
}

/** The modules of that name among a package's sources, wherever its templates put them. */
function modulesNamed(name: string, folder: string): string[] {
  try {
    const found = readdirSync(join(folder, "src"), { recursive: true, encoding: "utf8" });
    return found
      .filter((path) => path === name || path.endsWith(sep + name))
      .map((path) => join(folder, "src", path))
      .sort();
  } catch {
    return [];
  }
}

function reportUnknown(
  project: Project,
  subject: string,
  homes: readonly Home[],
  diagnostics: Diagnostic[],
): void {
  const names = homes.flatMap(({ operations }) =>
    operations.map(({ product, action }) => `${product}.${action}`),
  );
  const [first] = parseSubject(subject);
  const asked =
    first === undefined ? subject : [first.product ?? [], first.operation].flat().join(".");
  const known = suggest(asked, names) ?? listed(names);
  reportPath(
    project.specs,
    "explain/unknown",
    { target: `operation "${asked}" in ${displayPath(project.specs)}`, known },
    diagnostics,
  );
}

function listed(names: readonly string[]): string {
  return names.length > 12 ? [...names.slice(0, 12), "…"].join(", ") : names.join(", ");
}
