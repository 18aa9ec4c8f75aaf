import { isScalarShape } from "../../spec/is-scalar-shape.ts";
import type { Member, Operation, ScalarShape } from "../../spec/operation.ts";
import { splitWords } from "../../words/case.ts";
import { walkAnswer } from "./answer-places.ts";
import { knownAnswer } from "./known-answer.ts";

/** A response member about the position of a page in a list. */
export interface PageFact {
  /**
   * `total`: items on all pages. `count`: items on this page. `next`: the next page. `more`: true if one
   * follows.
   */
  readonly kind: "number" | "size" | "total" | "count" | "next" | "more";
  readonly place: readonly string[];
  readonly shape: ScalarShape;
}

/** The pagination of a list. */
export interface Paging {
  /** Request members, if present. */
  readonly number?: Member;
  readonly size?: Member;
  readonly token?: Member;
  readonly facts: readonly PageFact[];
}

/** Finds the pagination of a list by the words in member names: "page number", "next token". */
export function findPaging(operation: Operation): Paging {
  const find = (kind: PageFact["kind"]) =>
    operation.request.find(
      (member) => isScalarShape(member) && kindOf(member.name, member) === kind,
    );
  const [number, size, token] = [find("number"), find("size"), find("next")];
  const facts = walkAnswer(knownAnswer(operation).members).flatMap(({ place, shape }) => {
    if (!isScalarShape(shape) || place.includes("[]")) return [];
    const kind = kindOf(place.at(-1) ?? "", shape);
    return kind === undefined ? [] : [{ kind, place, shape }];
  });
  return {
    ...(number === undefined ? {} : { number }),
    ...(size === undefined ? {} : { size }),
    ...(token === undefined ? {} : { token }),
    facts,
  };
}

function kindOf(name: string, { type }: ScalarShape): PageFact["kind"] | undefined {
  const words = splitWords(name);
  const has = (...any: string[]) => any.some((word) => words.includes(word));
  if (type === "boolean") return has("truncated", "more") ? "more" : undefined;
  if (name === "Marker" || (has("next") && has("token", "marker"))) return "next";
  if (has("total") && !has("page", "pages")) return words[0] === "total" ? "total" : undefined;
  if (has("max") && has("results", "items")) return "size";
  if (/^page_?size$/i.test(name) || (has("page") && has("size"))) return "size";
  if (has("page") && has("record") && has("count")) return "count";
  if (/^pagenumber$/i.test(name)) return "number";
  return has("page") && has("number", "no", "index", "current") ? "number" : undefined;
}
