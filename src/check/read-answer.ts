import type { OperationModel } from "../model/package-model.ts";
import type { Sample } from "../spec/operation.ts";
import type { OpenedPackage } from "./open-package.ts";

/** An answer that a package's client can be asked for. */
type Call = (client: unknown, request: object, options: object) => Promise<unknown>;

/**
 * What a package's client makes of a sample answer that a service sends: as a caller would get it. Nothing
 * where the sample is neither JSON nor XML, or shows the answer of a failed call.
 */
export async function readAnswer(
  { exports }: OpenedPackage,
  { functionName, response }: OperationModel,
  sample: Sample,
): Promise<unknown> {
  const body = bodyOf(sample);
  const { [functionName]: call, Client } = exports;
  if (body === undefined || typeof call !== "function" || typeof Client !== "function") {
    return undefined;
  }
  const client: unknown = Reflect.construct(Client, [
    {
      endpoint: "127.0.0.1",
      credentials: { accessKeyId: "id", accessKeySecret: "secret" },
      transport: { send: () => Promise.resolve({ status: 200, headers: {}, body }) },
      retry: false,
    },
  ]);
  try {
    const value = await (call as Call)(client, {}, { validate: "off" });
    const names = new Set(response.properties.map(({ name }) => name));
    return isAnswer(value, names) ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The text that would be sent: without the head of the HTTP message that some pages show, and without the
 * element that only XML has.
 */
function bodyOf({ kind, text }: Sample): string | undefined {
  const start = text.search(kind === "json" ? /[{[]/ : /</);
  if (start === -1) return undefined;
  // Some pages have spaces that do not break, which JSON does not know.
  const body = text.slice(start).replaceAll("\u00A0", " ").trim();
  if (kind === "xml") return body;
  try {
    const value: unknown = JSON.parse(body);
    const inner = unwrap(value);
    return inner === value ? body : JSON.stringify(inner);
  } catch {
    return undefined;
  }
}

/** Some pages make their JSON of the XML, with the name of its outermost element. */
function unwrap(value: unknown): unknown {
  if (!isObject(value)) return value;
  const [[name, inner] = ["", undefined], ...others] = Object.entries(value);
  return others.length === 0 && /Respon(?:se|d|s)?$/i.test(name) && isObject(inner) ? inner : value;
}

/** Whether a text is an answer as the page documents it: not of an error, and not of something else. */
function isAnswer(value: unknown, documented: ReadonlySet<string>): boolean {
  if (!isObject(value)) return false;
  const has = (name: string) => Object.hasOwn(value, name) && !documented.has(name);
  if ((has("Code") || has("Error")) && (has("Message") || has("HostId") || has("Error"))) {
    return false;
  }
  const names = [...documented].map((name) => name.toLowerCase());
  return Object.keys(value).some((name) => names.includes(name.trim().toLowerCase()));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
