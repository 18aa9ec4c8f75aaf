import { RequestError } from "./errors/request-error.ts";

/** Where a service is reached. */
export interface Endpoint {
  /** `https://host` or `http://host:8080`. */
  readonly origin: string;
  /** As the `host` header carries it: the port only where it is not the scheme's own. */
  readonly host: string;
  /** The host without the port, and an IPv6 address without its brackets. */
  readonly hostname: string;
  /** Empty for the scheme's own. */
  readonly port: string;
  /** Whether the scheme is `https`. */
  readonly secure: boolean;
}

/**
 * Reads a host, `host:port` or `http(s)://` URL; without a scheme it is `https`.
 *
 * @throws RequestError if there is none, or it is something else
 */
export function parseEndpoint(text: string | undefined): Endpoint {
  if (!text) {
    refuse("There is no endpoint: give the client one, such as a host name (endpoint).");
  }
  const url = tryParse(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  const understood =
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    `${url.username}${url.password}${url.search}${url.hash}` === "" &&
    url.pathname === "/";
  if (!understood) {
    refuse("The endpoint must be a host, host:port or an http(s) URL without path and query.");
  }
  const { origin, host, port, protocol } = url;
  const hostname = url.hostname.replace(/^\[|\]$/g, "");
  return { origin, host, hostname, port, secure: protocol === "https:" };
}

function tryParse(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function refuse(message: string): never {
  throw new RequestError([{ path: "", rule: "endpoint", message }]);
}
