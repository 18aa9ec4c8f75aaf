import type { OperationModel } from "../model/package-model.ts";
import { readQuery, readRequest } from "../samples/read-request.ts";
import { commonParameters, regionParameter } from "../spec/protocol-names.ts";
import type { Sample } from "../spec/operation.ts";
import type { OpenedPackage } from "./open-package.ts";
import { lineOf, type SampleFault, type SampleRule } from "./sample-fault.ts";

/** The serializer of an operation, as the package exports it. */
type Serializer = (request: object, defaults: object) => Record<string, string>;

/**
 * Compares a sample request with the parameters that the package's serializer writes for the same values.
 *
 * Returns `undefined` where the sample cannot be parsed or the package has no serializer.
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
  // The region is a parameter of the protocol, so no row has to document it.
  const unknown = left
    .filter((name) => name !== regionParameter)
    .map((name) => fault("unknown-parameter", name, `the request sends ${name}, which no row has`));
  if (unknown.length > 0) return unknown;
  // Validation is off: `docwright lint` reports refused values, with the rows that refuse them.
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

/** Splits values that the sample shows as JSON into the parts that the package sends. */
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

/** Compares two parameter values: ignores case (`true`, `True`), number format (`1`, `1.0`) and JSON spaces. */
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
