import type { Code } from "./emitters/code.ts";
import { docComment } from "./emitters/doc-comment.ts";
import { markdownCode } from "./emitters/markdown-text.ts";

/** The documentation of a function that iterates over a list, and of its method. */
export function paginatorDoc(action: string, indent = ""): Code {
  return docComment(
    [
      `Iterates over what ${action} lists, and asks for the next page when it comes to it: ${markdownCode("for await (const item of …)")}. Its ${markdownCode("pages")} are the answers.`,
    ],
    [],
    indent,
  );
}
