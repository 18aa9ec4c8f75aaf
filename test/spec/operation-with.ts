import type { Member, Operation } from "../../src/spec/operation.ts";

/** A small operation with the given parts. */
export function operationWith(parts: Partial<Operation> = {}): Operation {
  return {
    product: "Shop",
    version: "2024-05-06",
    action: "CreateThing",
    page: "pages/CreateThing.md",
    request: [],
    response: [],
    errors: [],
    samples: [],
    ...parts,
  };
}

/** A text member with the given facts. */
export function text(name: string, facts: Partial<Member> = {}): Member {
  return { name, type: "string", required: false, ...facts } as Member;
}
