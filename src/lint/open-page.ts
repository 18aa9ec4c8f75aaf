import { deriveParameter } from "../derive/derive-parameter.ts";
import { findRow } from "../page/find-row.ts";
import type { Page, ParameterRow } from "../page/page.ts";
import { walkMembers } from "../spec/member-path.ts";
import type { Member, Operation } from "../spec/operation.ts";
import type { LintedMember, LintedPage } from "./linted-page.ts";

/** Puts a page and its meaning together: each member with its own row. */
export function openPage(page: Page, operation: Operation): LintedPage {
  const membersOf = (members: readonly Member[]): LintedMember[] =>
    [...walkMembers(members)].flatMap(({ path, member }) => {
      if (member === undefined) return [];
      const row = member.line === undefined ? undefined : findRow(page, member.line);
      const own = row !== undefined && isOwn(page, row, member.name);
      return [{ path, member, ...(own ? { row } : {}) }];
    });
  return {
    page,
    operation,
    request: membersOf(operation.request),
    response: membersOf(operation.response),
  };
}

/** Whether a row is about a member itself, not about something inside it. */
function isOwn({ source }: Page, row: ParameterRow, name: string): boolean {
  return deriveParameter(source, row, () => undefined)?.segments.at(-1)?.name === name;
}
