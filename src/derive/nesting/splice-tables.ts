import type { ParameterTable } from "../../page/page.ts";
import type { Parameter } from "../parameter.ts";
import { classOf } from "../parse-type.ts";

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

/** How deep tables of types refer to each other, and to how many rows they may grow. */
const limits = { depth: 10, rows: 20_000 };

/**
 * Puts the tables that describe a type on their own where a row has that type: `DomainInfo[]` and a
 * table headed "DomainInfo". A table that names no row and no type goes on with the one before it.
 */
export function spliceTables(side: readonly Parameter[], types: readonly Parameter[]): SplicedRows {
  const own = byTable(side);
  const shared = byTable(types);
  if (own.size <= 1 && shared.size === 0) return { rows: side, unused: [] };
  const described = describeTables(own, shared);
  const main = [...own].flatMap(([table, rows]) => (described.has(table) ? [] : rows));
  const used = new Set<ParameterTable>();
  const rows: Parameter[] = [];
  const add = (
    members: readonly Parameter[],
    owner: Parameter | undefined,
    chain: readonly ParameterTable[],
  ): void => {
    for (const member of members) {
      if (rows.length >= limits.rows) return;
      const row = owner === undefined ? member : { ...member, owner };
      rows.push(row);
      if (chain.length >= limits.depth) continue;
      for (const [table, type] of described) {
        if (!type.owners.has(member) || chain.includes(table)) continue;
        used.add(table);
        add(type.members, row, [...chain, table]);
      }
    }
  };
  add(main, undefined, []);
  const unused = [...described].flatMap(([table, { members }]) => (used.has(table) ? [] : members));
  return { rows, unused };
}

function byTable(rows: readonly Parameter[]): Map<ParameterTable, Parameter[]> {
  const tables = new Map<ParameterTable, Parameter[]>();
  for (const row of rows) {
    const known = tables.get(row.table);
    if (known === undefined) tables.set(row.table, [row]);
    else known.push(row);
  }
  return tables;
}

type Tables = ReadonlyMap<ParameterTable, readonly Parameter[]>;

function describeTables(own: Tables, shared: Tables): ReadonlyMap<ParameterTable, Described> {
  const described = new Map<ParameterTable, Described>();
  const everywhere = [...own.values(), ...shared.values()].flat();
  const [main, ...others] = own;
  const nameless: (readonly [ParameterTable, readonly Parameter[]])[] = [];
  for (const [table, members] of [...others, ...shared]) {
    const owners = ownersOf(table, everywhere);
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
  return described;
}

/** The rows whose type a table's lead names, else those that it names themselves. */
function ownersOf({ lead }: ParameterTable, rows: readonly Parameter[]): Parameter[] {
  const words = new Set(lead.match(/[A-Za-z_]\w*/g) ?? []);
  if (words.size === 0) return [];
  const outside = rows.filter(({ table }) => table.lead !== lead);
  const typed = outside.filter(({ type }) => words.has(classOf(type) ?? ""));
  if (typed.length > 0) return typed;
  const named = outside.filter(({ segments }) => words.has(segments.at(-1)?.name ?? ""));
  if (named.length > 0) return named;
  const alike = outside.filter(({ type }) => {
    const name = classOf(type) ?? "";
    return name.length > 3 && [...words].some((word) => isAlike(word, name));
  });
  if (alike.length > 0) return alike;
  return outside.filter(
    ({ type, facts }) =>
      type.kind !== "scalar" &&
      [...words].some((word) => word.length > 3 && mentions(facts.description ?? "", word)),
  );
}

function mentions(text: string, word: string): boolean {
  return text.match(/[A-Za-z_]\w*/g)?.includes(word) === true;
}

/** Pages write `SourceModel`, `SourceModels` and `SourceModelType` for one thing. */
function isAlike(word: string, name: string): boolean {
  return word.length > 3 && (word.startsWith(name) || name.startsWith(word));
}
