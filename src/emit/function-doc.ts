import type { Asynchronous } from "../spec/operation.ts";
import type { Code } from "./emitters/code.ts";
import { docComment } from "./emitters/doc-comment.ts";
import { markdownCode } from "./emitters/markdown-text.ts";
import type { OperationSummary } from "./summarize.ts";

type DocumentedOperation = Pick<
  OperationSummary,
  "action" | "summary" | "guard" | "asynchronous" | "deprecated"
>;

/** The documentation of an operation's function, and of its method. */
export function functionDoc(
  { action, summary, guard, asynchronous, deprecated }: DocumentedOperation,
  indent = "",
): Code {
  const failures = [
    "{RequestError} before anything is sent, when the request cannot be right.",
    `{ServiceError} when the service refuses; {@link ${guard}} tells the documented codes.`,
    "{TransportError} when no answer came.",
  ];
  return docComment(
    [summary ?? `Calls ${action}.`, later(asynchronous)],
    [
      ...(deprecated ? [{ name: "deprecated", text: "" } as const] : []),
      ...failures.map((text) => ({ name: "throws", text }) as const),
    ],
    indent,
  );
}

function later(asynchronous: Asynchronous | undefined): string {
  if (asynchronous === undefined) return "";
  const { state } = asynchronous;
  const told = state === undefined ? "" : `; ${markdownCode(state)} tells how far that is`;
  return `Answers before its work is done${told}.`;
}
