import type { Credentials } from "../credentials/credentials.ts";
import type { Endpoint } from "../transports/parse-endpoint.ts";
import type { HttpRequest } from "../transports/transport.ts";

/** The parts of one attempt. */
export interface UnsignedRequest {
  /** The service, by its API version. */
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

/** A request ready to send. */
export interface SignedRequest extends Pick<HttpRequest, "method" | "headers" | "body"> {
  /** The path from the slash on, with the query. */
  readonly path: string;
  /** Redacted in errors. */
  readonly signature: string;
  /** Compared with the service's text after a signature mismatch. */
  readonly stringToSign: string;
}
