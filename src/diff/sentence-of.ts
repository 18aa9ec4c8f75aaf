import type { Change } from "./change.ts";

/** Describes a change: `has become optional: required → optional`. */
export function sentenceOf(change: Change): string {
  const { kind, before, after } = change;
  const values = [before, after].filter((value) => value !== undefined).join(" → ");
  return values === "" ? words[kind] : `${words[kind]}: ${values}`;
}

const words: Readonly<Record<Change["kind"], string>> = {
  "package-renamed": "the package has another name",
  "version-changed": "the API has another version",
  "endpoint-added": "there is an endpoint",
  "endpoint-removed": "there is no endpoint any more",
  "endpoint-changed": "there is another endpoint",
  "operation-added": "added",
  "operation-removed": "removed",
  "retry-changed": "is repeated otherwise",
  "iterator-added": "can be iterated over",
  "iterator-removed": "can no longer be iterated over",
  "iterator-changed": "is iterated over otherwise",
  "waiter-added": "can be waited for",
  "waiter-removed": "can no longer be waited for",
  "waiter-changed": "is waited for otherwise",
  "member-added": "added",
  "member-removed": "removed",
  "member-respelled": "its name is spelled otherwise",
  "member-retyped": "has another type",
  "member-required": "has become required",
  "member-optional": "has become optional",
  "type-renamed": "its type has another name",
  "style-changed": "is sent in another form",
  "value-added": "a value more",
  "value-removed": "a value less",
  "value-respelled": "a value is spelled otherwise",
  "values-unlisted": "its values are listed no longer",
  "values-closed": "takes only",
  "values-opened": "no longer takes only",
  "limit-added": "has a limit",
  "limit-narrowed": "has a narrower limit",
  "limit-widened": "has a wider limit",
  "limit-removed": "has a limit no longer",
  "default-changed": "has another default",
  "condition-added": "there is a condition",
  "condition-removed": "there is a condition no longer",
  "error-added": "added",
  "error-removed": "removed",
  "error-changed": "has another status",
  "text-changed": "the documentation has changed",
};

/** Names the subject of a change: `request Items[].Name`. */
export function subjectOf({ side, path }: Change): string {
  if (side === undefined || path === undefined) return "";
  return side === "error" ? `error ${path}` : `${side} ${path}`;
}
