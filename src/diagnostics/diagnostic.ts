import type { Source, Span } from "../text/source.ts";
import type { Code, Parameters, Severity } from "./registry.ts";

/** Another place that a finding is about. */
export interface RelatedPlace {
  readonly source: Source;
  readonly span: Span;
  /** What stands there, in a few words. */
  readonly message: string;
}

/** One finding: what it is, where it is, and the facts its message is made of. */
export interface Diagnostic {
  /** What was found, as in `derive/unclear-required`. */
  readonly code: Code;
  /** An `error` keeps its operation or package from being written. */
  readonly severity: Severity;
  /** What is wrong and what to do, in one or two sentences. */
  readonly message: string;
  /** The file, as it was read. */
  readonly source: Source;
  /** The place in it. */
  readonly span: Span;
  /** The name cell of the table row that the finding is about, as read from the page. */
  readonly row?: string;
  /** The other sides of a contradiction. */
  readonly related?: readonly RelatedPlace[];
  /** How many findings this one stands for, which are left out: there are too many of the same code. */
  readonly omitted?: number;
}

/** How a stage says what it found. It reports, goes on, and still returns its best value. */
export type Report = <C extends Code>(code: C, span: Span, parameters: Parameters<C>) => void;
