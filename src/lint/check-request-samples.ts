import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SampleBlock } from "../page/page.ts";
import { actionParameter, commonParameters, regionParameter } from "../spec/protocol-names.ts";
import type { Source, Span } from "../text/source.ts";
import { contradiction, type LintedMember, type LintedPage } from "./linted-page.ts";
import { scalarOf, whyUnfit } from "./why-unfit.ts";

/**
 * Compares sample requests with the request's rows, and reports missing and unknown parameters and
 * disallowed values.
 */
export function checkRequestSamples(linted: LintedPage): Diagnostic[] {
  const { page, operation } = linted;
  return page.samples.flatMap((sample) => {
    if (sample.kind !== "request") return [];
    const call = readCall(page.source, sample);
    const action = call.find(({ name }) => name === actionParameter);
    if (action?.value !== operation.action) return [];
    return [...findMissing(linted, call, action), ...findUnfit(linted, call)];
  });
}

function findMissing(
  { page, request }: LintedPage,
  call: readonly CallParameter[],
  action: CallParameter,
): Diagnostic[] {
  const { source } = page;
  const sent = new Set(call.map(({ name }) => name.split(".")[0]?.toLowerCase()));
  return request
    .filter(
      ({ path, member, row }) =>
        member.required &&
        row !== undefined &&
        !/[.[{]/.test(path) &&
        member.name !== regionParameter,
    )
    .filter(({ member }) => !sent.has(member.name.toLowerCase()))
    .flatMap(({ path, row }) =>
      row === undefined
        ? []
        : contradiction("lint/request-lacks-required", { path }, { source, span: action.span }, [
            { source, span: (row.cells.get("required") ?? row.key).span, message: "required here" },
          ]),
    );
}

function findUnfit({ page, request }: LintedPage, call: readonly CallParameter[]): Diagnostic[] {
  const { source } = page;
  const members = new Map(request.map((one) => [one.path.toLowerCase(), one]));
  const tops = new Map(request.map(({ path }) => [topOf(path), true]));
  return call.flatMap(({ name, value, span }): Diagnostic[] => {
    if (commonParameters.has(name)) return [];
    const path = name.replaceAll(/\.\d+(?=\.|$)/g, "[]").replaceAll(/\.[nNmM](?=\.|$)/g, "[]");
    const found =
      members.get(path.toLowerCase()) ?? members.get(path.replace(/\[\]$/, "").toLowerCase());
    if (found === undefined) {
      return tops.has(topOf(path)) || request.length === 0
        ? []
        : contradiction("lint/request-unknown-parameter", { path: name }, { source, span }, []);
    }
    return unfit(found, { value, span }, page);
  });
}

function topOf(path: string): string {
  return (path.split(/[.[{]/)[0] ?? "").toLowerCase();
}

function unfit(
  { path, member, row }: LintedMember,
  { value, span }: Pick<CallParameter, "value" | "span">,
  { source }: LintedPage["page"],
): Diagnostic[] {
  const shape = scalarOf(member);
  const reason = shape === undefined ? undefined : whyUnfit(value, shape, member.description);
  if (reason === undefined || row === undefined) return [];
  const related = [{ source, span: row.key.span, message: "the row" }];
  return contradiction("lint/request-value", { path, value, reason }, { source, span }, related);
}

/** A parameter of a sample request. */
interface CallParameter {
  /** The wire name: `PortRanges.1.FromPort`. */
  readonly name: string;
  /** The decoded value. */
  readonly value: string;
  readonly span: Span;
}

/** Parses the parameters of a sample request; empty if it is not a query or is abbreviated. */
function readCall(source: Source, { body }: SampleBlock): CallParameter[] {
  const text = source.text.slice(body.span.start, body.span.end);
  if (/\.{3}|…|……/.test(text) || !/[?&]/.test(text)) return [];
  const found: CallParameter[] = [];
  for (const match of text.matchAll(/(?:[?&]|\n|^)[\t ]*([A-Za-z_][\w.-]*)=([^&\r\n]*)/g)) {
    const [whole, name = "", rest = ""] = match;
    const raw = rest.replace(/<[^]*$/, "").trimEnd();
    const start = body.span.start + match.index + whole.indexOf(name);
    found.push({
      name,
      value: decode(raw),
      span: { start, end: start + name.length + 1 + raw.length },
    });
  }
  return found;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
