import { isScalarShape } from "../../spec/is-scalar-shape.ts";
import type { Member, Operation } from "../../spec/operation.ts";
import { readIdName } from "./read-id-name.ts";

/** The request member in which a call names resources by their id: `ListenerId`, or `ListenerIds` for several. */
export function findIdParameter({ request }: Operation, id: string): Member | undefined {
  return (
    request.find((member) => member.name === id && holdsIds(member)) ??
    request.find((member) => readIdName(member.name)?.name === id && holdsIds(member))
  );
}

function holdsIds(member: Member): boolean {
  return isScalarShape(member) || (member.type === "array" && isScalarShape(member.items));
}
