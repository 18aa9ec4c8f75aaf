import { packShape } from "../derive/siblings/evidence-json.ts";
import { digest } from "../text/digest.ts";
import type { Candidate } from "./group-pages.ts";
import { pagePath } from "./page-path.ts";

/**
 * Digest of all that a page's meaning depends on, but for what other pages have in common. `others` are the
 * pages that add to it.
 */
export function derivationKey(
  home: string,
  candidate: Candidate,
  others: readonly Candidate[],
): string {
  const { page, siblings, fallback } = candidate;
  const { product, version, answer } = siblings;
  return digest(
    JSON.stringify([
      page.digest,
      pagePath(home, candidate),
      fallback ?? null,
      product ?? null,
      version ?? null,
      answer === undefined ? null : packShape(answer),
      others.map((other) => [other.page.digest, pagePath(home, other)]),
    ]),
  );
}
