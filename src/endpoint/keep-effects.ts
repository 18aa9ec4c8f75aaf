import type { Operation } from "../spec/operation.ts";
import type { Parameters, Refusal } from "./call.ts";
import { refuse } from "./refuse.ts";
import type { Json } from "./resources/json.ts";

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
    | { readonly kind: "new" }
    | { readonly kind: "repeated"; readonly known: Json | undefined }
    | { readonly kind: "refused"; readonly refusal: Refusal };
  keep(effect: Effect): void;
  /** Forgets all. */
  clear(): void;
}

/** What is kept of a call that took effect. */
export interface Effect {
  readonly operation: Operation;
  readonly parameters: Parameters;
  /** The body of the answer. */
  readonly answer: string;
  /** What the answer tells of resources, for calls that repeat this one. Absent where it is the sample. */
  readonly known: Json | undefined;
}

/** Makes a memory without anything in it. It forgets nothing: the real one forgets after a day. */
export function keepEffects(): Effects {
  const created: EndpointCreation[] = [];
  const tokens = new Map<
    string,
    { readonly parameters: string; readonly known: Json | undefined }
  >();
  return {
    created,
    recognize(operation, parameters) {
      const token = findToken(operation, parameters);
      const earlier = token === undefined ? undefined : tokens.get(writeKey(operation, token));
      if (earlier === undefined) return { kind: "new" };
      if (earlier.parameters === writeParameters(parameters)) {
        return { kind: "repeated", known: earlier.known };
      }
      return {
        kind: "refused",
        refusal: refuse(
          "IdempotentParameterMismatch",
          "The request uses the same client token as a previous, but non-identical request. Do not reuse a client token with different requests, unless the requests are identical.",
        ),
      };
    },
    keep({ operation, parameters, answer, known }) {
      const token = findToken(operation, parameters);
      if (token !== undefined) {
        tokens.set(writeKey(operation, token), { parameters: writeParameters(parameters), known });
      }
      created.push({
        action: operation.action,
        version: operation.version,
        ...(token === undefined ? {} : { idempotencyToken: token }),
        parameters: Object.fromEntries(parameters),
        answer,
      });
    },
    clear() {
      created.length = 0;
      tokens.clear();
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
