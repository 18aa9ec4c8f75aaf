import type { InterfaceModel, PropertyModel, TypeModel } from "../../src/model/package-model.ts";
import type { Member } from "../../src/spec/operation.ts";

interface PropertyFacts {
  readonly optional?: boolean;
  readonly member?: Readonly<Record<string, unknown>>;
}

/** A property of the given type, which its member says nothing else of. */
export function property(
  type: TypeModel,
  { optional = false, member: facts = {} }: PropertyFacts = {},
): PropertyModel {
  const member = { name: "Name", type: "string", required: true, ...facts } as Member;
  return { name: member.name, optional, type, member };
}

/** An outermost shape of a request, or the shape at a path inside it. */
export function shape(
  properties: readonly PropertyModel[],
  facts: Partial<InterfaceModel> = {},
): InterfaceModel {
  return { name: "Shape", side: "request", path: "", members: "names", properties, ...facts };
}

export const range = shape([property({ kind: "integer" }, { member: { name: "From" } })], {
  name: "PortRange",
  path: "Ports[]",
  writer: "writePortRange",
});
