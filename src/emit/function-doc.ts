import type { Asynchronous, Waiter } from "../spec/operation.ts";
import type { Code } from "./emitters/code.ts";
import { docComment } from "./emitters/doc-comment.ts";
import { markdownCode } from "./emitters/markdown-text.ts";
import type { OperationSummary } from "./summarize.ts";

type DocumentedOperation = Pick<
  OperationSummary,
  "action" | "summary" | "guard" | "asynchronous" | "deprecated"
>;

/** The documentation of an operation's function and method. */
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

/** The documentation of a paginator's function and method. */
export function paginatorDoc(action: string, indent = ""): Code {
  return docComment(
    [
      `Iterates over what ${action} lists, and asks for the next page when it comes to it: ${markdownCode("for await (const item of …)")}. Its ${markdownCode("pages")} are the answers.`,
    ],
    [],
    indent,
  );
}

/** The documentation of a waiter's function and method. */
export function waiterDoc(
  {
    action,
    waiter: { state, settled, failed = [] },
  }: {
    readonly action: string;
    readonly waiter: Waiter;
  },
  indent = "",
): Code {
  const list = (states: readonly string[]) => states.map(markdownCode).join(", ");
  return docComment(
    [
      `Asks ${action} again and again until ${markdownCode(state)} is the one that is waited for, by default ${list(settled)}, and gives that answer.`,
      failed.length === 0 ? "" : `Ends at once with ${list(failed)}.`,
    ],
    [
      {
        name: "throws",
        text: "{WaitError} when the state has not come in time, or will not come.",
      },
      { name: "throws", text: "{TransportError} when the signal aborts, or no answer came." },
      { name: "throws", text: "{ServiceError} when the service refuses to tell." },
    ],
    indent,
  );
}
