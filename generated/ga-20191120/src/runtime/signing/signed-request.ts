import type { Credentials } from "../credentials.ts";
import type { Endpoint } from "../parse-endpoint.ts";
import type { Service } from "../operation.ts";
import type { HttpRequest } from "../transport.ts";

/** What one attempt is made of. */
export interface UnsignedRequest {
  readonly service: Service;
  readonly action: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly endpoint: Endpoint;
  readonly credentials: Credentials;
  /** `YYYY-MM-DDThh:mm:ssZ` */
  readonly timestamp: string;
  readonly nonce: string;
  readonly userAgent: string;
}

/** A request ready to be sent, and its signature, so that it can be kept out of errors. */
export interface SignedRequest extends Pick<HttpRequest, "method" | "url" | "headers" | "body"> {
  readonly signature: string;
}
