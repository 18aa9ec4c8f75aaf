import type { Operation } from "../../src/spec/operation.ts";
import { joinPositions, writePositions } from "../../src/spec/positions.ts";
import { readOperation } from "../../src/spec/read-operation.ts";
import { writeOperation } from "../../src/spec/write-operation.ts";
import { createSource } from "../../src/text/source.ts";

/** An operation as it comes back from its spec and its positions; a finding is an error. */
export function reread(operation: Operation): Operation {
  const fail = (code: string, _: unknown, facts: unknown) => {
    throw new Error(`${code} ${JSON.stringify(facts)}`);
  };
  const located = readOperation(createSource("a.yaml", writeOperation(operation)), fail);
  if (located === undefined) throw new Error("nothing was read");
  return joinPositions(located.value, createSource("a.json", writePositions(operation)), fail);
}
