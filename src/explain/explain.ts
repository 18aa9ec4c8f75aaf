import { addAll } from "../diagnostics/add-all.ts";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { loadProducts, type ReadProduct } from "../assemble/load-products.ts";
import { packageFolder } from "../assemble/package-folder.ts";
import { locatePage } from "../config/locate-page.ts";
import type { Project } from "../config/project.ts";
import { loadPage, readFacts } from "../corpus/load-page.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reportPath } from "../diagnostics/create-reporter.ts";
import { buildPackage } from "../model/build-package.ts";
import { runtimeNames } from "../model/runtime-names.ts";
import { walkMembers } from "../spec/member-path.ts";
import type { Operation } from "../spec/operation.ts";
import { suggest } from "../spec/suggest.ts";
import { displayPath } from "../text/read-source.ts";
import { describeSubject, type FoundSubject } from "./describe-subject.ts";
import type { ExplainedCode, Explanation } from "./explanation.ts";

/** The result of `explain`. */
export interface Explained {
  /** One explanation for each part of the project that matches the subject. */
  readonly explanations: readonly Explanation[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Explains parts of packages: page lines, overlays, and lines of the generated code. */
export async function explain(project: Project, subject: string): Promise<Explained> {
  const diagnostics: Diagnostic[] = [];
  const found: Diagnostic[] = [];
  const products = await loadProducts([project.specs], project, found);
  // Builds report warnings about products, so they are omitted here.
  const isOfSpecs = ({ severity, code }: Diagnostic) =>
    severity === "error" || code === "spec/unusable-positions";
  addAll(diagnostics, found.filter(isOfSpecs));
  const meant = parseSubject(subject).map((one) => ({
    subject: one,
    operations: operationsMeant(products, one),
  }));
  const { subject: wanted, operations } = meant.find((one) => one.operations.length > 0) ?? {};
  if (wanted === undefined || operations === undefined) {
    if (diagnostics.length === 0) reportUnknown(project, subject, products, diagnostics);
    return { explanations: [], diagnostics };
  }
  const explanations: Explanation[] = [];
  for (const { loaded, operation } of operations) {
    const subjects = subjectsMeant(operation, wanted.path);
    const about = { project, loaded, operation };
    addAll(explanations, await explainAll(subjects, about, diagnostics));
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

function operationsMeant(
  products: readonly ReadProduct[],
  { product, version, operation }: Subject,
) {
  const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
  return products.flatMap((loaded) =>
    loaded.operations
      .filter(
        (one) =>
          same(one.action, operation) &&
          (product === undefined || same(one.product, product)) &&
          (version === undefined || one.version === version),
      )
      .map((one) => ({ loaded, operation: one })),
  );
}

/** The parts of an operation that a path matches: request and response members, and errors. */
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
  readonly loaded: ReadProduct;
  readonly operation: Operation;
}

async function explainAll(
  subjects: readonly FoundSubject[],
  { project, loaded, operation }: About,
  diagnostics: Diagnostic[],
): Promise<Explanation[]> {
  if (subjects.length === 0) return [];
  const open = (name: string) => {
    const file = locatePage(name, loaded.folder, project);
    if (file === undefined) {
      reportPath(loaded.folder, "explain/no-page-folder", { page: name }, diagnostics);
      return undefined;
    }
    const source = loadPage(file, project.limits, diagnostics);
    return source && { page: readFacts(source).page, file };
  };
  const first = open(operation.page);
  if (first === undefined) return [];
  const applied = loaded.applied.filter(({ after }) => after.action === operation.action);
  const context = {
    operation,
    stated: applied[0]?.before ?? operation,
    ...first,
    applied,
    overlays: resolve(loaded.folder, "overlays"),
    openPage: open,
  };
  const code = await openCode({ project, loaded, operation });
  return subjects.map((subject) => ({
    ...describeSubject(subject, context),
    code: code(subject),
  }));
}

/** Opens the operation's module, and returns a function that finds the code of a subject in it. */
async function openCode({
  project,
  loaded,
  operation,
}: About): Promise<(subject: FoundSubject) => ExplainedCode[]> {
  const { product } = loaded;
  const folder = product && packageFolder(product, project);
  const model =
    product &&
    buildPackage(product, loaded.operations, runtimeNames).operations.find(
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

/** The modules of that name among a package's sources, in whatever folder its templates choose. */
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
  products: readonly ReadProduct[],
  diagnostics: Diagnostic[],
): void {
  const names = products.flatMap(({ operations }) =>
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

/** A parsed subject. */
interface Subject {
  /** Absent: any product with the operation matches. */
  readonly product?: string;
  readonly version?: string;
  readonly operation: string;
  /** A member's path or an error's code; empty for the operation itself. */
  readonly path: string;
}

/**
 * Parses `Ga.CreateListener.PortRanges.FromPort` into its possible readings, preferred first.
 *
 * The first name is a product or, where the product is omitted, the operation. A version may follow the
 * product: `Ga@2019-11-20.CreateListener`.
 */
function parseSubject(text: string): Subject[] {
  const [first = "", second, ...rest] = text.split(".");
  const [name = "", version] = first.split("@");
  const short =
    version === undefined && first !== ""
      ? [{ operation: first, path: [second ?? [], rest].flat(2).join(".") }]
      : [];
  if (second === undefined || second === "") return short;
  const path = rest.join(".");
  const product = name === "" ? {} : { product: name };
  return [
    { ...product, ...(version === undefined ? {} : { version }), operation: second, path },
    ...short,
  ];
}

/**
 * Removes list and map markers from a path.
 *
 * `PortRanges[].FromPort`, `PortRanges.N.FromPort` and `PortRanges.1.FromPort` become
 * `PortRanges.FromPort`.
 */
function plainPath(path: string): string {
  return path
    .replaceAll(/\[\]|\{\}|\[\d*\]/g, "")
    .split(".")
    .filter((part, index) => index === 0 || !/^(?:[NnMm]|\d+)$/.test(part))
    .join(".");
}
