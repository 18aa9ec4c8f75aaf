import { RequestError, type RequestIssue } from "../errors/request-error.ts";
import { formatTimestamp } from "../time/dates.ts";
import type { ClientDefaults } from "./client-defaults.ts";
import { appendProperty, pathOf, type Place } from "./path-of.ts";
import {
  emptyItem,
  type Fault,
  findDateFault,
  findNumberFault,
  findTextFault,
  type NumberKind,
  wrongType,
} from "./faults.ts";
import { findBoundsFault, findLimitFault, type Limits } from "./limits.ts";
import { isPlainObject, isTextMap } from "./value-kinds.ts";
import { nearestName } from "./nearest-name.ts";

/** The presence of a member. `undefined` and `null` count as absent. */
export type Presence = "required" | "optional";

/** Writes a list item or a map value under the given key. */
export type WriteValue<Value> = (to: ParameterWriter, key: string, value: Value) => void;

/** Values by name. */
export type Named<Value> = Readonly<Record<string, Value>> | ReadonlyMap<string, Value>;

/**
 * Converts request members to wire parameters, and collects all errors. Keys are wire names:
 * `Items.1.Name` is the member `Items[0].Name`.
 *
 * Values are checked at run time, because not every caller uses TypeScript. The client sets the
 * extent of validation. Only `finish` throws.
 */
export class ParameterWriter {
  readonly #defaults: ClientDefaults | undefined;
  readonly #full: boolean;
  readonly #off: boolean;
  readonly #issues: RequestIssue[] = [];
  readonly #around: unknown[] = [];
  #parameters: Record<string, string> = {};
  #written = 0;
  #place: Place | undefined;
  /** True while members are only checked, because they are sent within a JSON text. */
  #inJson = false;

  /** @param defaults the client's; without them everything is checked and nothing is filled in */
  constructor(defaults?: ClientDefaults) {
    this.#defaults = defaults;
    this.#off = defaults?.validate === "off";
    this.#full = !this.#off && defaults?.validate !== "required";
  }

  /**
   * Begins an object, and reports unknown members. Returns true if the value is an object.
   *
   * @param key empty for the request itself
   * @param members the names of all members
   */
  object<Value>(
    key: string,
    value: Value,
    members: readonly string[],
    presence: Presence,
  ): value is NonNullable<Value> {
    if (!isPlainObject(value)) {
      this.refuse(key, value, presence, "a plain object");
      return false;
    }
    for (const name of Object.keys(value)) {
      if (members.includes(name)) continue;
      const member = value[name];
      if (member === undefined || member === null) continue;
      if (this.#full) this.#unknown(key, name, members);
      else this.#member(key, name, member, writeAny);
    }
    return true;
  }

  /** Writes text unchanged, also empty text. */
  string(key: string, value: unknown, presence: Presence, limits?: Limits): void {
    if (typeof value === "string") this.write(key, value, findTextFault(value), limits);
    else this.refuse(key, value, presence, "text");
  }

  /** Writes a Date as `YYYY-MM-DDThh:mm:ssZ` in UTC, and text unchanged. */
  dateTime(key: string, value: unknown, presence: Presence, limits?: Limits): void {
    if (value instanceof Date) {
      const fault = findDateFault(value);
      this.write(key, fault === undefined ? formatTimestamp(value) : "", fault, limits);
    } else if (typeof value === "string") this.string(key, value, presence, limits);
    else this.refuse(key, value, presence, "a Date or text");
  }

  /** Writes an integer: a number or a bigint. */
  integer(key: string, value: unknown, presence: Presence, limits?: Limits): void {
    this.#number(key, value, presence, limits, "integer");
  }

  /** Writes a 64-bit integer: a number, a bigint or a text of digits. */
  long(key: string, value: unknown, presence: Presence, limits?: Limits): void {
    if (typeof value !== "string") this.integer(key, value, presence, limits);
    else if (/^-?\d+$/.test(value)) this.write(key, value, undefined, limits);
    else this.#mistake(key, value, digits);
  }

  /** Writes a number, with or without a fraction. */
  number(key: string, value: unknown, presence: Presence, limits?: Limits): void {
    this.#number(key, value, presence, limits, "number");
  }

  /** Writes `true` or `false`. */
  boolean(key: string, value: unknown, presence: Presence, limits?: Limits): void {
    if (typeof value === "boolean") this.write(key, String(value), undefined, limits);
    else this.refuse(key, value, presence, "true or false");
  }

  /** Writes a value of unknown type by its JavaScript type, nested lists and objects included. */
  any(key: string, value: unknown, presence: Presence, limits?: Limits): void {
    if (typeof value === "string") this.string(key, value, presence, limits);
    else if (typeof value === "boolean") this.boolean(key, value, presence, limits);
    else if (typeof value === "number" || typeof value === "bigint") {
      this.#number(key, value, presence, limits, "unknown");
    } else if (value instanceof Date) this.dateTime(key, value, presence, limits);
    // In JSON, `writeJson` checks all other values.
    else if (!this.isAbsent(key, value, presence) && !this.#inJson) this.#nested(key, value);
  }

  /** Writes items under `key.1`, `key.2` … A required list needs at least one item. */
  list<Item>(
    key: string,
    value: readonly Item[] | null | undefined,
    presence: Presence,
    writeItem: WriteValue<NonNullable<Item>>,
    limits?: Limits,
  ): void {
    if (!isList(value)) {
      this.refuse(key, value, presence, "a list");
      return;
    }
    if (value.length === 0 && !this.#inJson) this.#empty(key, "item", presence);
    else if (this.#full && limits?.count !== undefined) {
      const fault = findBoundsFault(value.length, limits.count, "count");
      if (fault !== undefined) this.fault(key, fault);
    }
    const place: Place = { around: this.#place, whole: key, key, name: 0 };
    this.#place = place;
    for (let index = 0; index < value.length; index += 1) {
      const item = value[index];
      const at = `${key}.${index + 1}`;
      place.key = at;
      place.name = index;
      if (item === undefined || item === null) {
        // JSON can express `null`, so only the page forbids it.
        if (this.#full || !this.#inJson) this.fault(at, missingItem);
        continue;
      }
      const before = this.#written + this.#issues.length;
      writeItem(this, at, item);
      if (this.#written + this.#issues.length === before && !this.#inJson) {
        this.fault(at, emptyItem);
      }
    }
    this.#place = place.around;
  }

  /** Writes the values of an object or a Map under `key.name`, with names unchanged. */
  map<Value>(
    key: string,
    value: Named<Value> | null | undefined,
    presence: Presence,
    writeValue: WriteValue<NonNullable<Value>>,
  ): void {
    if (!isTextMap(value) && !isPlainObject(value)) {
      this.refuse(key, value, presence, "an object or a Map of text keys");
      return;
    }
    let empty = !this.#inJson;
    for (const [name, member] of isTextMap(value) ? value : Object.entries(value)) {
      if (member === undefined || member === null) continue;
      empty = false;
      this.#member(key, name, member, writeValue);
    }
    if (empty) this.#empty(key, "member", presence);
  }

  /**
   * Writes text, or the client's default if it is absent. Without a client, a missing value is no
   * error.
   *
   * @param option the client option that is the default
   */
  filled(
    key: string,
    value: unknown,
    option: "regionId",
    presence: Presence,
    limits?: Limits,
  ): void {
    const defaults = this.#defaults;
    const given = value ?? defaults?.[option];
    if (given === undefined && presence === "required" && defaults !== undefined && !this.#off) {
      const text = `is required: give it here, or to the client (${option})`;
      this.fault(key, { rule: "required", text });
    } else this.string(key, given, "optional", limits);
  }

  /** True if all documented constraints are checked. */
  get isFull(): boolean {
    return this.#full;
  }

  /** The number of errors so far. */
  get faults(): number {
    return this.#issues.length;
  }

  /** True if a value is absent. Reports a required one. */
  isAbsent(key: string, value: unknown, presence: Presence): value is null | undefined {
    if (value !== undefined && value !== null) return false;
    if (presence === "required" && !this.#off) {
      this.fault(key, { rule: "required", text: "is required" });
    }
    return true;
  }

  /** Reports an absent value if it is required, and any other as a type error. */
  refuse(key: string, value: unknown, presence: Presence, expected: string): void {
    if (!this.isAbsent(key, value, presence)) {
      this.#mistake(key, value, wrongType(value, expected));
    }
  }

  /** Writes a text unchanged if it has no error and satisfies the limits. */
  write(key: string, text: string, fault?: Fault, limits?: Limits): void {
    const found = fault ?? (limits && this.#full ? findLimitFault(text, limits) : undefined);
    if (found !== undefined) this.fault(key, found);
    else if (this.#inJson) return;
    else if (Object.hasOwn(this.#parameters, key)) {
      const advice = `would be sent as ${key}, and so would another member: rename one of them`;
      this.fault(key, { rule: "ambiguous-key", text: advice });
    } else {
      this.#written += 1;
      if (key !== "__proto__") this.#parameters[key] = text;
      // An assignment would set the prototype.
      else this.#parameters = { ...this.#parameters, [key]: text };
    }
  }

  /**
   * Reports an error of a key's value.
   *
   * @param names the path inside the value; a path that already has an error is not reported twice
   */
  fault(key: string, fault: Fault, names?: readonly (string | number)[]): void {
    const path = (names ?? []).reduce<string>(appendProperty, pathOf(key, this.#place));
    if (names !== undefined && this.#issues.some((issue) => issue.path === path)) return;
    this.#report(path, fault);
  }

  /** Runs `work` with members only checked, because they are sent in another form. */
  checkOnly(work: () => void): void {
    if (this.#off) return;
    this.#inJson = true;
    work();
    this.#inJson = false;
  }

  /**
   * Runs `work` and returns the parameters it writes instead of sending them. `work` sees them as
   * they are written.
   */
  collect(work: (written: Readonly<Record<string, string>>) => void): string[] {
    const outer = this.#parameters;
    const written = {};
    this.#parameters = written;
    work(written);
    this.#parameters = outer;
    return Object.values(written);
  }

  /**
   * Returns all parameters.
   *
   * @throws RequestError with all errors
   */
  finish(): Record<string, string> {
    if (this.#issues.length > 0) throw new RequestError(this.#issues);
    return this.#parameters;
  }

  #number(
    key: string,
    value: unknown,
    presence: Presence,
    limits: Limits | undefined,
    kind: NumberKind,
  ): void {
    if (typeof value === "number") {
      const known = this.#full || kind === "number" ? kind : "unknown";
      this.write(key, String(value), findNumberFault(value, known), limits);
    } else if (typeof value === "bigint") this.write(key, String(value), undefined, limits);
    else this.refuse(key, value, presence, kind === "integer" ? "a whole number" : "a number");
  }

  #nested(key: string, value: unknown): void {
    const around = this.#around;
    if (around.includes(value)) {
      this.fault(key, { rule: "cycle", text: "contains itself: take it out" });
      return;
    }
    around.push(value);
    if (isList(value)) this.list(key, value, "optional", writeAny);
    else if (isTextMap(value) || isPlainObject(value)) this.map(key, value, "optional", writeAny);
    else this.fault(key, wrongType(value, anything));
    around.pop();
  }

  #member<Value>(key: string, name: string, value: Value, writeValue: WriteValue<Value>): void {
    const at = key === "" ? name : `${key}.${name}`;
    const around = this.#place;
    this.#place = { around, whole: key, key: at, name };
    const fault = findTextFault(name);
    if (fault === undefined) writeValue(this, at, value);
    else this.fault(at, fault);
    this.#place = around;
  }

  #unknown(key: string, name: string, members: readonly string[]): void {
    const near = nearestName(name, members);
    const advice = near === undefined ? "correct it, or take it out" : `did you mean ${near}?`;
    const path = appendProperty(pathOf(key, this.#place), name);
    this.#report(path, { rule: "unknown-member", text: `is not a known member: ${advice}` });
  }

  #empty(key: string, content: string, presence: Presence): void {
    if (presence === "optional" || this.#off) return;
    this.fault(key, { rule: "required", text: `must have at least one ${content}` });
  }

  /** Reports a value of the wrong type; without full validation, writes it by its JavaScript type. */
  #mistake(key: string, value: unknown, fault: Fault): void {
    if (this.#full || key === "") this.fault(key, fault);
    else this.any(key, value, "optional");
  }

  #report(path: string, { rule, text }: Fault): void {
    const end = text.endsWith("?") ? "" : ".";
    this.#issues.push({ path, rule, message: `${path || "The request"} ${text}${end}` });
  }
}

const missingItem: Fault = {
  rule: "missing-item",
  text: "is missing: leave no gaps",
};

const digits: Fault = {
  rule: "type",
  text: "must be a whole number or its digits",
};

const writeAny: WriteValue<unknown> = (to, key, value) => {
  to.any(key, value, "optional");
};

const anything = "text, a number, true, false, a Date, a list or an object";

function isList<Value>(value: Value): value is Value & readonly unknown[] {
  return Array.isArray(value);
}
