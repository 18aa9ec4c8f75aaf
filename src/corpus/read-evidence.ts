import { sep } from "node:path";
import { gatherEvidence } from "../derive/siblings/gather-evidence.ts";
import { packEvidence, unpackEvidence } from "../derive/siblings/evidence-json.ts";
import type { EvidenceJson } from "../derive/siblings/evidence-json.ts";
import type { RankedEvidence } from "../derive/siblings/page-evidence.ts";
import { createReporter } from "../diagnostics/create-reporter.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Page } from "../page/page.ts";
import { readPageFile } from "./read-page-file.ts";
import { parsePage } from "./read-operation-page.ts";
import type { Limits } from "../text/limits.ts";
import type { Source } from "../text/source.ts";
import { digest } from "../text/digest.ts";
import type { InputPage } from "./find-input-pages.ts";
import type { PageMemory } from "../build/memory.ts";

/** A page, and what it tells the others. */
export interface KnownPage {
  readonly input: InputPage;
  readonly digest: string;
  readonly evidence: RankedEvidence;
  readonly packed: EvidenceJson;
  /** Characters that had to be read. */
  readonly length: number;
  /** What is known of it from the build before, if it is still the same. */
  readonly memory?: PageMemory;
  /** Gives its facts away, if it has been read; they take much memory, so nobody keeps them after that. */
  readonly takeFacts: () => PageFacts | undefined;
}

/** What stands on a page, and what was found while it was read. */
export interface PageFacts {
  readonly page: Page;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads what stands on a page. */
export function readFacts(source: Source): PageFacts {
  const diagnostics: Diagnostic[] = [];
  return { page: parsePage(source, createReporter(source, diagnostics)), diagnostics };
}

/** Reads what a page tells the others, if it was not read before. */
export function readEvidence(
  input: InputPage,
  found: string | undefined,
  memory: PageMemory | undefined,
  limits: Limits,
  diagnostics: Diagnostic[],
): KnownPage | undefined {
  const file = input.path.split(sep).join("/");
  if (memory !== undefined && memory.digest === found) {
    const evidence = unpackEvidence(memory.evidence, file);
    const takeFacts = () => undefined;
    return {
      input,
      digest: memory.digest,
      evidence,
      packed: memory.evidence,
      memory,
      length: 0,
      takeFacts,
    };
  }
  const source = readPageFile(input.path, limits, diagnostics);
  if (source === undefined) return undefined;
  const facts = readFacts(source);
  let held: PageFacts | undefined = facts;
  const takeFacts = () => {
    const taken = held;
    held = undefined;
    return taken;
  };
  const evidence = gatherEvidence(facts.page, file);
  const name = found ?? digest(source.text);
  const { length } = source.text;
  return { input, digest: name, evidence, packed: packEvidence(evidence), length, takeFacts };
}
