import type { Code } from "./emitters/code.ts";
import { docComment } from "./emitters/doc-comment.ts";
import type { OperationSummary } from "./summarize.ts";

/** The documentation of an operation's function, and of its method. */
export function functionDoc(
  { action, summary, guard }: Pick<OperationSummary, "action" | "summary" | "guard">,
  indent = "",
): Code {
  const failures = [
    "{RequestError} before anything is sent, when the request cannot be right.",
    `{ServiceError} when the service refuses; {@link ${guard}} tells the documented codes.`,
    "{TransportError} when no answer came.",
  ];
  return docComment(
    [summary ?? `Calls ${action}.`],
    failures.map((text) => ({ name: "throws", text })),
    indent,
  );
}
