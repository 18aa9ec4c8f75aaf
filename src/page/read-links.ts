import type { Piece } from "../markdown/document.ts";
import type { ExplorerLink } from "./page.ts";

/** Links whose fragment names an API: `#product=Ga&api=CreateListener&type=RPC&version=2019-11-20`. */
export function readLinks(paragraph: Piece): ExplorerLink[] {
  return [...paragraph.text.matchAll(/\]\(([^()\s]*)\)/g)].flatMap((match) => {
    const target = match[1] ?? "";
    if (!target.includes("#")) return [];
    const fragment = target.slice(target.indexOf("#") + 1).replaceAll("&amp;", "&");
    const fields = new URLSearchParams(fragment);
    // What is empty says nothing.
    const [action, product, version] = ["api", "product", "version"].map((name) => {
      const value = fields.get(name) ?? "";
      return value === "" ? undefined : value;
    });
    if (action === undefined) return [];
    const start = paragraph.span.start + match.index;
    return {
      action,
      ...(product === undefined ? {} : { product }),
      ...(version === undefined ? {} : { version }),
      span: { start, end: start + match[0].length },
    };
  });
}
