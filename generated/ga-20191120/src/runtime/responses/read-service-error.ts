import { cleanText } from "../errors/clean-text.ts";
import type { Redact } from "../errors/create-redactor.ts";
import { isThrottling, keepRawCode, ServiceError } from "../errors/service-error.ts";
import { header, type HttpResponse } from "../transports/transport.ts";
import { parseJson } from "./parse-json.ts";
import { readXml } from "./read-xml.ts";
import { parseHttpDate } from "../time/dates.ts";

type Members = ReadonlyMap<string, unknown>;

// Code and message come first. A message cut here exceeds the redactor's limit, so no part of a
// secret is shown.
const longestXml = 131_072;
// Real details have about ten values; a hostile one may have millions, at any depth.
const mostValues = 1000;
const mostCharacters = 65_536;
// Documented codes are words; keys contain digits.
const words = /^[A-Z][A-Za-z]*(?:\.[A-Z][A-Za-z]*)*$/;
const wanted = /^(?:code|message|requestid|hostid|recommend|accessdenieddetail)$/i;
const passing = /^(?:ServiceUnavailable|InternalError)(?:\.|$)/;

/** The attempt that received the response. */
export interface AnsweredAttempt {
  readonly attempts: number;
  readonly stringToSign: string;
  readonly redact: Redact;
  /** The current time, corrected by the service's. */
  readonly now: number;
}

/**
 * Reads an error response. The format is detected from the body, JSON or XML, because content types
 * are often wrong. Only the status of other bodies is used.
 */
export function readServiceError(
  response: HttpResponse,
  { attempts, stringToSign, redact, now }: AnsweredAttempt,
): ServiceError {
  const members = readMembers(response.body);
  const raw = (name: string) => {
    const value = members.get(name);
    const known = typeof value === "string" || typeof value === "number";
    return known && value !== "" ? String(value) : undefined;
  };
  const text = (name: string) => {
    const value = raw(name);
    return value === undefined ? undefined : redact(value);
  };
  const { status } = response;
  const told = raw("code") ?? `HTTP${status}`;
  const code = words.test(told) ? cleanText(told) : redact(told);
  const requestId =
    text("requestid") ?? (redact(header(response, "x-acs-request-id") ?? "") || undefined);
  const message = text("message") ?? `${guessReason(status)} (${response.body.length} characters)`;
  const request = requestId === undefined ? "" : `, request ${requestId}`;
  const diagnosis =
    told === "SignatureDoesNotMatch"
      ? diagnoseSignature(String(members.get("message")), stringToSign)
      : undefined;
  const shown = `${code}: ${message} (HTTP ${status}${request})`;
  const error = new ServiceError(diagnosis === undefined ? shown : `${shown}. ${diagnosis}`, {
    code,
    status,
    requestId,
    hostId: text("hostid"),
    recommend: text("recommend"),
    accessDeniedDetail: redactDetail(members.get("accessdenieddetail"), redact),
    retryAfter: readRetryAfter(response, now),
    retryable: isThrottling(told) || passing.test(told) || status === 429 || status >= 500,
    attempts,
  });
  if (told !== code) keepRawCode(error, told);
  return error;
}

/** Returns a message for a response without one. */
function guessReason(status: number): string {
  if (status < 400) return "redirects are not followed";
  return status === 407 ? "a proxy asks for credentials" : "no reason told";
}

/** Returns members by lower-case name, because products differ in case. */
function readMembers(body: string): Members {
  const members = new Map<string, unknown>();
  // A response may have a million other members.
  const add = (name: string, value: unknown) => {
    if (wanted.test(name)) members.set(name.toLowerCase(), value);
  };
  try {
    const value = parseJson(body);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      for (const name in value) add(name, Reflect.get(value, name));
    }
  } catch {
    for (const [name, value] of readXml(body.slice(0, longestXml)).leaves) add(name, value);
  }
  return members;
}

/** Redacts the detail of a denial, and truncates it at a limit of values and characters. */
function redactDetail(detail: unknown, redact: Redact): unknown {
  let left = mostValues;
  let characters = mostCharacters;
  const show = (text: string) => {
    const shown = characters > 0 ? redact(text) : "";
    characters -= shown.length;
    return shown;
  };
  const visit = (value: unknown): unknown => {
    left -= 1;
    if (left < 0) return undefined;
    if (typeof value === "string") return show(value);
    if (Array.isArray(value)) return value.slice(0, left).map(visit);
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).slice(0, left);
    return Object.fromEntries(entries.map(([name, member]) => [show(name), visit(member)]));
  };
  return visit(detail);
}

const longestWait = 2 ** 31 - 1;

/**
 * Returns the requested delay in milliseconds: `x-acs-retry-after` in milliseconds, else
 * `retry-after` in seconds or as a date. A date is relative to the response's `date`.
 *
 * @param now the time for a response without a date
 */
function readRetryAfter(response: HttpResponse, now: number): number | undefined {
  const read = (name: string, unit: number) => {
    const text = header(response, name)?.trim() ?? "";
    // A repeated header may arrive joined by commas.
    const [, number] = /^(\d+(?:\.\d*)?|\.\d+)(?:\s*,|$)/.exec(text) ?? [];
    const date = parseHttpDate(text);
    const wait =
      number === undefined
        ? date - (parseHttpDate(header(response, "date")) || now)
        : Math.ceil(Number(number) * unit);
    return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), longestWait);
  };
  return read("x-acs-retry-after", 1) ?? read("retry-after", 1000);
}

/**
 * Identifies the side that caused a signature mismatch, from the signed text that the service
 * echoes. `undefined` if it echoes none.
 *
 * @param told the service's message
 * @param stringToSign the text that this client signed
 */
function diagnoseSignature(told: string, stringToSign: string): string | undefined {
  const bare = (text: string) => text.replace(/\s+/g, "");
  if (bare(told).includes(bare(stringToSign))) {
    return "The service signed the same text, so the secret is wrong.";
  }
  return /ACS3-HMAC-SHA256\s+[\da-f]{64}|(?:GET|POST)&%2F&/.test(told)
    ? "The service signed another text, so the request was changed on its way."
    : undefined;
}
