import { isDeepStrictEqual } from "node:util";
import { isScalarShape } from "../spec/is-scalar-shape.ts";
import type { Condition, Member, ScalarShape, Shape } from "../spec/operation.ts";
import type { Level } from "./change.ts";
import { compareBounds, comparePatterns } from "./compare-limits.ts";
import { compareValues, valuesOf } from "./compare-values.ts";
import { placeOf, type MemberChange, type Pair, type Side } from "./pair.ts";
import { showCondition, showType } from "./show.ts";
import { isReadable, isTaken, valueType } from "./value-type.ts";

/** Returns the changes of a list of members, nested members included. */
export function compareMembers(
  side: Side,
  old: readonly Member[],
  now: readonly Member[],
  parent = "",
): MemberChange[] {
  const before = new Map(old.map((member) => [member.name, member]));
  const after = new Map(now.map((member) => [member.name, member]));
  const pathOf = (name: string) => (parent === "" ? name : `${parent}.${name}`);
  // A name that differs only in case is the same member.
  const spellings = new Map(
    now
      .filter(({ name }) => !before.has(name))
      .map((member) => [member.name.toLowerCase(), member]),
  );
  const respelled = new Set<string>();
  const kept = old.flatMap((one) => {
    const { name } = one;
    const other = after.get(name) ?? spellings.get(name.toLowerCase());
    const path = pathOf(name);
    if (other === undefined || respelled.has(other.name)) return [removed(side, path, one)];
    if (other.name !== name) respelled.add(other.name);
    const pair = {
      side,
      path,
      old: one,
      new: other,
      oldLine: one.line,
      newLine: other.line,
      oldText: one.description ?? "",
      newText: other.description ?? "",
    };
    return [
      ...(other.name === name ? [] : [respell(pair)]),
      ...compareRequired(pair),
      ...compareShapes(pair),
      ...compareConditions(pair),
      ...compareBehaviour(pair),
    ];
  });
  const come = now.filter(({ name }) => !before.has(name) && !respelled.has(name));
  return [...kept, ...come.map((member) => added(side, pathOf(member.name), member))];
}

function respell({ side, old, new: now, ...pair }: Pair<Member>): MemberChange {
  const breaks = [side === "request" ? ("callers" as const) : ("readers" as const)];
  const why = "Code with the old spelling no longer compiles.";
  const names = { before: old.name, after: now.name };
  return {
    kind: "member-respelled",
    level: "major",
    breaks,
    ...placeOf({ side, ...pair }),
    ...names,
    why,
  };
}

function added(side: Side, path: string, member: Member): MemberChange {
  const place = {
    side,
    path,
    after: showType(member),
    ...(member.line === undefined ? {} : { newLine: member.line }),
  };
  if (side === "response") {
    return {
      kind: "member-added",
      level: "minor",
      breaks: [],
      ...place,
      why: "Answers have one member more.",
    };
  }
  return isOptional(member)
    ? { kind: "member-added", level: "minor", breaks: [], ...place, why: "Requests may say more." }
    : {
        kind: "member-added",
        level: "major",
        breaks: ["callers"],
        ...place,
        why: "Requests without it no longer compile, and are refused.",
      };
}

function removed(side: Side, path: string, member: Member): MemberChange {
  const place = {
    side,
    path,
    before: showType(member),
    ...(member.line === undefined ? {} : { oldLine: member.line }),
  };
  return side === "request"
    ? {
        kind: "member-removed",
        level: "major",
        breaks: ["callers"],
        ...place,
        why: "Requests with it no longer compile, and are refused.",
      }
    : {
        kind: "member-removed",
        level: "major",
        breaks: ["readers"],
        ...place,
        why: "Code that reads it no longer compiles.",
      };
}

/** True if a caller may omit the member: it is optional, or the client fills it in. */
function isOptional({ required, filledBy }: Member): boolean {
  return !required || filledBy !== undefined;
}

function compareRequired({ side, old, new: now, ...pair }: Pair<Member>): MemberChange[] {
  const place = placeOf({ side, ...pair });
  const [before, after] =
    side === "request" ? [isOptional(old), isOptional(now)] : [!old.required, !now.required];
  if (before === after) return [];
  if (after) {
    const why =
      side === "request"
        ? "Requests may leave it out."
        : "Code that takes it for granted no longer compiles.";
    return side === "request"
      ? [
          {
            kind: "member-optional",
            level: "minor",
            breaks: [],
            ...place,
            before: "required",
            after: "optional",
            why,
          },
        ]
      : [
          {
            kind: "member-optional",
            level: "major",
            breaks: ["readers"],
            ...place,
            before: "always there",
            after: "not always there",
            why,
          },
        ];
  }
  return side === "request"
    ? [
        {
          kind: "member-required",
          level: "major",
          breaks: ["callers"],
          ...place,
          before: "optional",
          after: "required",
          why: "Requests without it no longer compile, and are refused.",
        },
      ]
    : [
        {
          kind: "member-required",
          level: "minor",
          breaks: [],
          ...place,
          before: "not always there",
          after: "always there",
          why: "Code may take it for granted.",
        },
      ];
}

function compareShapes(pair: Pair<Shape>): MemberChange[] {
  const { side, path, old, new: now } = pair;
  const [before, after] = [valueType(old), valueType(now)];
  if (before !== after) return [retyped(pair)];
  const place = placeOf(pair);
  if (isScalarShape(old) || isScalarShape(now)) {
    if (!isScalarShape(old) || !isScalarShape(now)) return [];
    return compareConstraints({ ...pair, old, new: now });
  }
  const styles = "style" in old || "style" in now ? [old.style ?? "flat", now.style ?? "flat"] : [];
  const [oldStyle, newStyle] = styles;
  const style: MemberChange[] =
    oldStyle === newStyle || oldStyle === undefined || newStyle === undefined
      ? []
      : [
          {
            kind: "style-changed",
            level: "patch",
            breaks: [],
            ...place,
            before: oldStyle,
            after: newStyle,
            why: "The same value goes over the wire in another form.",
          },
        ];
  if (old.type === "array" && now.type === "array") {
    const items = { ...pair, path: `${path}[]`, old: old.items, new: now.items };
    return [
      ...style,
      ...compareBounds("count", { ...pair, old: old.count, new: now.count }),
      ...compareShapes(items),
    ];
  }
  if (old.type === "map" && now.type === "map") {
    return [
      ...style,
      ...compareShapes({ ...pair, path: `${path}{}`, old: old.values, new: now.values }),
    ];
  }
  if (old.type === "object" && now.type === "object") {
    return [...style, ...compareMembers(side, old.members, now.members, path)];
  }
  return style;
}

function retyped(pair: Pair<Shape>): MemberChange {
  const { side, old, new: now } = pair;
  const [before, after] = [valueType(old), valueType(now)];
  const place = { ...placeOf(pair), before: showType(old), after: showType(now) };
  const fits = side === "request" ? isTaken(before, after) : isReadable(before, after);
  if (fits) {
    const why =
      side === "request"
        ? "Requests may give it in more ways."
        : "Code that read it before reads it still.";
    return { kind: "member-retyped", level: "minor", breaks: [], ...place, why };
  }
  return side === "request"
    ? {
        kind: "member-retyped",
        level: "major",
        breaks: ["callers"],
        ...place,
        why: "Requests that give it as before may no longer compile, or are refused.",
      }
    : {
        kind: "member-retyped",
        level: "major",
        breaks: ["readers"],
        ...place,
        why: "Code that reads it as before no longer compiles.",
      };
}

function compareConstraints(pair: Pair<ScalarShape>): MemberChange[] {
  const { old, new: now } = pair;
  return [
    ...compareValues(pair),
    ...(["length", "range", "count"] as const).flatMap((key) =>
      compareBounds(
        key,
        { ...pair, old: old[key], new: now[key] },
        key === "range" ? valuesOf(old) : [],
      ),
    ),
    ...comparePatterns(pair),
    ...compareDefaults(pair),
  ];
}

function compareDefaults(pair: Pair<ScalarShape>): MemberChange[] {
  const [old, now] = [pair.old.default?.value, pair.new.default?.value];
  if (old === now) return [];
  return [
    {
      kind: "default-changed",
      level: "patch",
      breaks: [],
      ...placeOf(pair),
      ...(old === undefined ? {} : { before: String(old) }),
      ...(now === undefined ? {} : { after: String(now) }),
      why: "The service fills it in; the package does not.",
    },
  ];
}

function compareConditions(pair: Pair<Member>): MemberChange[] {
  const plain = ({ line: _, ...condition }: Condition) => condition;
  const before = (pair.old.conditions ?? []).map(plain);
  const after = (pair.new.conditions ?? []).map(plain);
  const missing = (from: readonly object[], one: object) =>
    !from.some((other) => isDeepStrictEqual(one, other));
  const why = "It is documentation: the package does not check it.";
  const base = { level: "patch", breaks: [], ...placeOf(pair), why } as const;
  return [
    ...before
      .filter((one) => missing(after, one))
      .map((one): MemberChange => ({
        kind: "condition-removed",
        ...base,
        before: showCondition(one),
      })),
    ...after
      .filter((one) => missing(before, one))
      .map((one): MemberChange => ({
        kind: "condition-added",
        ...base,
        after: showCondition(one),
      })),
  ];
}

function compareBehaviour(pair: Pair<Member>): MemberChange[] {
  const [old, now] = [
    pair.old.idempotencyToken !== undefined,
    pair.new.idempotencyToken !== undefined,
  ];
  if (old === now) return [];
  const level: Exclude<Level, "none"> = "minor";
  const why = now
    ? "The client fills it in, and repeats requests that got no answer."
    : "The client no longer fills it in, nor repeats requests that got no answer.";
  return [{ kind: "retry-changed", level, breaks: [], ...placeOf(pair), why }];
}
