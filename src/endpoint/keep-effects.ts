import type { Operation } from "../spec/operation.ts";
import { makeLog, makeMemory } from "./resources/memory.ts";
import { type Parameters, type Refusal, refuse } from "./wire/call.ts";
import { type Json, packJson, unpackJson } from "./wire/json.ts";
import { digestText } from "./wire/keep-nonces.ts";

/** An effect: a successful call that was not a repetition. */
export interface EndpointCreation {
  readonly action: string;
  readonly version: string;
  /** The idempotency token, if the call had one. */
  readonly idempotencyToken?: string;
  /** Flat, without the protocol's parameters. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The response body. */
  readonly answer: string;
}

/** The effects so far, and the detection of repeated calls. */
export interface Effects {
  readonly created: readonly EndpointCreation[];
  /** `repeated`: an earlier call had the same token and parameters. `refused`: it had other parameters. */
  recognize(
    operation: Operation,
    parameters: Parameters,
  ):
    | { readonly kind: "new" }
    | { readonly kind: "repeated"; readonly known: Json | undefined }
    | { readonly kind: "refused"; readonly refusal: Refusal };
  keep(effect: Effect): void;
  /** The number of discarded effects and tokens. */
  forgotten(): { readonly created: number; readonly tokens: number };
  /** Discards all effects and tokens. */
  clear(): void;
}

/** The record of a call that took effect. */
export interface Effect {
  readonly operation: Operation;
  readonly parameters: Parameters;
  /** The response body. */
  readonly answer: string;
  /** Known values in the response, for repeated calls. Absent where the response is the sample. */
  readonly known: Json | undefined;
}

/** Maximum numbers of records. Each counts once per started 1,024 characters. */
export interface EffectLimits {
  readonly maxCreated: number;
  readonly maxTokens: number;
  readonly onForget: (what: "created" | "tokens") => void;
}

/** A call by its token: a digest of its parameters, and the known values of its response. */
interface Repeatable {
  readonly parameters: string;
  readonly known: string | undefined;
}

/** Creates an empty record of effects. */
export function keepEffects({ maxCreated, maxTokens, onForget }: EffectLimits): Effects {
  const created = makeLog<EndpointCreation>(maxCreated, () => {
    onForget("created");
  });
  const tokens = makeMemory<Operation, Repeatable>(maxTokens, () => {
    onForget("tokens");
  });
  return {
    created: created.entries,
    recognize(operation, parameters) {
      const token = findToken(operation, parameters);
      const earlier = token === undefined ? undefined : tokens.get(operation, digestText(token));
      if (earlier === undefined) return { kind: "new" };
      if (earlier.parameters === digestText(writeParameters(parameters))) {
        const { known } = earlier;
        return { kind: "repeated", known: known === undefined ? undefined : unpackJson(known) };
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
        const packed = known === undefined ? undefined : packJson(known);
        const repeatable = { parameters: digestText(writeParameters(parameters)), known: packed };
        tokens.set(operation, digestText(token), repeatable, packed?.length ?? 0);
      }
      const entry = {
        action: operation.action,
        version: operation.version,
        ...(token === undefined ? {} : { idempotencyToken: token }),
        parameters: Object.fromEntries(parameters),
        answer,
      };
      created.add(entry, answer.length + countCharacters(parameters));
    },
    forgotten: () => ({ created: created.forgotten(), tokens: tokens.forgotten() }),
    clear() {
      created.clear();
      tokens.clear();
    },
  };
}

function findToken(operation: Operation, parameters: Parameters): string | undefined {
  const member = operation.request.find(({ idempotencyToken }) => idempotencyToken !== undefined);
  const token = member === undefined ? undefined : parameters.get(member.name);
  return token === "" ? undefined : token;
}

function writeParameters(parameters: Parameters): string {
  return JSON.stringify([...parameters].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Overhead of a parameter, in characters. */
const EACH = 32;

/** The size of parameters in characters, for a limit. */
export function countCharacters(parameters: Parameters): number {
  let count = 0;
  for (const [name, value] of parameters) count += name.length + value.length + EACH;
  return count;
}
