import type { Operation } from "../spec/operation.ts";
import type { Parameters, Refusal } from "./call.ts";
import { refuse } from "./refuse.ts";

/** An effect that took place: a call that was answered with success and was no repetition. */
export interface EndpointCreation {
  readonly action: string;
  readonly version: string;
  /** Value of the operation's idempotency token, where the call had one. */
  readonly idempotencyToken?: string;
  /** Flat, without those of the protocol. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The body of the answer. */
  readonly answer: string;
}

/** What took place, and which calls only repeat it. */
export interface Effects {
  readonly created: readonly EndpointCreation[];
  /** `repeated` has the same token and parameters as an earlier call; `refused` other parameters. */
  recognize(
    operation: Operation,
    parameters: Parameters,
  ):
    { readonly kind: "new" | "repeated" } | { readonly kind: "refused"; readonly refusal: Refusal };
  keep(operation: Operation, parameters: Parameters, answer: string): void;
}

/** Makes a memory without anything in it. It forgets nothing: the real one forgets after a day. */
export function keepEffects(): Effects {
  const created: EndpointCreation[] = [];
  const known = new Map<string, string>();
  return {
    created,
    recognize(operation, parameters) {
      const token = findToken(operation, parameters);
      const earlier = token === undefined ? undefined : known.get(writeKey(operation, token));
      if (earlier === undefined) return { kind: "new" };
      if (earlier === writeParameters(parameters)) return { kind: "repeated" };
      return {
        kind: "refused",
        refusal: refuse(
          "IdempotentParameterMismatch",
          "The request uses the same client token as a previous, but non-identical request. Do not reuse a client token with different requests, unless the requests are identical.",
        ),
      };
    },
    keep(operation, parameters, answer) {
      const token = findToken(operation, parameters);
      if (token !== undefined) known.set(writeKey(operation, token), writeParameters(parameters));
      created.push({
        action: operation.action,
        version: operation.version,
        ...(token === undefined ? {} : { idempotencyToken: token }),
        parameters: Object.fromEntries(parameters),
        answer,
      });
    },
  };
}

function findToken(operation: Operation, parameters: Parameters): string | undefined {
  const member = operation.request.find(({ idempotencyToken }) => idempotencyToken !== undefined);
  const token = member === undefined ? undefined : parameters.get(member.name);
  return token === "" ? undefined : token;
}

function writeKey({ version, action }: Operation, token: string): string {
  return JSON.stringify([version, action, token]);
}

function writeParameters(parameters: Parameters): string {
  return JSON.stringify([...parameters].sort(([one], [other]) => (one < other ? -1 : 1)));
}
