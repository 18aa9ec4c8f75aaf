import { isScalarShape } from "../spec/is-scalar-shape.ts";
import type { Member, Pagination } from "../spec/operation.ts";
import { isPluralOf } from "../words/inflect.ts";

/** How the members that page are spelled, in small letters and without underscores. */
const spellings = {
  page: /^(?:page|current|currentpage)(?:number|num|no|index|id)?$|^pagecurrent$/,
  size: /^(?:page|max)(?:size|results?|items|keys|limit|numberofresults)$|^(?:limit|rowcount|maxrecordsperpage)$/,
  token: /^(?:next)?(?:page|scroll|read|query)?(?:token|marker)$/,
  next: /^(?:next)(?:page|scroll|read|query)?(?:token|marker)$|^(?:scroll|page)token$|^marker$/,
  total: /^(?:total|totality)(?:count|num|number|size|items|records?|recordcount|itemcount)?$/,
  more: /^(?:is|has)?(?:truncated|more|next|nextpage)$/,
};

/** A member of an answer, and where it stands. */
interface Placed {
  readonly path: string;
  readonly member: Member;
}

/**
 * How an operation's list comes page by page: by members of the request and the answer together, in the
 * spellings that they have. Where an operation has both ways, numbers count: the token of many is for
 * those who ask for it. Nothing, where no single list is what comes.
 */
export function derivePagination(
  action: string,
  request: readonly Member[],
  response: readonly Member[],
): Pagination | undefined {
  const asked = (of: RegExp) =>
    request.find((member) => isScalarShape(member) && of.test(fold(member.name)));
  const placed = [...outsideLists(response)];
  const told = (of: RegExp) =>
    placed.find(({ member }) => isScalarShape(member) && of.test(fold(member.name)))?.path;
  const items = findItems(action, placed);
  if (items === undefined) return undefined;
  const [page, size, token] = [spellings.page, spellings.size, spellings.token].map(asked);
  const common = { ...(size === undefined ? {} : { size: size.name }), items };
  const total = told(spellings.total);
  if (page !== undefined && (size !== undefined || total !== undefined)) {
    return {
      kind: "number",
      page: page.name,
      first: firstPage(page),
      ...common,
      ...(total === undefined ? {} : { total }),
    };
  }
  const next = told(spellings.next);
  if (token === undefined || next === undefined) return undefined;
  const more = placed.find(
    ({ member }) => member.type === "boolean" && spellings.more.test(fold(member.name)),
  )?.path;
  const { name } = token;
  return { kind: "token", token: name, next, ...common, ...(more === undefined ? {} : { more }) };
}

/** Pages are counted from 1, unless the page says that 0 is allowed. */
function firstPage(page: Member): number {
  if (!isScalarShape(page)) return 1;
  return page.range?.min === 0 || page.default?.value === 0 || page.default?.value === "0" ? 0 : 1;
}

/** The list that comes: the only one, else the only one of objects, else the one that the operation names. */
function findItems(action: string, placed: readonly Placed[]): string | undefined {
  const lists = placed.filter(({ member }) => member.type === "array");
  const ofObjects = lists.filter(
    ({ member }) => member.type === "array" && member.items.type === "object",
  );
  const named = lists.filter(({ path }) => path.split(".").some((name) => isNamedIn(action, name)));
  for (const found of [lists, ofObjects, named]) {
    const [only, ...others] = found;
    if (only !== undefined && others.length === 0) return only.path;
  }
  return undefined;
}

/** Whether the name of an operation ends with what a list has the name of, in one number or the other. */
function isNamedIn(action: string, name: string): boolean {
  const end = action.slice(-name.length);
  return end === name || action.endsWith(`${name}s`) || isPluralOf(end, name);
}

function* outsideLists(members: readonly Member[], around = ""): Generator<Placed> {
  for (const member of members) {
    const path = around === "" ? member.name : `${around}.${member.name}`;
    yield { path, member };
    if (member.type === "object") yield* outsideLists(member.members, path);
  }
}

function fold(name: string): string {
  return name.replaceAll("_", "").toLowerCase();
}
