import { walkMembers } from "../spec/member-path.ts";
import type { Operation, Sample } from "../spec/operation.ts";
import { commonParameters } from "../spec/protocol-names.ts";

/** What a request sample says that the request's parameters do not. */
export function checkRequestSample(operation: Operation, sample: Sample): string[] {
  const known = new Set([...walkMembers(operation.request)].map(({ path }) => path));
  return parametersOf(sample.text)
    .filter((name) => !commonParameters.has(name) && !known.has(pathOf(name)))
    .map((name) => `the request sample sends ${name}, which is no parameter`);
}

/** The names in a query: what stands before each `=`. */
function parametersOf(text: string): string[] {
  const query = text.slice(text.indexOf("?") + 1);
  return query.split(/[&\s]+/).flatMap((pair) => /^([^=<>]+)=/.exec(pair)?.[1] ?? []);
}

/** `PortRanges.1.FromPort` → `PortRanges[].FromPort`. */
function pathOf(name: string): string {
  return name.replaceAll(/\.\d+(?=\.|$)/g, "[]");
}
