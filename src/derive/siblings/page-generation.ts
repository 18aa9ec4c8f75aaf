import type { Page } from "../../page/page.ts";

/**
 * How new a page's style is, from 0 on. Pages bear no dates, but their styles follow each other: the oldest
 * have anchors in their headings, `{#section_1 .section}`, later ones link to the API explorer, too, and the
 * newest only link.
 */
export function pageGeneration({ source, links }: Page): number {
  const isAnchored = /^#{1,6}[ \t].*\{[ \t]*[#.]/m.test(source.text);
  return (isAnchored ? 0 : 2) + (links.length > 0 ? 1 : 0);
}
