import type { Asynchronous } from "../spec/operation.ts";
import type { Code } from "./emitters/code.ts";
import { docComment } from "./emitters/doc-comment.ts";
import { markdownCode } from "./emitters/markdown-text.ts";
import type { OperationSummary } from "./summarize.ts";

type DocumentedOperation = Pick<OperationSummary, "action" | "summary" | "guard" | "asynchronous">;

/** The documentation of an operation's function, and of its method. */
export function functionDoc(
  { action, summary, guard, asynchronous }: DocumentedOperation,
  indent = "",
): Code {
  const failures = [
    "{RequestError} before anything is sent, when the request cannot be right.",
    `{ServiceError} when the service refuses; {@link ${guard}} tells the documented codes.`,
    "{TransportError} when no answer came.",
  ];
  return docComment(
    [summary ?? `Calls ${action}.`, later(asynchronous)],
    failures.map((text) => ({ name: "throws", text })),
    indent,
  );
}

function later(asynchronous: Asynchronous | undefined): string {
  if (asynchronous === undefined) return "";
  const { state } = asynchronous;
  const told = state === undefined ? "" : `; ${markdownCode(state)} tells how far that is`;
  return `Answers before its work is done${told}.`;
}
