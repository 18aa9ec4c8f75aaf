import type { RequestIssue } from "../errors/request-error.ts";
import { appendProperty } from "./append-property.ts";
import type { Fault } from "./fault.ts";

/** A place on the wire (`Items.1`), and the same place as JavaScript writes it (`Items[0]`). */
export interface Place {
  readonly key: string;
  readonly path: string;
}

/** Collects what is wrong with a request, by path, while its writer only knows keys. */
export class IssueCollector {
  readonly issues: RequestIssue[] = [];
  // A key alone does not tell `Items.1` of a list from the same of a map.
  #innermost: Place = { key: "", path: "" };

  /** Does what concerns an item of a list or a value of a map. */
  within(place: Place, work: (key: string) => void): void {
    const outer = this.#innermost;
    this.#innermost = place;
    work(place.key);
    this.#innermost = outer;
  }

  /** The path of a key at or below the innermost place. */
  pathOf(key: string): string {
    const { key: prefix, path } = this.#innermost;
    const names = key.slice(prefix.length).split(".");
    return names.filter((name) => name !== "").reduce(appendProperty, path);
  }

  report(path: string, { rule, text }: Fault): void {
    const end = text.endsWith("?") ? "" : ".";
    this.issues.push({ path, rule, message: `${path || "The request"} ${text}${end}` });
  }
}
