import { RequestError } from "../errors/request-error.ts";

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

/** Names of this machine itself, as `URL` writes them. Others may lead elsewhere, for all one can tell. */
const loopback = /^(?:127(?:\.\d+){3}|\[::1\]|(?:.+\.)?localhost)$/;

/**
 * Reads a host, `host:port` or `http(s)://` URL; without a scheme it is `https`.
 *
 * @param insecure whether `http` may also lead to other machines
 * @throws RequestError if there is none, it is something else, or it may not be `http`
 */
export function parseEndpoint(text = "", insecure = false): Endpoint {
  const url = tryParse(text);
  const { origin = "", host = "", hostname = "", port = "", protocol } = url ?? {};
  const secure = protocol === "https:";
  let what = text ? "The endpoint cannot be read" : "There is no endpoint";
  // Written out again, it must be no more than scheme and host.
  if (url?.href === `${origin}/` && (secure || protocol === "http:")) {
    if (secure || insecure || loopback.test(hostname)) {
      return { origin, host, hostname: hostname.replace(/^\[|\]$/g, ""), port, secure };
    }
    what = "The endpoint is plain http, which allowInsecureConnection would allow";
  }
  const message = `${what}: give the client a host, host:port or http(s) URL (endpoint).`;
  throw new RequestError([{ path: "", rule: "endpoint", message }]);
}

function tryParse(text: string): URL | undefined {
  try {
    return new URL(text.includes("://") ? text : `https://${text}`);
  } catch {
    return undefined;
  }
}
