import { environmentAdvice, readEnvironment } from "#platform";
import type { Credentials, CredentialsSource, ProvidedCredentials } from "./credentials.ts";
import { createRedactor } from "../errors/create-redactor.ts";
import { summarizeCause } from "../errors/summarize-cause.ts";
import { TransportError } from "../errors/transport-error.ts";

type Key = keyof ProvidedCredentials;

/** Reads credentials anew each time; readings that coincide share one answer of the source. */
export class CredentialsReader {
  readonly #source: Credentials | CredentialsSource | undefined;
  #pending: Promise<ProvidedCredentials> | undefined;

  /** @param source the environment, where there is none */
  constructor(source: Credentials | CredentialsSource | undefined) {
    this.#source = source;
  }

  /**
   * At once where nobody has to be asked.
   *
   * @throws TransportError of phase `"credentials"` if there is no usable key
   */
  read(attempt: number): Credentials | Promise<Credentials> {
    const source = this.#source;
    if (source === undefined) return this.#check(readEnvironment(), attempt);
    if (!("getCredential" in source || "getCredentials" in source)) {
      return this.#check(source, attempt);
    }
    this.#pending ??= Promise.resolve(source)
      .then(ask)
      .finally(() => {
        this.#pending = undefined;
      });
    return this.#pending.then(
      (provided) => this.#check(provided, attempt),
      (error: unknown) => {
        const cause = summarizeCause(error, createRedactor([]));
        throw failure(`The credentials could not be read: ${cause.message}`, attempt, cause);
      },
    );
  }

  #check(provided: ProvidedCredentials | undefined, attempt: number): Credentials {
    // A source need not hold its promise: not every one of them is written with types.
    const { accessKeyId, accessKeySecret, securityToken } = provided ?? {};
    const usable = (key: Key, value: string | null | undefined) => {
      // A line break left over from a file or variable would otherwise end as a wrong signature.
      const fault = value
        ? /[^\x21-\x7e]/.test(value) && "holds more than printable ASCII"
        : "is missing";
      if (!fault) return value ?? "";
      const message = `The ${key} ${fault}${this.#source ? "" : environmentAdvice}.`;
      throw failure(message, attempt);
    };
    return {
      accessKeyId: usable("accessKeyId", accessKeyId),
      accessKeySecret: usable("accessKeySecret", accessKeySecret),
      securityToken: securityToken ? usable("securityToken", securityToken) : undefined,
    };
  }
}

function ask(source: CredentialsSource): Promise<ProvidedCredentials> {
  return "getCredential" in source ? source.getCredential() : source.getCredentials();
}

function failure(message: string, attempts: number, cause?: Error): TransportError {
  return new TransportError(message, {
    phase: "credentials",
    reason: "credentials",
    attempts,
    cause,
  });
}
