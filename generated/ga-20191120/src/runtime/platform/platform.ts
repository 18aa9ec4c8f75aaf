import type { ProvidedCredentials } from "../credentials/credentials.ts";
import type { OwnTransport } from "../transports/own-transport.ts";

/** Digests text (UTF-8): at once where the platform can, later where it cannot. */
export type Digest = (text: string) => string | Promise<string>;

/** Authenticates text with a key (both UTF-8). */
export type Authenticate = (key: string, text: string) => string | Promise<string>;

/** What a module behind `#platform` exports. */
export interface Platform {
  /** In lower-case hexadecimal. */
  readonly sha256: Digest;
  /** In lower-case hexadecimal. */
  readonly hmacSha256: Authenticate;
  /** In Base64. */
  readonly hmacSha1: Authenticate;
  readonly createNonce: () => string;
  /** The key in the environment variables, if there are any. */
  readonly readEnvironment: () => ProvidedCredentials;
  /** How to give a key, to go on behind what is missing. */
  readonly environmentAdvice: string;
  /**
   * @param agent of the caller's, to be used instead of agents of its own
   * @throws RequestError if the platform has no agents
   */
  readonly createTransport: (agent: object | undefined) => OwnTransport;
}
