import type { Credentials, CredentialsSource, ProvidedCredentials } from "./credentials.ts";
import { createRedactor } from "./errors/create-redactor.ts";
import { summarizeCause } from "./errors/summarize-cause.ts";
import { TransportError } from "./errors/transport-error.ts";

type Key = keyof ProvidedCredentials;

/** Reads credentials anew each time; readings that coincide share one answer of the source. */
export class CredentialsReader {
  readonly #source: Credentials | CredentialsSource | undefined;
  #pending: Promise<ProvidedCredentials | undefined> | undefined;

  constructor(source: Credentials | CredentialsSource | undefined) {
    this.#source = source;
  }

  /** @throws TransportError of phase `"credentials"` if there is no usable key */
  async read(attempt: number): Promise<Credentials> {
    this.#pending ??= ask(this.#source).finally(() => {
      this.#pending = undefined;
    });
    let provided: ProvidedCredentials;
    try {
      provided = (await this.#pending) ?? {};
    } catch (error) {
      const cause = summarizeCause(error, createRedactor([]));
      throw failure(`The credentials could not be read: ${cause.message}`, attempt, cause);
    }
    const { accessKeyId, accessKeySecret, securityToken } = provided;
    return {
      accessKeyId: usable("accessKeyId", accessKeyId, attempt),
      accessKeySecret: usable("accessKeySecret", accessKeySecret, attempt),
      securityToken: securityToken ? usable("securityToken", securityToken, attempt) : undefined,
    };
  }
}

async function ask(
  source: Credentials | CredentialsSource | undefined,
): Promise<ProvidedCredentials | undefined> {
  if (source === undefined) return undefined;
  if ("getCredential" in source) return source.getCredential();
  if ("getCredentials" in source) return source.getCredentials();
  return source;
}

function usable(key: Key, value: string | null | undefined, attempt: number): string {
  if (!value) {
    throw failure(`The credentials have no ${key}. Nothing was sent.`, attempt);
  }
  // A line break left over from a file or variable would otherwise end as a wrong signature.
  if (!/^[\x21-\x7e]+$/.test(value)) {
    const found = "white space or characters outside ASCII";
    throw failure(`The ${key} holds ${found}; give it without them. Nothing was sent.`, attempt);
  }
  return value;
}

function failure(message: string, attempts: number, cause?: Error): TransportError {
  return new TransportError(message, {
    phase: "credentials",
    reason: "credentials",
    attempts,
    cause,
  });
}
