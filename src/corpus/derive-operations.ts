import { addAll } from "../diagnostics/add-all.ts";
import type { Project } from "../config/project.ts";
import { storedAt, type StoredDiagnostic } from "../diagnostics/stored-diagnostic.ts";
import { walkMembers } from "../spec/member-path.ts";
import type { Operation } from "../spec/operation.ts";
import type { OperationEntry } from "../spec/operation-entry.ts";
import { digest } from "../text/digest.ts";
import { derivationKey, derivePage, isStillTrue, pagePath, type PageTask } from "./derive-page.ts";
import type { Candidate, PageGroup } from "./group-pages.ts";
import { findBeyond } from "./find-beyond.ts";
import { mergeOperations } from "./merge-operations.ts";
import type { Derivation, PageCache } from "./page-cache.ts";
import type { PageOutcome } from "./page-outcome.ts";

/** An operation derived from pages. */
export interface DerivedOperation extends OperationEntry {
  /** True if it equals the operation of the earlier run. */
  readonly unchanged: boolean;
}

/** The operations of a product version, and the outcomes of their pages. */
export interface DerivedOperations {
  readonly operations: readonly DerivedOperation[];
  /** Operations whose pages have errors. */
  readonly broken: readonly string[];
  /** The derivations of pages, by file. */
  readonly derivations: ReadonlyMap<string, Derivation>;
  readonly outcomes: readonly PageOutcome[];
  readonly diagnostics: readonly StoredDiagnostic[];
}

/** Dependencies of the derivation. */
export interface DerivationTools {
  readonly project: Project;
  readonly cache: PageCache;
  /** Called after each operation. */
  readonly step: () => void;
}

interface Results {
  readonly derivations: Map<string, Derivation>;
  readonly outcomes: PageOutcome[];
  readonly diagnostics: StoredDiagnostic[];
}

/**
 * Derives the operations of a product version from groups of pages. Pages with a valid cache entry
 * are not read.
 */
export function deriveOperations(
  groups: readonly PageGroup[],
  tools: DerivationTools,
): DerivedOperations {
  const operations: DerivedOperation[] = [];
  const broken: string[] = [];
  const results: Results = { derivations: new Map(), outcomes: [], diagnostics: [] };
  const { operations: allowed } = tools.project.limits;
  for (const [index, group] of groups.entries()) {
    const found = index < allowed ? deriveGroup(group, tools, results) : undefined;
    if (index >= allowed) leaveOut(group, index + 1, allowed, results);
    if (found === undefined) broken.push(group.action);
    else operations.push(found);
    tools.step();
  }
  return { operations, broken, ...results };
}

/** Derives the operation from the first page without an error. */
function deriveGroup(
  group: PageGroup,
  { project, cache }: DerivationTools,
  { derivations, outcomes, diagnostics }: Results,
): DerivedOperation | undefined {
  const { productFolder, action, candidates } = group;
  const read = (candidate: Candidate, others: readonly Candidate[]) => {
    const task = { productFolder, action, candidate, others };
    const found = deriveOrTakeOver(task, project, cache);
    derivations.set(candidate.page.input.file, found.derivation);
    return found;
  };
  const broken = new Map<string, string>();
  /** Records a page that is not the first; the results of an earlier merge into it are dropped. */
  const noteSecond = ({ page }: Candidate, { derivation }: Meaning, first: string) => {
    const { merge, beyond, ...second } = derivation;
    const { file } = page.input;
    derivations.set(file, second);
    const error = second.diagnostics.find(({ severity }) => severity === "error");
    if (error === undefined) return;
    broken.set(file, error.message);
    const parameters = { action, page: first, reason: error.message };
    diagnostics.push(storedAt(file, "extract/broken-second", parameters));
  };
  for (const [index, candidate] of candidates.entries()) {
    const others = contributors(candidates, candidate);
    const { derivation, operation, still } = read(candidate, others);
    const { file } = candidate.page.input;
    addAll(diagnostics, derivation.diagnostics);
    if (operation === undefined || derivation.of === undefined) {
      const [error] = derivation.diagnostics.filter(({ severity }) => severity === "error");
      outcomes.push({
        file,
        state: "refused",
        action,
        reason: error?.message ?? "it has an error",
      });
      continue;
    }
    const pageNames = (pages: readonly Candidate[]) =>
      new Map(
        pages.map((other) => [
          pagePath({ productFolder, candidate: other }, project),
          other.page.input.file,
        ]),
      );
    const added = others.map((other) => {
      const found = read(other, []);
      noteSecond(other, found, file);
      return found;
    });
    // The other pages add nothing. They are derived for their errors, which are reported nowhere
    // else.
    for (const other of candidates.slice(index + 1)) {
      if (!others.includes(other)) noteSecond(other, read(other, []), file);
    }
    const whole = () =>
      mergeOperations(
        operation(),
        added.flatMap((other) => other.operation?.() ?? []),
        project.limits.members,
      );
    // A page that was merged into another one has the same meaning but another spec.
    const wasFirst = derivation.merge !== undefined;
    const unchanged = still && wasFirst && added.every((other) => other.still);
    const assess = (): Pick<Derivation, "merge" | "beyond"> => {
      if (added.length === 0) return { merge: [], beyond: [] };
      const merged = whole();
      const pages = { productFolder, candidates: [candidate, ...others], project };
      return {
        merge: reportAdditions(file, merged, pageNames(others)),
        beyond: findBeyond(merged, pages),
      };
    };
    const assessed = unchanged ? derivation : assess();
    const merge: readonly StoredDiagnostic[] = assessed.merge ?? [];
    const beyond: readonly StoredDiagnostic[] = assessed.beyond ?? [];
    derivations.set(file, { ...derivation, merge, beyond });
    const [over] = beyond;
    if (over !== undefined) {
      addAll(diagnostics, beyond);
      outcomes.push({ file, state: "refused", action, reason: over.message });
      return undefined;
    }
    outcomes.push({ file, state: "used", action });
    const reason = `${action} is made from ${file}`;
    for (const { page } of candidates.slice(index + 1)) {
      const fault = broken.get(page.input.file);
      const state = fault === undefined ? "second" : "refused";
      outcomes.push({ file: page.input.file, state, action, reason: fault ?? reason });
    }
    for (const { page } of candidates.slice(0, index)) {
      const parameters = { action, page: file };
      diagnostics.push(storedAt(page.input.file, "extract/fallback", parameters));
    }
    addAll(diagnostics, merge);
    addAll(diagnostics, reportTwins(group));
    addAll(diagnostics, reportDuplicates(candidates, candidate));
    const keys = [derivation, ...added.map((other) => other.derivation)];
    return {
      action,
      of: derivation.of,
      key: digest(keys.map((one) => one.key + one.answer).join("")),
      read: whole,
      unchanged,
    };
  }
  return undefined;
}

/** A derivation, and its operation if it has one. */
interface Meaning {
  readonly derivation: Derivation;
  readonly operation?: () => Operation;
  /** True if it was derived in the earlier run. */
  readonly still: boolean;
}

function deriveOrTakeOver(task: PageTask, project: Project, cache: PageCache): Meaning {
  const key = derivationKey(task, project);
  const earlier = task.candidate.page.cached?.derivation;
  if (earlier !== undefined && isStillTrue(earlier, key, task.candidate)) {
    const { operation: number } = earlier;
    if (number === undefined) return { derivation: earlier, still: true };
    const derivation = { ...earlier, operation: cache.keepEarlier(number) };
    return { derivation, operation: () => cache.read(number), still: true };
  }
  const { derivation, operation, broken } = derivePage(task, project, key);
  if (operation === undefined || broken) return { derivation, still: false };
  const kept = { ...derivation, operation: cache.keep(operation) };
  return { derivation: kept, operation: () => operation, still: false };
}

/**
 * Returns the other pages that may add facts: those with other rows, unless their style is older. A
 * row found only on an older page may have been dropped since.
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

/**
 * Reports the parameters and errors that only other pages of the operation have: each parameter by itself, since the
 * preferred page may have renamed or removed it, and the errors together.
 */
function reportAdditions(
  file: string,
  merged: Operation,
  files: ReadonlyMap<string, string>,
): StoredDiagnostic[] {
  const byPage = new Map<string, string[]>();
  const { action } = merged;
  const kept: StoredDiagnostic[] = [];
  for (const side of ["request", "response"] as const) {
    let outer: string | undefined;
    for (const { path, member } of walkMembers(merged[side])) {
      if (member?.page === undefined) continue;
      // Its own members come with it.
      const isInner = outer !== undefined && path.startsWith(outer);
      if (isInner && /^[.[{]/.test(path.slice(outer?.length))) continue;
      outer = path;
      const page = files.get(member.page) ?? member.page;
      const parameters = { action, side, name: path, page, line: member.line };
      kept.push(storedAt(file, "extract/kept-parameter", parameters));
    }
  }
  for (const { page, code } of merged.errors) {
    if (page === undefined) continue;
    const known = byPage.get(page);
    if (known === undefined) byPage.set(page, [code]);
    else known.push(code);
  }
  const added = [...byPage].map(([page, names]) =>
    storedAt(file, "extract/added-members", { action, page: files.get(page) ?? page, names }),
  );
  return [...kept, ...added];
}

/** Reports spellings of the operation's name that differ only in letter case. */
function reportTwins({ action, otherSpellings, candidates }: PageGroup): StoredDiagnostic[] {
  return otherSpellings.map((other) => {
    const page = candidates.find(({ page: { evidence } }) => evidence.action === other)?.page;
    return storedAt(page?.input.file ?? "", "extract/case-twin", { action, other });
  });
}

/**
 * Reports other pages of the same language and style, because their order is undefined. Identical
 * pages were moved or copied and are ignored, as are older pages.
 */
function reportDuplicates(candidates: readonly Candidate[], chosen: Candidate): StoredDiagnostic[] {
  const { evidence, digest: text } = chosen.page;
  return candidates
    .filter(
      ({ page, language }) =>
        page.digest !== text &&
        page.evidence.generation === evidence.generation &&
        language === chosen.language,
    )
    .map(
      ({
        page: {
          input,
          evidence: { action = "" },
        },
      }) =>
        storedAt(input.file, "extract/duplicate-operation", {
          action,
          path: chosen.page.input.file,
        }),
    );
}

/** Reports an operation above the limit of operations. */
function leaveOut(
  { action, candidates }: PageGroup,
  found: number,
  allowed: number,
  { outcomes, diagnostics }: Results,
): void {
  const [first] = candidates;
  if (first === undefined) return;
  const reported = storedAt(first.page.input.file, "limit/operations", { found, allowed });
  diagnostics.push(reported);
  for (const { page } of candidates) {
    outcomes.push({ file: page.input.file, state: "refused", action, reason: reported.message });
  }
}
