import type { Waiter } from "../spec/operation.ts";
import type { Code } from "./emitters/code.ts";
import { docComment } from "./emitters/doc-comment.ts";
import { markdownCode } from "./emitters/markdown-text.ts";

/** The documentation of a function that waits for a state, and of its method. */
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
