import { walkMembers } from "../../spec/member-path.ts";
import type { Condition, Member, Operation, ScalarValue, When } from "../../spec/operation.ts";
import { type Parameters, type Refusal, refuseInvalid, refuseMissing } from "../wire/call.ts";
import {
  type Place,
  type Problem,
  type Reading,
  readParameters,
  type ReadValue,
  type Scope,
} from "./read-parameters.ts";

/**
 * Validates a call's parameters, and returns one refusal as the gateway does.
 *
 * Missing parameters come first, then the first unknown or malformed one.
 */
export function validateParameters(
  operation: Operation,
  parameters: Parameters,
): Refusal | undefined {
  const reading = readParameters(operation.request, parameters);
  const problems = [...reading.problems, ...checkConditions(operation.request, reading)];
  const first = problems.find(({ kind }) => kind === "missing") ?? problems[0];
  if (first === undefined) return undefined;
  return first.kind === "missing"
    ? refuseMissing(first.name)
    : refuseInvalid(first.name, first.what);
}

/**
 * Checks the conditions between the members of a request. An omitted member has its default here.
 *
 * `onlyWhen` refuses nothing, because the service ignores members that do not apply.
 */
function checkConditions(members: readonly Member[], reading: Reading): Problem[] {
  const problems: Problem[] = [];
  const lookUp = createLookUp(reading.values);
  const defaults = readDefaults(members);

  const holds = (when: When, here: Place): boolean => {
    const given = lookUp(when.member, here);
    const fallback = defaults.get(when.member);
    const isDefault = (value: ScalarValue) =>
      given === undefined && fallback !== undefined && String(fallback) === String(value);
    return when.in.some((value) => given?.texts.has(String(value)) === true || isDefault(value));
  };

  const check = (condition: Condition, member: Member, scope: Scope): void => {
    const here = memberPlace(scope, member);
    const given = scope.given.has(member.name);
    switch (condition.kind) {
      case "onlyWhen":
        return;
      case "requiredWhen":
        if (given || !holds(condition.when, here)) return;
        problems.push({ kind: "missing", name: here.name, what: "it is missing" });
        return;
      case "equals": {
        if (!given || (condition.when !== undefined && !holds(condition.when, here))) return;
        const own = lookUp(here.path, here)?.first;
        const others = lookUp(condition.to, here);
        if (own === undefined || others === undefined || others.texts.has(own.text)) return;
        const what = `it has to be the same as ${others.first.name}`;
        problems.push({ kind: "invalid", name: here.name, what });
      }
    }
  };

  for (const scope of reading.scopes) {
    for (const member of scope.members) {
      for (const condition of member.conditions ?? []) check(condition, member, scope);
    }
  }
  return problems;
}

function memberPlace(scope: Scope, { name }: Member): Place {
  if (scope.path === "") return { name, path: name, indices: [] };
  return { ...scope, name: `${scope.name}.${name}`, path: `${scope.path}.${name}` };
}

function readDefaults(members: readonly Member[]): Map<string, ScalarValue> {
  const defaults = new Map<string, ScalarValue>();
  for (const { path, shape } of walkMembers(members)) {
    if ("default" in shape) defaults.set(path, shape.default.value);
  }
  return defaults;
}

/** Values at one path that share list indices. */
interface Group {
  readonly first: ReadValue;
  readonly texts: Set<string>;
}

/**
 * Returns a function that finds the values at a path for a place, within the same items of shared lists.
 *
 * Groups are cached by path and depth, so that long lists stay cheap.
 */
function createLookUp(
  values: readonly ReadValue[],
): (path: string, here: Place) => Group | undefined {
  const groups = new Map<string, Map<string, Group>>();
  return (path, here) => {
    const shared = countSharedIndices(path, here.path);
    const key = JSON.stringify([path, shared]);
    let group = groups.get(key);
    if (group === undefined) {
      group = new Map();
      for (const value of values) {
        if (value.path !== path) continue;
        const item = JSON.stringify(value.indices.slice(0, shared));
        const found = group.get(item);
        if (found === undefined) group.set(item, { first: value, texts: new Set([value.text]) });
        else found.texts.add(value.text);
      }
      groups.set(key, group);
    }
    return group.get(JSON.stringify(here.indices.slice(0, shared)));
  };
}

function countSharedIndices(one: string, other: string): number {
  const segments = other.split(".");
  const common: string[] = [];
  for (const [at, segment] of one.split(".").entries()) {
    if (segment !== segments[at]) break;
    common.push(segment);
  }
  return common.join(".").match(/\[\]|\{\}/g)?.length ?? 0;
}
