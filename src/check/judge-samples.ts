import type { OperationModel } from "../model/package-model.ts";
import { bodyOf, isAnswer } from "../samples/read-response.ts";
import { whyUnlike } from "../samples/why-unlike.ts";
import type { Sample } from "../spec/operation.ts";
import { compareTwins } from "./compare-twins.ts";
import { judgeRequest } from "./judge-request.ts";
import type { OpenedPackage } from "./open-package.ts";
import { lineOf, type SampleFault } from "./sample-fault.ts";

/** A sample that has been tried. */
export interface JudgedSample {
  readonly operation: OperationModel;
  readonly sample: Sample;
  /** What is wrong with it; nothing where it cannot be read. */
  readonly faults?: readonly SampleFault[];
  /** What the client makes of a JSON sample: it is to be a response by its type. */
  readonly value?: unknown;
}

/**
 * Tries each sample with the package: a request is sent again, an answer is read by the client. An XML answer
 * is held against the JSON answer that stands in the same place among those of its kind, or where there is
 * none against the tables.
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

/** What two samples show of the same form may be two answers: only another form is a fault. */
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

/** An answer that a package's client can be asked for. */
type Call = (client: unknown, request: object, options: object) => Promise<unknown>;

/**
 * What a package's client makes of a sample answer that a service sends: as a caller would get it. Nothing
 * where the sample is neither JSON nor XML, or shows the answer of a failed call.
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
