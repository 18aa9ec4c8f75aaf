import type { ProvidedCredentials } from "../credentials/credentials.ts";
import type { OwnTransport } from "../transports/own-transport.ts";

/** Hashes UTF-8 text; synchronously where the platform can. */
export type Digest = (text: string) => string | Promise<string>;

/** Computes an HMAC with a key; both are UTF-8. */
export type Authenticate = (key: string, text: string) => string | Promise<string>;

/** The exports of a module behind `#platform`. */
export interface Platform {
  /** Returns lower-case hexadecimal. */
  readonly sha256: Digest;
  /** Returns lower-case hexadecimal. */
  readonly hmacSha256: Authenticate;
  /** Returns Base64. */
  readonly hmacSha1: Authenticate;
  readonly createNonce: () => string;
  /** Reads the key from the environment variables, if set. */
  readonly readEnvironment: () => ProvidedCredentials;
  /** Advice to append to the message of a missing key. */
  readonly environmentAdvice: string;
  /**
   * @param agent the caller's agent, used instead of own agents
   * @throws RequestError if the platform has no agents
   */
  readonly createTransport: (agent: object | undefined) => OwnTransport;
}
