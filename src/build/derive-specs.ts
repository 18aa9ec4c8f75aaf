import { join } from "node:path";
import type { Identity, Project } from "../config/project.ts";
import { createReporter } from "../diagnostics/create-reporter.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Code, Parameters } from "../diagnostics/registry.ts";
import type { Operation } from "../spec/operation.ts";
import { specNames } from "../spec/spec-names.ts";
import { writeOperation } from "../spec/write-operation.ts";
import { createSource } from "../text/source.ts";
import { digest } from "./digest.ts";
import { derivationKey } from "./derivation-key.ts";
import { derivePage, type PagePlace } from "./derive-page.ts";
import type { Finding } from "./finding.ts";
import type { Candidate, PageGroup } from "./group-pages.ts";
import { isStillTrue } from "./is-still-true.ts";
import { findBeyond } from "./find-beyond.ts";
import { mergeOperations } from "./merge-operations.ts";
import type { Ledger } from "./ledger.ts";
import type { Derivation } from "./memory.ts";
import type { OperationStore } from "./operation-store.ts";

/** An operation of a build: what it is, and how to get at it. */
export interface SpecOperation {
  readonly action: string;
  /** Its spec, absolute. */
  readonly spec: string;
  readonly of: Identity;
  /** Digest of what it says: two builds with one key have the same operation. */
  readonly key: string;
  readonly read: () => Operation;
}

/** The operations that pages made, and the pages that made none. */
export interface DerivedSpecs {
  readonly operations: readonly SpecOperation[];
  /** Operations whose pages have errors. */
  readonly broken: readonly string[];
  /** What became of the pages that were read for their meaning, by their file. */
  readonly made: ReadonlyMap<string, Derivation>;
  readonly findings: readonly Finding[];
}

interface Tools {
  readonly project: Project;
  readonly ledger: Ledger;
  readonly store: OperationStore;
  /** Told of each operation that is done. */
  readonly step: () => void;
}

/**
 * Pages → operations of a product's version, and their specs into the ledger. What is still true is not read
 * again.
 */
export function deriveSpecs(groups: readonly PageGroup[], tools: Tools): DerivedSpecs {
  const operations: SpecOperation[] = [];
  const broken: string[] = [];
  const made = new Map<string, Derivation>();
  const findings: Finding[] = [];
  const names = specNames(groups.map(({ action }) => action));
  const { operations: allowed } = tools.project.limits;
  for (const [index, group] of groups.entries()) {
    if (index >= allowed) {
      findings.push(...leftOut(group, index + 1, allowed));
      broken.push(group.action);
      continue;
    }
    const name = names.get(group.action) ?? group.action;
    const found = deriveGroup({ ...group, name }, tools, { made, findings });
    if (found !== undefined) operations.push(found);
    else if (group.candidates[0]?.page.evidence.action !== undefined) broken.push(group.action);
    tools.step();
  }
  return { operations, broken, made, findings };
}

/** The operation of the first page without an error; `name` is that of its spec's file. */
function deriveGroup(
  { home, action, name, candidates }: PageGroup & { readonly name: string },
  { project, ledger, store }: Tools,
  { made, findings }: { made: Map<string, Derivation>; findings: Finding[] },
): SpecOperation | undefined {
  const folder = join(project.specs, home);
  const spec = join(folder, "operations", `${name}.yaml`);
  const place = { home: folder, root: project.root, limits: project.limits };
  const read = (candidate: Candidate, others: readonly Candidate[]) => {
    const key = derivationKey(folder, candidate, others);
    const earlier = candidate.page.memory?.made;
    const still = earlier !== undefined && isStillTrue(earlier, key, candidate);
    const found = still ? takeOver(earlier, store) : derive(place, key, candidate, store);
    made.set(candidate.page.input.file, found.meaning);
    return { ...found, still };
  };
  for (const candidate of candidates) {
    const others = contributors(candidates, candidate);
    const { meaning, operation, still } = read(candidate, others);
    for (const found of meaning.findings) findings.push(found);
    if (operation === undefined || meaning.of === undefined) continue;
    findings.push(...duplicates(candidates, candidate));
    const added = others.map((other) => read(other, []));
    const whole = () =>
      mergeOperations(
        operation(),
        added.flatMap((other) => other.operation?.() ?? []),
        project.limits.members,
      );
    const unchanged = still && added.every((other) => other.still);
    if (!unchanged || meaning.beyond !== undefined || !ledger.keep(spec)) {
      const merged = whole();
      const text = writeOperation(merged);
      const beyond = findBeyond(merged, text, {
        spec,
        folder,
        pages: [candidate, ...others],
        project,
      });
      if (beyond.length > 0) {
        made.set(candidate.page.input.file, { ...meaning, beyond });
        findings.push(...beyond);
        return undefined;
      }
      ledger.put(spec, text);
    }
    const keys = [meaning, ...added.map((other) => other.meaning)];
    return {
      action,
      spec,
      of: meaning.of,
      key: digest(keys.map((one) => one.key + one.answer).join("")),
      read: whole,
    };
  }
  return undefined;
}

/**
 * The other pages that may know what the chosen one does not: those of other rows, unless their style is
 * older. What only an older page has, the newer one may have left out for good.
 */
function contributors(candidates: readonly Candidate[], chosen: Candidate): Candidate[] {
  const { generation, names } = chosen.page.evidence;
  const seen = new Set([names]);
  return candidates.filter(({ page: { evidence } }) => {
    if (evidence.generation < generation || seen.has(evidence.names)) return false;
    seen.add(evidence.names);
    return true;
  });
}

/** What a page has become, and its operation, if it has one. */
interface Meaning {
  readonly meaning: Derivation;
  readonly operation?: () => Operation;
}

function takeOver(meaning: Derivation, store: OperationStore): Meaning {
  const { operation: number } = meaning;
  if (number === undefined) return { meaning };
  return {
    meaning: { ...meaning, operation: store.take(number) },
    operation: () => store.earlier(number),
  };
}

function derive(
  place: PagePlace,
  key: string,
  candidate: Candidate,
  store: OperationStore,
): Meaning {
  const { made, operation } = derivePage(place, key, candidate);
  if (operation === undefined) return { meaning: made };
  return { meaning: { ...made, operation: store.add(operation) }, operation: () => operation };
}

/**
 * Other pages of the same language and style: which of them counts is chance, so it is said. A page that
 * says the same to the letter has been moved or copied, and an older one does not count.
 */
function duplicates(candidates: readonly Candidate[], chosen: Candidate): Finding[] {
  const { evidence, digest: text } = chosen.page;
  return candidates
    .filter(
      ({ page, language }) =>
        page.digest !== text &&
        page.evidence.generation === evidence.generation &&
        language === chosen.language,
    )
    .flatMap(({ page: { input, evidence } }) => {
      const parameters = { action: evidence.action ?? "", path: chosen.page.input.file };
      return findingsOf(input.file, "extract/duplicate-operation", parameters);
    });
}

/** Says of an operation that there are too many before it. */
function leftOut({ candidates }: PageGroup, found: number, allowed: number): Finding[] {
  const file = candidates[0]?.page.input.file ?? "";
  return findingsOf(file, "limit/operations", { found, allowed });
}

function findingsOf<C extends Code>(file: string, code: C, parameters: Parameters<C>): Finding[] {
  const diagnostics: Diagnostic[] = [];
  createReporter(createSource(file, ""), diagnostics)(code, { start: 0, end: 0 }, parameters);
  return diagnostics.map(({ source, ...rest }) => ({ ...rest, path: file }));
}
