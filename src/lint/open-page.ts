import { deriveParameter } from "../derive/rows/derive-parameter.ts";
import { findRow } from "../page/find-row.ts";
import type { Page, ParameterRow } from "../page/page.ts";
import { walkMembers } from "../spec/member-path.ts";
import type { Member, Operation } from "../spec/operation.ts";
import type { LintedMember, LintedPage } from "./linted-page.ts";

/** Puts a page and its meaning together: each member with its own row. */
export function openPage(page: Page, operation: Operation): LintedPage {
  const names = new Map<ParameterRow, string | undefined>();
  /** The name of the member that a row is about; what is around or inside it may have none of its own. */
  const nameOf = (row: ParameterRow): string | undefined => {
    if (!names.has(row)) names.set(row, nameIn(page, row));
    return names.get(row);
  };
  const membersOf = (members: readonly Member[]): LintedMember[] =>
    [...walkMembers(members)].flatMap(({ path, member }) => {
      if (member === undefined) return [];
      const row = member.line === undefined ? undefined : findRow(page, member.line);
      const own = row !== undefined && nameOf(row) === member.name;
      return [{ path, member, ...(own ? { row } : {}) }];
    });
  return {
    page,
    operation,
    request: membersOf(operation.request),
    response: membersOf(operation.response),
  };
}

function nameIn({ source }: Page, row: ParameterRow): string | undefined {
  return deriveParameter(source, row, () => undefined)?.segments.at(-1)?.name;
}
