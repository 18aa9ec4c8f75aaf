import type { Source, Span } from "../text/source.ts";
import type { Code, Parameters, Severity } from "./registry.ts";

/** Another place that a diagnostic refers to. */
export interface RelatedPlace {
  readonly source: Source;
  readonly span: Span;
  /** A short description of the place. */
  readonly message: string;
}

/** A diagnostic: its code, severity, message and place. */
export interface Diagnostic {
  /** The code, as in `derive/unclear-required`. */
  readonly code: Code;
  /** An `error` prevents its operation or package from being written. */
  readonly severity: Severity;
  /** One or two sentences: the problem, then the remedy. */
  readonly message: string;
  /** The file as it was read. */
  readonly source: Source;
  /** The range in the source. */
  readonly span: Span;
  /** The name cell of the table row concerned, as read from the page. */
  readonly row?: string;
  /** All names that the message lists the first of, as in the operations that are removed. */
  readonly names?: readonly string[];
  /** The other places of a contradiction. */
  readonly related?: readonly RelatedPlace[];
  /** The number of findings of the same code that this one stands for, if too many were left out. */
  readonly omitted?: number;
}

/** Reports a diagnostic. A stage reports, continues, and returns its best value. */
export type Report = <C extends Code>(code: C, span: Span, parameters: Parameters<C>) => void;
