import { isDeepStrictEqual } from "node:util";
import { isScalarShape } from "../spec/is-scalar-shape.ts";
import { walkMembers } from "../spec/member-path.ts";
import type { ErrorEntry, Operation } from "../spec/operation.ts";
import type { OperationChange } from "./change.ts";
import { compareMembers } from "./compare-members.ts";

/** Returns the changes of one operation. */
export function compareOperations(old: Operation, now: Operation): OperationChange[] {
  return [...compareFacts(old, now), ...compareTexts(old, now)];
}

/** Returns the changes of one operation that affect programs, without its documentation. */
export function compareFacts(old: Operation, now: Operation): OperationChange[] {
  return [
    ...compareMembers("request", old.request, now.request),
    ...compareMembers("response", old.response, now.response),
    ...compareErrors(old.errors, now.errors),
    ...compareRetries(old, now),
    ...compareCompanions(old, now),
  ];
}

function compareErrors(old: readonly ErrorEntry[], now: readonly ErrorEntry[]): OperationChange[] {
  const codes = (entries: readonly ErrorEntry[]) => new Map(entries.map((one) => [one.code, one]));
  const [before, after] = [codes(old), codes(now)];
  const side = "error";
  return [
    ...[...before].flatMap(([path, { status, line }]): OperationChange[] => {
      const other = after.get(path);
      const oldLine = line === undefined ? {} : { oldLine: line };
      if (other === undefined) {
        const why = "Code that names it by its constant no longer compiles.";
        return [
          {
            kind: "error-removed",
            level: "major",
            breaks: ["readers"],
            side,
            path,
            ...oldLine,
            why,
          },
        ];
      }
      if (other.status === status) return [];
      const newLine = other.line === undefined ? {} : { newLine: other.line };
      return [
        {
          kind: "error-changed",
          level: "patch",
          breaks: [],
          side,
          path,
          ...(status === undefined ? {} : { before: `status ${status}` }),
          ...(other.status === undefined ? {} : { after: `status ${other.status}` }),
          ...oldLine,
          ...newLine,
          why: "The package tells what the service sends, not what the page says.",
        },
      ];
    }),
    ...[...after]
      .filter(([path]) => !before.has(path))
      .map(([path, { line }]): OperationChange => {
        const newLine = line === undefined ? {} : { newLine: line };
        return {
          kind: "error-added",
          level: "minor",
          breaks: [],
          side,
          path,
          ...newLine,
          why: "There is a constant for it.",
        };
      }),
  ];
}

function compareRetries(old: Operation, now: Operation): OperationChange[] {
  if ((old.readOnly ?? false) === (now.readOnly ?? false)) return [];
  const why =
    now.readOnly === true
      ? "The client repeats requests that got no answer."
      : "The client no longer repeats requests that got no answer.";
  return [{ kind: "retry-changed", level: "minor", breaks: [], why }];
}

/** Compares documentation; all its changes are reported as one. */
function compareTexts(old: Operation, now: Operation): OperationChange[] {
  const [before, after] = [textsOf(old), textsOf(now)];
  // Added and removed members have changes of their own.
  const isSame = [...before].every(
    ([key, text]) => !after.has(key) || isDeepStrictEqual(after.get(key), text),
  );
  if (isSame) return [];
  return [
    {
      kind: "text-changed",
      level: "patch",
      breaks: [],
      why: "Its documentation says something else.",
    },
  ];
}

/** Returns the texts of an operation, by subject. */
function textsOf({ summary, request, response, errors, samples }: Operation): Map<string, unknown> {
  const texts = new Map<string, unknown>([
    ["summary", summary],
    ["samples", samples.map(({ kind, text }) => [kind, text])],
  ]);
  for (const { code, message, meaning } of errors) texts.set(`error ${code}`, [message, meaning]);
  for (const [side, members] of Object.entries({ request, response })) {
    for (const { path, shape, member } of walkMembers(members)) {
      const at = `${side} ${path}`;
      if (member !== undefined) texts.set(at, [member.description, member.example]);
      if (!isScalarShape(shape)) continue;
      texts.set(`${at} unit`, shape.unit?.value);
      for (const { value, meaning } of shape.enum?.values ?? [])
        texts.set(`${at} ${value}`, meaning);
    }
  }
  return texts;
}

/** Compares the companions of an operation's function: its iterator and its waiter. */
function compareCompanions(old: Operation, now: Operation): OperationChange[] {
  const { line: _, ...before } = { line: undefined, ...old.waiter };
  const { line: __, ...after } = { line: undefined, ...now.waiter };
  return [
    ...compare("iterator", old.pagination, now.pagination),
    ...compare("waiter", old.waiter && before, now.waiter && after),
  ];
}

function compare(
  what: "iterator" | "waiter",
  old: object | undefined,
  now: object | undefined,
): OperationChange[] {
  if (isDeepStrictEqual(old, now)) return [];
  if (old === undefined) {
    return [
      { kind: `${what}-added`, level: "minor", breaks: [], why: "There is a function for it." },
    ];
  }
  if (now === undefined) {
    const why = "Code that calls its function no longer compiles.";
    return [{ kind: `${what}-removed`, level: "major", breaks: ["callers"], why }];
  }
  const why = "Its function has the same types, and asks for or heeds something else.";
  return [{ kind: `${what}-changed`, level: "minor", breaks: [], why }];
}
