import { join, resolve, sep } from "node:path";
import type { Project } from "../config/project.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { readMaterials } from "../read-materials.ts";
import { deriveSpecs } from "./derive-specs.ts";
import type { InputPage } from "./find-input-pages.ts";
import { digest } from "./digest.ts";
import { toFinding, type Finding } from "./finding.ts";
import { groupPages, type PageGroup } from "./group-pages.ts";
import type { Ledger } from "./ledger.ts";
import { listHomes } from "./list-homes.ts";
import { makeHome } from "./make-home.ts";
import type { BuiltPackage, Derivation, Details, HomeMemory, PageMemory } from "./memory.ts";
import type { Progress } from "../diagnostics/progress.ts";
import { openOperationStore } from "./operation-store.ts";
import { readEvidence, type KnownPage } from "./read-evidence.ts";
import { readFallbacks } from "./read-fallbacks.ts";
import { schemaFiles } from "./schema-files.ts";

/** What a build starts from. */
export interface Inputs {
  readonly project: Project;
  readonly pages: readonly InputPage[];
  /** Digests by path, relative to the project, as far as they are known. */
  readonly digests: ReadonlyMap<string, string>;
  /** What the build before left; of another generator, or with other settings, only where packages lie. */
  readonly details: Details | undefined;
  /** The operations of the build before. */
  readonly operations: Buffer;
  /** Digest of docwright itself. */
  readonly generator: string;
  readonly progress: Progress;
}

/** What a build has made, besides what is in the ledger. */
export interface Produced {
  readonly details: Details;
  readonly operations: Buffer;
  readonly homes: readonly string[];
  readonly packages: readonly BuiltPackage[];
  readonly findings: readonly Finding[];
}

/** Pages → specs → packages, into a ledger. What is still true of the build before is not made again. */
export async function produce(inputs: Inputs, ledger: Ledger): Promise<Produced> {
  const { project, details, progress } = inputs;
  const diagnostics: Diagnostic[] = [];
  const pages = readPages(inputs, diagnostics);
  const groups = groupPages(pages, project.languages, await readFallbacks(project, pages));
  const store = openOperationStore(inputs.operations);
  let done = pages.length;
  const total = pages.length + groups.length;
  const step = () => {
    progress((done += 1), total, "operations");
  };
  const findings: Finding[] = [];
  const made = new Map<string, Derivation>();
  const tools = {
    project,
    ledger,
    store,
    step,
    pages: new Set(pages.map(({ input }) => input.path)),
    common: commonDigest(inputs),
    materials: once(() => readMaterials(project.templates, diagnostics)),
  };
  const homes = listHomes(
    project,
    groups.filter(isOperation).map(({ home }) => home),
  );
  if (homes.length > 0) {
    for (const [path, text] of schemaFiles()) ledger.put(join(project.specs, "schema", path), text);
  }
  // What is wrong with templates of the user's is said even where no package needs them.
  if (project.templates !== undefined) await tools.materials();
  const known: Record<string, HomeMemory> = {};
  // One after the other: the operations of all of them at once would take much memory.
  for (const name of new Set([...homes, ...groups.map(({ home }) => home)])) {
    const specs = deriveSpecs(
      groups.filter(({ home }) => home === name),
      tools,
    );
    for (const found of specs.findings) findings.push(found);
    for (const [file, meaning] of specs.made) made.set(file, meaning);
    if (!homes.includes(name)) continue;
    const home = await makeHome({ name, ...specs }, details?.homes[name], tools);
    for (const found of home.findings) findings.push(found);
    if (home.memory !== undefined) known[name] = home.memory;
  }
  ledger.removeOthers();
  for (const found of diagnostics.map((one) => toFinding(one, project.root))) findings.push(found);
  return {
    details: { pages: rememberPages(pages, made), homes: known },
    operations: store.bytes(),
    homes,
    packages: Object.values(known).map(({ built }) => built),
    // Notes are for those who look at a page by itself.
    findings: onceEach(findings.filter(({ severity }) => severity !== "note")),
  };
}

/** What is wrong with a template of the user's is found in every package. */
function onceEach(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((one) => [JSON.stringify(one), one])).values()];
}

function isOperation({ candidates }: PageGroup): boolean {
  return candidates[0]?.page.evidence.action !== undefined;
}

/** Characters of pages whose facts are kept until their meaning is read. */
const holdable = 10_000_000;

function readPages(inputs: Inputs, diagnostics: Diagnostic[]): KnownPage[] {
  const { project, pages, digests, details, progress } = inputs;
  let held = 0;
  return pages.flatMap((page, index) => {
    progress(index, pages.length * 2, "pages");
    const memory = details?.pages[page.file];
    const known = readEvidence(page, digests.get(page.file), memory, project.limits, diagnostics);
    if (known === undefined) return [];
    // Reading a page again takes little time, and the facts of thousands take much memory.
    if (held > holdable) known.takeFacts();
    held += known.length;
    return known;
  });
}

function rememberPages(
  pages: readonly KnownPage[],
  made: ReadonlyMap<string, NonNullable<PageMemory["made"]>>,
): Record<string, PageMemory> {
  return Object.fromEntries(
    pages.map(({ input, digest, packed }) => {
      const meaning = made.get(input.file);
      return [
        input.file,
        { digest, evidence: packed, ...(meaning === undefined ? {} : { made: meaning }) },
      ];
    }),
  );
}

/** Digest of what every package depends on: docwright itself, and templates of the user's. */
function commonDigest({ project: { root, templates }, digests, generator }: Inputs): string {
  if (templates === undefined) return generator;
  const own = [...digests].filter(([path]) => resolve(root, path).startsWith(templates + sep));
  return digest(JSON.stringify([generator, own]));
}

function once<Result>(make: () => Result): () => Result {
  let made: { readonly result: Result } | undefined;
  return () => (made ??= { result: make() }).result;
}
