import { RequestError } from "../errors/request-error.ts";

/** The address of a service. */
export interface Endpoint {
  /** `https://host` or `http://host:8080`. */
  readonly origin: string;
  /** The `host` header: with the port only if it is not the scheme's default. */
  readonly host: string;
  /** The host without the port; an IPv6 address without brackets. */
  readonly hostname: string;
  /** Empty for the scheme's default. */
  readonly port: string;
  /** True for `https`. */
  readonly secure: boolean;
}

/** Loopback names, as `URL` normalizes them. Any other name may resolve to another machine. */
const loopback = /^(?:127(?:\.\d+){3}|\[::1\]|(?:.+\.)?localhost)$/;

/**
 * Parses a host, `host:port` or `http(s)://` URL; the default scheme is `https`.
 *
 * @param insecure allows `http` to other machines
 * @throws RequestError if the endpoint is missing, invalid or insecure
 */
export function parseEndpoint(text = "", insecure = false): Endpoint {
  const url = tryParse(text);
  const { origin = "", host = "", hostname = "", port = "", protocol } = url ?? {};
  const secure = protocol === "https:";
  let what = text ? "The endpoint cannot be read" : "There is no endpoint";
  // The URL must consist of scheme and host only.
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
