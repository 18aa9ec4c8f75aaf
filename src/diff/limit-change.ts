import { placeOf, type MemberChange, type Pair } from "./pair.ts";

/** What a new limit does to requests; `stated`: the old page had it, in words that were not read. */
export type LimitEffect = "wider" | "narrower" | "stated";

/** A limit holds requests alone; in an answer it is a sentence in the documentation. */
export function limitChange(
  key: string,
  pair: Pair<string | undefined>,
  effect: LimitEffect,
): MemberChange {
  const { side, old, new: now } = pair;
  const kind =
    old === undefined
      ? "limit-added"
      : now === undefined
        ? "limit-removed"
        : effect === "narrower"
          ? "limit-narrowed"
          : "limit-widened";
  const place = {
    ...placeOf(pair),
    ...(old === undefined ? {} : { before: `${key} ${old}` }),
    ...(now === undefined ? {} : { after: `${key} ${now}` }),
  };
  if (side === "response")
    return { kind, level: "patch", breaks: [], ...place, why: "Answers are not held to it." };
  switch (effect) {
    case "narrower": {
      const why = "Requests beyond it are refused before they are sent.";
      return { kind, level: "major", breaks: ["callers"], ...place, why };
    }
    case "stated": {
      const why =
        "The old page says so in other words; requests beyond it are now refused before they are sent.";
      return { kind, level: "minor", breaks: [], ...place, why };
    }
    case "wider":
      return { kind, level: "minor", breaks: [], ...place, why: "More requests are sent." };
  }
}
