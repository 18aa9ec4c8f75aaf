import type { Credentials } from "../credentials/credentials.ts";
import type { Endpoint } from "../transports/parse-endpoint.ts";
import type { HttpRequest } from "../transports/transport.ts";

/** What one attempt is made of. */
export interface UnsignedRequest {
  /** The service, by the version of its API. */
  readonly service: { readonly version: string };
  readonly action: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly endpoint: Endpoint;
  readonly credentials: Credentials;
  /** `YYYY-MM-DDThh:mm:ssZ` */
  readonly timestamp: string;
  readonly nonce: string;
  readonly userAgent: string;
}

/** A request ready to be sent. */
export interface SignedRequest extends Pick<HttpRequest, "method" | "headers" | "body"> {
  /** From the slash on, with the query. */
  readonly path: string;
  /** To be kept out of errors. */
  readonly signature: string;
  /** To be held against the service's where it finds the signature wrong. */
  readonly stringToSign: string;
}
