import type { OperationModel } from "../model/package-model.ts";
import { readQuery, readRequest } from "../samples/read-request.ts";
import { bodyOf, readResponse } from "../samples/read-response.ts";
import { whyUnlike, type Unlikeness } from "../samples/why-unlike.ts";
import { writeParameters } from "../samples/write-parameters.ts";
import type { Sample } from "../spec/operation.ts";
import { commonParameters, regionParameter } from "../spec/protocol-names.ts";
import { code, join, type Code } from "./emitters/code.ts";
import { identifier } from "./emitters/identifier.ts";
import { lineComment } from "./emitters/line-comment.ts";
import { literal } from "./emitters/literal.ts";
import { propertyKey } from "./emitters/property-key.ts";
import { stringLiteral } from "./emitters/string-literal.ts";

/** The view of the template for an operation's tests: its readable samples. */
export interface SamplesView {
  readonly source: Code;
  /** Names to import from the package, with `type` before types. */
  readonly imports: readonly Code[];
  readonly requests: readonly RequestSampleView[];
  readonly answers: readonly AnswerSampleView[];
  readonly contradictions: readonly { readonly title: Code; readonly reason: Code }[];
  /** At most one item, where response samples need a client. */
  readonly client: readonly Code[];
}

interface RequestSampleView {
  readonly title: Code;
  readonly value: Code;
  readonly type: Code;
  readonly serializer: Code;
  readonly parameters: Code;
}

interface AnswerSampleView {
  readonly title: Code;
  readonly body: Code;
  readonly value: Code;
  readonly type: Code;
  readonly request: Code;
  readonly functionName: Code;
}

/** A sample to test, or the reason why it cannot pass. */
type Tried =
  | { readonly kind: "request"; readonly view: RequestSampleView }
  | { readonly kind: "answer"; readonly view: AnswerSampleView }
  | { readonly kind: "contradiction"; readonly view: SamplesView["contradictions"][number] };

/** Builds the view of an operation's samples; returns `undefined` where none is readable. */
export function samplesView(operation: OperationModel): SamplesView | undefined {
  const counts = new Map<Sample["kind"], number>();
  const tried = operation.samples.flatMap((sample) => {
    const { kind } = sample;
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    const attempt = kind === "request" ? tryRequest : tryAnswer;
    return attempt(operation, sample, number) ?? [];
  });
  if (tried.length === 0) return undefined;
  const requests = tried.flatMap((one) => (one.kind === "request" ? [one.view] : []));
  const answers = tried.flatMap((one) => (one.kind === "answer" ? [one.view] : []));
  return {
    source: lineComment(operation.page),
    imports: [
      ...(answers.length === 0
        ? []
        : [code`Client`, ...answers.slice(0, 1).map((one) => one.functionName)]),
      ...requests.slice(0, 1).map(({ serializer }) => serializer),
      ...(requests.length + answers.length === 0
        ? []
        : [code`type ${identifier(operation.request.name)}`]),
      ...answers.slice(0, 1).map(({ type }) => code`type ${type}`),
    ],
    requests,
    answers,
    contradictions: tried.flatMap((one) => (one.kind === "contradiction" ? [one.view] : [])),
    client: answers.length === 0 ? [] : [code`client`],
  };
}

/** Checks a sample. `number` counts samples of its kind; a line number would change with every row. */
function tryRequest(operation: OperationModel, sample: Sample, number: number): Tried | undefined {
  const query = readQuery(sample.text, operation.action);
  if (query === undefined) return undefined;
  const sent = new Map([...query].filter(([name]) => !commonParameters.has(name)));
  const { request, left } = readRequest(sent, operation.request);
  const title = stringLiteral(`sends request sample ${String(number)}`);
  const unknown = left.find((name) => name !== regionParameter);
  if (unknown !== undefined) {
    return contradiction(title, `the request sends ${unknown}, which no row has`);
  }
  // Missing parameters are reported by `docwright lint`.
  const isLeftOut = ({ rule, path }: Unlikeness) => rule === "lacks-member" && !path.includes(".");
  const other = whyUnlike(request, operation.request).find((one) => !isLeftOut(one));
  if (other !== undefined) return contradiction(title, other.reason);
  return {
    kind: "request",
    view: {
      title,
      value: printValue(request),
      type: identifier(operation.request.name),
      serializer: identifier(operation.serializer),
      parameters: printValue(writeParameters(request, operation.request)),
    },
  };
}

function tryAnswer(operation: OperationModel, sample: Sample, number: number): Tried | undefined {
  const body = bodyOf(sample);
  const value = body === undefined ? undefined : readResponse(body, operation.response);
  if (body === undefined || value === undefined) return undefined;
  const form = sample.kind === "json" ? "JSON" : "XML";
  const title = stringLiteral(`reads ${form} answer sample ${String(number)}`);
  const [unlike] = whyUnlike(value, operation.response);
  if (unlike !== undefined) return contradiction(title, unlike.reason);
  return {
    kind: "answer",
    view: {
      title,
      body: stringLiteral(body),
      value: printValue(value),
      type: identifier(operation.response.name),
      request: identifier(operation.request.name),
      functionName: identifier(operation.functionName),
    },
  };
}

function contradiction(title: Code, reason: string): Tried {
  const view = { title, reason: stringLiteral(`the sample contradicts its page: ${reason}`) };
  return { kind: "contradiction", view };
}

/** Prints a JSON value in TypeScript. Other values are a bug and throw. */
function printValue(value: unknown): Code {
  if (value === null) return code`null`;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return literal(value);
  }
  if (Array.isArray(value)) return code`[${join(value.map(printValue), ", ")}]`;
  if (typeof value !== "object") throw new Error(`not a value of JSON: ${typeof value}`);
  const entries = Object.entries(value).map(
    ([name, inner]) => code`${propertyKey(name)}: ${printValue(inner)}`,
  );
  return code`{ ${join(entries, ", ")} }`;
}
