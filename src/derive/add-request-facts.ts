import { regionParameter } from "../spec/protocol-names.ts";
import { atLine } from "./rows/read-description.ts";
import { deriveConditions } from "./derive-conditions.ts";
import type { Parameter } from "./rows/parameter.ts";
import { findIdempotency } from "./prose/find-idempotency.ts";

/**
 * What only a request's parameter can be: bound to others by conditions, filled in by the client, or a
 * token that makes repeating harmless.
 */
export function addRequestFacts(parameter: Parameter, all: readonly Parameter[]): Parameter {
  const { path, type, prose, proseLine } = parameter;
  const isText = type.kind === "scalar" && type.type === "string";
  const idempotencyToken = isText ? findIdempotency(prose) : undefined;
  const conditions = deriveConditions(parameter, all);
  return {
    ...parameter,
    facts: {
      ...parameter.facts,
      ...(isText && path === regionParameter ? { filledBy: "regionId" } : {}),
      ...(idempotencyToken === undefined
        ? {}
        : { idempotencyToken: atLine(idempotencyToken, proseLine) }),
      ...(conditions.length === 0
        ? {}
        : { conditions: conditions.map((condition) => atLine(condition, proseLine)) }),
    },
  };
}
