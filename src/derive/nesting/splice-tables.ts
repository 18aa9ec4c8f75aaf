import type { Report } from "../../diagnostics/diagnostic.ts";
import type { ParameterTable } from "../../page/page.ts";
import type { Limits } from "../../text/limits.ts";
import type { Parameter } from "../rows/parameter.ts";
import { classOf } from "../rows/parse-cells.ts";

/** The rows of one side, those of tables of their own behind the rows that they belong to. */
export interface SplicedRows {
  readonly rows: readonly Parameter[];
  /** Rows of tables that no row refers to. */
  readonly unused: readonly Parameter[];
}

/** A table that describes a type, and the rows that have that type. */
interface Described {
  readonly members: readonly Parameter[];
  readonly owners: ReadonlySet<Parameter>;
}

/**
 * Puts the tables that describe a type on their own where a row has that type: `DomainInfo[]` and a
 * table headed "DomainInfo". A table that names no row and no type goes on with the one before it. Tables
 * that refer to each other can grow without end: what is beyond a limit is left out, and reported.
 */
export function spliceTables(
  side: readonly Parameter[],
  types: readonly Parameter[],
  limits: Pick<Limits, "members" | "nesting">,
  report: Report,
): SplicedRows {
  const own = byTable(side);
  const shared = byTable(types);
  if (own.size <= 1 && shared.size === 0) return { rows: side, unused: [] };
  const { described, ...beyond } = describeTables(own, shared, limits.members);
  let { over } = beyond;
  if (over !== undefined) reportOver(over, limits.members + 1);
  const main = [...own].flatMap(([table, rows]) => (described.has(table) ? [] : rows));
  const tablesOf = new Map<Parameter, ParameterTable[]>();
  for (const [table, { owners }] of described) {
    for (const owner of owners) note(tablesOf, owner, table);
  }
  const used = new Set<ParameterTable>();
  const rows: Parameter[] = [];
  function reportOver({ span }: Parameter, found: number): void {
    report("limit/members", span, { found, allowed: limits.members });
  }
  const add = (
    members: readonly Parameter[],
    owner: Parameter | undefined,
    chain: readonly ParameterTable[],
  ): void => {
    for (const member of members) {
      if (rows.length === limits.members) {
        if (over === undefined) reportOver(member, rows.length + 1);
        over ??= member;
        return;
      }
      const row = owner === undefined ? member : { ...member, owner };
      rows.push(row);
      for (const table of tablesOf.get(member) ?? []) {
        if (chain.includes(table)) continue;
        if (chain.length >= limits.nesting) {
          report("limit/nesting", member.span, {
            found: chain.length + 1,
            allowed: limits.nesting,
            row: member.row,
          });
          continue;
        }
        used.add(table);
        add(described.get(table)?.members ?? [], row, [...chain, table]);
      }
    }
  };
  add(main, undefined, []);
  const unused = [...described].flatMap(([table, { members }]) => (used.has(table) ? [] : members));
  return { rows, unused };
}

function byTable(rows: readonly Parameter[]): Map<ParameterTable, Parameter[]> {
  const tables = new Map<ParameterTable, Parameter[]>();
  for (const row of rows) note(tables, row.table, row);
  return tables;
}

function note<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

type Tables = ReadonlyMap<ParameterTable, readonly Parameter[]>;

/** Which rows each table describes the type of, and the row at which there were too many. */
function describeTables(own: Tables, shared: Tables, most: number) {
  const described = new Map<ParameterTable, Described>();
  const everywhere = indexRows([...own.values(), ...shared.values()].flat());
  const [main, ...others] = own;
  const nameless: (readonly [ParameterTable, readonly Parameter[]])[] = [];
  let left = most;
  let over: Parameter | undefined;
  for (const [table, members] of [...others, ...shared]) {
    const owners = ownersOf(table, everywhere, left + 1);
    if (owners.length > left) over ??= owners.pop();
    left -= owners.length;
    if (owners.length > 0 || shared.has(table)) {
      described.set(table, { members, owners: new Set(owners) });
    } else nameless.push([table, members]);
  }
  // What is left over on both sides belongs together, in the order of the page.
  const claimed = new Set([...described.values()].flatMap(({ owners }) => [...owners]));
  const open = [...(main?.[1] ?? []), ...others.flatMap(([, rows]) => rows)].filter(
    (row) => classOf(row.type) !== undefined && !claimed.has(row),
  );
  for (const [table, members] of nameless) {
    const at = open.findIndex((row) => row.span.start < table.span.start);
    const [owner] = at === -1 ? [] : open.splice(at, 1);
    if (owner !== undefined) described.set(table, { members, owners: new Set([owner]) });
  }
  return { described, over };
}

/** Rows by the words that the lead of a table may have in common with them. */
interface RowIndex {
  readonly byClass: ReadonlyMap<string, readonly Parameter[]>;
  /** By the beginning of the name of their class. */
  readonly byStart: ReadonlyMap<string, readonly Parameter[]>;
  readonly byName: ReadonlyMap<string, readonly Parameter[]>;
  /** Lists and objects by the words of their descriptions. */
  readonly byMention: ReadonlyMap<string, readonly Parameter[]>;
}

/** Shorter words than this are alike by chance. */
const telling = 4;

function indexRows(rows: readonly Parameter[]): RowIndex {
  const byClass = new Map<string, Parameter[]>();
  const byStart = new Map<string, Parameter[]>();
  const byName = new Map<string, Parameter[]>();
  const byMention = new Map<string, Parameter[]>();
  for (const row of rows) {
    const { type, segments, facts } = row;
    // Of a text that lists values, a table tells the values.
    if (type.kind === "scalar" && /逗号|comma/i.test(facts.description ?? "")) continue;
    const name = classOf(type) ?? "";
    note(byClass, name, row);
    if (name.length >= telling) note(byStart, name.slice(0, telling), row);
    note(byName, segments.at(-1)?.name ?? "", row);
    if (type.kind === "scalar") continue;
    for (const word of wordsIn(facts.description ?? "")) note(byMention, word, row);
  }
  return { byClass, byStart, byName, byMention };
}

/** The rows whose type a table's lead names, else those that it names themselves; the first `most` of them. */
function ownersOf({ lead }: ParameterTable, index: RowIndex, most: number): Parameter[] {
  const words = [...wordsIn(lead)];
  const long = words.filter((word) => word.length >= telling);
  const find = (
    among: readonly string[],
    rowsOf: (word: string) => readonly Parameter[] | undefined,
    fits: (word: string, row: Parameter) => boolean = () => true,
  ): Parameter[] => {
    const found: Parameter[] = [];
    for (const word of among) {
      for (const row of rowsOf(word) ?? []) {
        if (found.length === most) return found;
        if (row.table.lead !== lead && fits(word, row)) found.push(row);
      }
    }
    return found;
  };
  const typed = find(words, (word) => index.byClass.get(word));
  if (typed.length > 0) return typed;
  const named = find(words, (word) => index.byName.get(word));
  if (named.length > 0) return named;
  const startOf = (word: string) => word.slice(0, telling);
  const alike = find(
    long,
    (word) => index.byStart.get(startOf(word)),
    (word, { type }) => isAlike(word, classOf(type) ?? ""),
  );
  return alike.length > 0 ? alike : find(long, (word) => index.byMention.get(word));
}

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.match(/[A-Za-z_]\w*/g));
}

/** Pages write `SourceModel`, `SourceModels` and `SourceModelType` for one thing. */
function isAlike(word: string, name: string): boolean {
  return word.startsWith(name) || name.startsWith(word);
}
