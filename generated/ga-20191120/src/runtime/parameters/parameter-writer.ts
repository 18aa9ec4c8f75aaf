import { RequestError } from "../errors/request-error.ts";
import { formatTimestamp } from "../format-timestamp.ts";
import type { ClientDefaults } from "../operation.ts";
import { appendProperty } from "./append-property.ts";
import { describeType } from "./describe-type.ts";
import type { Fault } from "./fault.ts";
import { findDateFault } from "./find-date-fault.ts";
import { findNumberFault } from "./find-number-fault.ts";
import { findTextFault } from "./find-text-fault.ts";
import { isJson } from "./is-json.ts";
import { isPlainObject } from "./is-plain-object.ts";
import { isTextMap } from "./is-text-map.ts";
import { IssueCollector } from "./issue-collector.ts";
import { nearestName } from "./nearest-name.ts";
import { toJsonText } from "./to-json-text.ts";

/** Whether a member must be given. `undefined` and `null` are not given. */
export type Presence = "required" | "optional";

/** Writes an item of a list or a value of a map under the key it is handed. */
export type WriteValue<Value> = (to: ParameterWriter, key: string, value: Value) => void;

/** Values by name. */
export type Named<Value> = Readonly<Record<string, Value>> | ReadonlyMap<string, Value>;

/**
 * Turns the members of a request into wire parameters, and collects everything that is wrong on the
 * way. Keys are names on the wire: `Items.1.Name` is the member `Items[0].Name`.
 *
 * Values are checked whatever their declared types: not every caller compiles with them. No method
 * throws but `finish`.
 */
export class ParameterWriter {
  readonly #parameters = new Map<string, string>();
  readonly #around: unknown[] = [];
  #collector = new IssueCollector();

  /**
   * Begins an object, and reports members it does not have. True if it can be written.
   *
   * @param key empty for the request itself
   * @param members the names of all its members
   */
  object<Value>(
    key: string,
    value: Value,
    members: readonly string[],
    presence: Presence,
  ): value is NonNullable<Value> {
    if (this.#isAbsent(key, value, presence)) return false;
    if (!isPlainObject(value)) {
      this.#expect(key, "a plain object", value);
      return false;
    }
    for (const [name, member] of Object.entries(value)) {
      if (member === undefined || member === null || members.includes(name)) continue;
      const near = nearestName(name, members);
      const advice =
        near === undefined ? "check its spelling, or take it out" : `did you mean ${near}?`;
      const text = `is not a known member: ${advice}`;
      const path = appendProperty(this.#collector.pathOf(key), name);
      this.#collector.report(path, { rule: "unknown-member", text });
    }
    return true;
  }

  /** Writes text as it is, also if it is empty. */
  string(key: string, value: unknown, presence: Presence): void {
    if (this.#isAbsent(key, value, presence)) return;
    if (typeof value === "string") this.#write(key, value, findTextFault(value));
    else this.#expect(key, "text", value);
  }

  /** Writes a Date as `YYYY-MM-DDThh:mm:ssZ`, in UTC, and text as it is. */
  dateTime(key: string, value: unknown, presence: Presence): void {
    if (this.#isAbsent(key, value, presence)) return;
    if (value instanceof Date) {
      const fault = findDateFault(value);
      this.#write(key, fault === undefined ? formatTimestamp(value) : "", fault);
    } else if (typeof value === "string") this.string(key, value, presence);
    else this.#expect(key, "a Date or text", value);
  }

  /** Writes a whole number: a number or a bigint. */
  integer(key: string, value: unknown, presence: Presence): void {
    if (this.#isAbsent(key, value, presence)) return;
    if (typeof value === "bigint") this.#write(key, String(value));
    else if (typeof value === "number") {
      this.#write(key, String(value), findNumberFault(value, "integer"));
    } else this.#expect(key, "a whole number", value);
  }

  /** Writes a whole number of up to 64 bits: a number, a bigint or text of its digits. */
  long(key: string, value: unknown, presence: Presence): void {
    if (typeof value !== "string") this.integer(key, value, presence);
    else if (/^-?\d+$/.test(value)) this.#write(key, value);
    else this.#fault(key, { rule: "type", text: "must be a whole number, or its digits as text" });
  }

  /** Writes a number, with or without a fraction. */
  number(key: string, value: unknown, presence: Presence): void {
    if (this.#isAbsent(key, value, presence)) return;
    if (typeof value === "bigint") this.#write(key, String(value));
    else if (typeof value === "number") {
      this.#write(key, String(value), findNumberFault(value, "number"));
    } else this.#expect(key, "a number", value);
  }

  /** Writes `true` or `false`. */
  boolean(key: string, value: unknown, presence: Presence): void {
    if (this.#isAbsent(key, value, presence)) return;
    if (typeof value === "boolean") this.#write(key, String(value));
    else this.#expect(key, "true or false", value);
  }

  /** Writes a value nothing is known of by what it is: lists and objects at any depth, too. */
  any(key: string, value: unknown, presence: Presence): void {
    if (this.#isAbsent(key, value, presence)) return;
    if (typeof value === "string") this.string(key, value, presence);
    else if (typeof value === "boolean") this.boolean(key, value, presence);
    else if (typeof value === "bigint") this.integer(key, value, presence);
    else if (typeof value === "number") {
      this.#write(key, String(value), findNumberFault(value, "unknown"));
    } else if (value instanceof Date) this.dateTime(key, value, presence);
    else this.#nested(key, value, presence);
  }

  /** Writes items under `key.1`, `key.2` … A required list must have one. */
  list<Item>(
    key: string,
    value: readonly Item[] | null | undefined,
    presence: Presence,
    writeItem: WriteValue<NonNullable<Item>>,
  ): void {
    if (this.#isAbsent(key, value, presence)) return;
    if (!isList(value)) {
      this.#expect(key, "a list", value);
      return;
    }
    if (value.length === 0) this.#empty(key, "item", presence);
    const path = this.#collector.pathOf(key);
    for (const [index, item] of value.entries()) {
      this.#collector.within({ key: `${key}.${index + 1}`, path: `${path}[${index}]` }, (at) => {
        if (item === undefined || item === null) {
          this.#fault(at, { rule: "missing-item", text: "is missing: leave no gaps in a list" });
          return;
        }
        const before = this.#progress;
        writeItem(this, at, item);
        if (this.#progress === before) this.#fault(at, emptyItem);
      });
    }
  }

  /** Writes the values of an object or a Map under `key.name`, with names as they are. */
  map<Value>(
    key: string,
    value: Named<Value> | null | undefined,
    presence: Presence,
    writeValue: WriteValue<NonNullable<Value>>,
  ): void {
    if (this.#isAbsent(key, value, presence)) return;
    if (!isTextMap(value) && !isPlainObject(value)) {
      this.#expect(key, "an object or a Map of text keys", value);
      return;
    }
    const entries = isTextMap(value) ? [...value] : Object.entries(value);
    const given = entries.filter(([, member]) => member !== undefined && member !== null);
    if (given.length === 0) this.#empty(key, "member", presence);
    const path = this.#collector.pathOf(key);
    for (const [name, member] of given) {
      if (member === undefined || member === null) continue;
      const place = { key: `${key}.${name}`, path: appendProperty(path, name) };
      this.#collector.within(place, (at) => {
        const fault = findTextFault(name);
        if (fault === undefined) writeValue(this, at, member);
        else this.#fault(at, fault);
      });
    }
  }

  /** Writes a value as JSON text. Text is taken to be such JSON already. */
  json(key: string, value: unknown, presence: Presence): void {
    if (this.#isAbsent(key, value, presence)) return;
    if (typeof value === "string") {
      const text = "must be JSON if it is text: give the object or list itself";
      const fault: Fault = { rule: "invalid-json", text };
      this.#write(key, value, isJson(value) ? findTextFault(value) : fault);
      return;
    }
    const before = this.#collector.issues.length;
    const text = toJsonText(value, {
      path: this.#collector.pathOf(key),
      report: (path, fault) => {
        this.#collector.report(path, fault);
      },
    });
    if (this.#collector.issues.length === before) this.#write(key, text);
  }

  /** Writes texts, numbers or booleans joined by commas. A required list must have an item. */
  commas(
    key: string,
    value: readonly (string | number | bigint | boolean)[] | null | undefined,
    presence: Presence,
  ): void {
    const items = new ParameterWriter();
    items.#collector = this.#collector;
    items.list<unknown>(key, value, presence, (to, at, item) => {
      if (item === "") to.#fault(at, emptyItem);
      else if (typeof item === "string" && item.includes(",")) to.#fault(at, innerComma);
      else if (typeof item === "object") to.#expect(at, "text, a number, true or false", item);
      else to.any(at, item, presence);
    });
    const texts = [...items.#parameters.values()];
    if (texts.length > 0) this.#write(key, texts.join(","));
  }

  /**
   * Writes text, or what the client has for it where there is none.
   *
   * @param defaults the client's; without a client nothing is filled in, and nothing is missed
   * @param option the client's option to take it from
   */
  filled(
    key: string,
    value: unknown,
    defaults: ClientDefaults | undefined,
    option: keyof ClientDefaults,
    presence: Presence,
  ): void {
    const given = value ?? defaults?.[option];
    if (given === undefined && presence === "required" && defaults !== undefined) {
      const text = `is required: give it in the request, or give the client its ${option}`;
      this.#fault(key, { rule: "required", text });
    } else this.string(key, given, "optional");
  }

  /**
   * Ends writing, with everything written.
   *
   * @throws RequestError with everything that was wrong
   */
  finish(): Record<string, string> {
    const { issues } = this.#collector;
    if (issues.length > 0) throw new RequestError(issues);
    // Unlike assignment, this makes an ordinary member of the name `__proto__`, too.
    return Object.fromEntries(this.#parameters);
  }

  get #progress(): number {
    return this.#parameters.size + this.#collector.issues.length;
  }

  #nested(key: string, value: unknown, presence: Presence): void {
    if (this.#around.includes(value)) {
      this.#fault(key, { rule: "cycle", text: "contains itself: take it out" });
      return;
    }
    const writeAny: WriteValue<unknown> = (to, at, item) => {
      to.any(at, item, "optional");
    };
    this.#around.push(value);
    if (isList(value)) this.list(key, value, presence, writeAny);
    else if (isTextMap(value) || isPlainObject(value)) this.map(key, value, presence, writeAny);
    else this.#expect(key, "text, a number, true, false, a Date, a list or an object", value);
    this.#around.pop();
  }

  #isAbsent(key: string, value: unknown, presence: Presence): value is null | undefined {
    if (value !== undefined && value !== null) return false;
    if (presence === "required") this.#fault(key, { rule: "required", text: "is required" });
    return true;
  }

  #empty(key: string, content: string, presence: Presence): void {
    if (presence === "optional") return;
    this.#fault(key, { rule: "required", text: `must have at least one ${content}` });
  }

  #expect(key: string, expected: string, value: unknown): void {
    this.#fault(key, { rule: "type", text: `must be ${expected}, not ${describeType(value)}` });
  }

  #write(key: string, text: string, fault?: Fault): void {
    if (fault !== undefined) this.#fault(key, fault);
    else if (this.#parameters.has(key)) {
      const advice = `would be sent under the name of another member (${key}): rename one of them`;
      this.#fault(key, { rule: "ambiguous-key", text: advice });
    } else this.#parameters.set(key, text);
  }

  #fault(key: string, fault: Fault): void {
    this.#collector.report(this.#collector.pathOf(key), fault);
  }
}

const emptyItem: Fault = {
  rule: "empty-item",
  text: "is empty, so that the next would be taken for it: take it out",
};

const innerComma: Fault = {
  rule: "comma",
  text: "holds a comma, at which the service would split it",
};

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
