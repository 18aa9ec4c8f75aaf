import type { OperationModel } from "../model/package-model.ts";
import { readQuery, readRequest } from "../samples/read-request.ts";
import { commonParameters, regionParameter } from "../spec/protocol-names.ts";
import type { Sample } from "../spec/operation.ts";
import type { OpenedPackage } from "./open-package.ts";
import { lineOf, type SampleFault, type SampleRule } from "./sample-fault.ts";

/** The serializer of an operation, as a package exports it. */
type Serializer = (request: object, defaults: object) => Record<string, string>;

/**
 * Holds a sample request against what the package's serializer makes of the same values; nothing where
 * the sample cannot be read.
 */
export function judgeRequest(
  { exports }: OpenedPackage,
  { action, request, serializer }: OperationModel,
  sample: Sample,
): readonly SampleFault[] | undefined {
  const query = readQuery(sample.text, action);
  const serialize = exports[serializer];
  if (query === undefined || typeof serialize !== "function") return undefined;
  const sent = new Map([...query].filter(([name]) => !commonParameters.has(name)));
  const { request: values, left } = readRequest(sent, request);
  const fault = (rule: SampleRule, path: string, reason: string): SampleFault => ({
    rule,
    path,
    line: lineOf(sample, path),
    reason,
  });
  // A region belongs to the protocol as much as to an operation.
  const unknown = left
    .filter((name) => name !== regionParameter)
    .map((name) => fault("unknown-parameter", name, `the request sends ${name}, which no row has`));
  if (unknown.length > 0) return unknown;
  // Whether it would be refused is for `docwright lint` to say, with the rows that refuse it.
  const written = run(serialize as Serializer, values);
  const unread = new Set(left);
  return [...flatten(sent, written)]
    .filter(([name, value]) => !unread.has(name) && !isSame(value, written[name]))
    .map(([name]) => fault("own", name, `the package sends ${name} in another form`));
}

function run(serialize: Serializer, request: object): Readonly<Record<string, string>> {
  try {
    return serialize(request, { validate: "off" });
  } catch {
    return {};
  }
}

/** What is shown as JSON and sent in parts, in its parts. */
function flatten(
  sent: ReadonlyMap<string, string>,
  written: Readonly<Record<string, string>>,
): Map<string, string> {
  const parts = new Map<string, string>();
  const add = (value: unknown, key: string): void => {
    if (Array.isArray(value)) {
      value.forEach((item, index) => {
        add(item, `${key}.${String(index + 1)}`);
      });
    } else if (typeof value === "object" && value !== null) {
      for (const [name, inner] of Object.entries(value)) add(inner, `${key}.${name}`);
    } else if (value !== null) {
      parts.set(key, typeof value === "string" ? value : JSON.stringify(value));
    }
  };
  for (const [name, text] of sent) {
    const isShownWhole = /^\s*[[{]/.test(text) && !Object.hasOwn(written, name);
    const value = isShownWhole ? readJson(text) : undefined;
    if (value === undefined) parts.set(name, text);
    else add(value, name);
  }
  return parts;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether two texts say the same: `true` and `True`, `1` and `1.0`, JSON whatever its spaces. */
function isSame(sent: string, written: string | undefined): boolean {
  if (written === undefined) return false;
  if (sent === written || sent.toLowerCase() === written.toLowerCase()) return true;
  if (sent.trim() !== "" && Number(sent) === Number(written)) return true;
  try {
    return JSON.stringify(JSON.parse(sent)) === JSON.stringify(JSON.parse(written));
  } catch {
    return false;
  }
}
