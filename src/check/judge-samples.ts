import type { OperationModel } from "../model/package-model.ts";
import { bodyOf, isAnswer } from "../samples/read-response.ts";
import { whyUnlike } from "../samples/why-unlike.ts";
import type { Sample } from "../spec/operation.ts";
import { compareTwins } from "./compare-twins.ts";
import { judgeRequest } from "./judge-request.ts";
import type { OpenedPackage } from "./open-package.ts";
import { lineOf, type SampleFault } from "./sample-fault.ts";

/** A sample and the result of its check. */
export interface JudgedSample {
  readonly operation: OperationModel;
  readonly sample: Sample;
  /** Contradictions found in the sample; `undefined` where it cannot be parsed. */
  readonly faults?: readonly SampleFault[];
  /** The value that the client decodes from a JSON sample. It must match the response type. */
  readonly value?: unknown;
}

/**
 * Checks each sample with the package: requests are serialized again, and responses are decoded by the
 * client.
 *
 * The nth readable XML response is compared with the nth readable JSON response of the operation.
 * Without one, it is checked against the tables.
 */
export async function judgeSamples(
  opened: OpenedPackage,
  operations: readonly OperationModel[],
): Promise<JudgedSample[]> {
  const judged: JudgedSample[] = [];
  for (const operation of operations) {
    const of = (kind: Sample["kind"]) => operation.samples.filter((sample) => sample.kind === kind);
    for (const sample of of("request")) {
      const faults = judgeRequest(opened, operation, sample);
      judged.push({ operation, sample, ...(faults === undefined ? {} : { faults }) });
    }
    const values: unknown[] = [];
    for (const sample of of("json")) {
      const value = await readAnswer(opened, operation, sample);
      if (value !== undefined) values.push(value);
      const read = value === undefined ? {} : { value, faults: unlike(value, operation, sample) };
      judged.push({ operation, sample, ...read });
    }
    for (const sample of of("xml")) {
      const value = await readAnswer(opened, operation, sample);
      const twin = value === undefined ? undefined : values.shift();
      const judge = () =>
        twin === undefined
          ? unlike(value, operation, sample)
          : differences({ json: twin, xml: value }, operation, sample);
      judged.push({ operation, sample, ...(value === undefined ? {} : { faults: judge() }) });
    }
  }
  return judged;
}

function unlike(value: unknown, { response }: OperationModel, sample: Sample): SampleFault[] {
  return whyUnlike(value, response).map(({ rule, path, name, reason }) => ({
    rule,
    path,
    line: lineOf(sample, name),
    reason,
  }));
}

/** Differences that are faults. Two samples may show two responses, so values of the same form may differ. */
function differences(
  twins: { readonly json: unknown; readonly xml: unknown },
  { response }: OperationModel,
  sample: Sample,
): SampleFault[] {
  return compareTwins(twins, response)
    .filter(({ kind }) => kind !== "content")
    .map(({ path, name, kind }) => ({
      rule: kind === "form" ? "other-than-twin" : "unknown-member",
      path,
      line: lineOf(sample, name),
      reason:
        kind === "form"
          ? `${path === "" ? "the answer" : path} is another thing than in the JSON sample`
          : `no row documents ${path}`,
    }));
}

/** The exported function of an operation. */
type Call = (client: unknown, request: object, options: object) => Promise<unknown>;

/**
 * Decodes a sample response with the package's client, as a caller receives it.
 *
 * Returns `undefined` where the sample is neither JSON nor XML, or shows the response of a failed call.
 */
async function readAnswer(
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
