/** What pages, specs and configurations may have at most. What is beyond a limit is not read, and said. */
export interface Limits {
  /** Bytes of a page. */
  readonly pageBytes: number;
  /** Characters of a table's cell. */
  readonly cellCharacters: number;
  /** Rows of a table, without its header. */
  readonly tableRows: number;
  /** Columns of a table. */
  readonly columns: number;
  /** Characters of a code block. */
  readonly sampleCharacters: number;
  /** How deep lists, objects and elements lie in each other in a sample. */
  readonly sampleNesting: number;
  /** How deep members lie in each other, and lists and quotes in a cell. */
  readonly nesting: number;
  /** Members of an operation's request or response, those in others included. */
  readonly members: number;
  /** Operations of a product's version. */
  readonly operations: number;
  /** Bytes of a spec, its positions, an overlay, a `product.yaml` or a configuration. */
  readonly specBytes: number;
  /** How deep lists and maps lie in each other in one of those. */
  readonly yamlNesting: number;
  /** Aliases (`*name`) in one of those, each with the aliases in what it stands for. */
  readonly yamlAliases: number;
}

/** The name of a limit. */
export type Limit = keyof Limits;

/** What is to be known of a limit. */
export interface LimitFacts {
  /** What holds unless told otherwise. */
  readonly usual: number;
  /** The most that can be asked for: so much is tried out. */
  readonly most: number;
  /** What is counted. */
  readonly unit: string;
  /** What it is counted of. */
  readonly of: string;
}

/**
 * Every limit there is. The usual ones are at least twenty times what the largest of 2,949 pages needs:
 * 120,974 bytes, a cell of 5,367 characters, a table of 258 rows and one of 6 columns, a sample of 75,737
 * characters and 19 levels, members 10 levels deep, 176 members; and of the largest product, some 300
 * operations. A spec of members as deep as may be is 600 levels deep.
 */
export const limitFacts: Readonly<Record<Limit, LimitFacts>> = {
  pageBytes: { usual: 4_000_000, most: 64_000_000, unit: "bytes", of: "a page" },
  cellCharacters: { usual: 200_000, most: 64_000_000, unit: "characters", of: "a table's cell" },
  tableRows: { usual: 10_000, most: 1_000_000, unit: "rows", of: "a table" },
  columns: { usual: 200, most: 100_000, unit: "columns", of: "a table" },
  sampleCharacters: { usual: 2_000_000, most: 64_000_000, unit: "characters", of: "a sample" },
  sampleNesting: { usual: 400, most: 1000, unit: "levels", of: "a sample" },
  nesting: { usual: 200, most: 250, unit: "levels", of: "members, and of lists in a cell" },
  members: { usual: 5000, most: 100_000, unit: "members", of: "a request or response" },
  operations: { usual: 10_000, most: 1_000_000, unit: "operations", of: "a product's version" },
  specBytes: { usual: 6_000_000, most: 64_000_000, unit: "bytes", of: "a YAML file" },
  yamlNesting: { usual: 700, most: 1000, unit: "levels", of: "a YAML file" },
  yamlAliases: { usual: 0, most: 10_000, unit: "aliases", of: "a YAML file" },
};

/** The limits that hold unless told otherwise. */
export const defaultLimits: Limits = {
  pageBytes: limitFacts.pageBytes.usual,
  cellCharacters: limitFacts.cellCharacters.usual,
  tableRows: limitFacts.tableRows.usual,
  columns: limitFacts.columns.usual,
  sampleCharacters: limitFacts.sampleCharacters.usual,
  sampleNesting: limitFacts.sampleNesting.usual,
  nesting: limitFacts.nesting.usual,
  members: limitFacts.members.usual,
  operations: limitFacts.operations.usual,
  specBytes: limitFacts.specBytes.usual,
  yamlNesting: limitFacts.yamlNesting.usual,
  yamlAliases: limitFacts.yamlAliases.usual,
};

/**
 * Fills in the limits that are not given. Throws a `RangeError` for one that is no whole number or more than
 * can be asked for: only a program can give one, for flags and configurations are checked before.
 */
export function fillLimits(given: Partial<Limits> = {}): Limits {
  const stated = Object.entries<number | undefined>(given).filter(
    ([, value]) => value !== undefined,
  );
  for (const [limit, value] of stated) {
    const facts = Object.hasOwn(limitFacts, limit) ? limitFacts[limit as Limit] : undefined;
    if (facts === undefined) throw new RangeError(`there is no limit "${limit}"`);
    if (value !== undefined && Number.isSafeInteger(value) && value >= 0 && value <= facts.most)
      continue;
    throw new RangeError(`limits.${limit} is a whole number up to ${facts.most}, not ${value}`);
  }
  return { ...defaultLimits, ...Object.fromEntries(stated) };
}

/** The flag that sets a limit: `--max-page-bytes` for `pageBytes`. */
export function limitFlag(limit: Limit): string {
  return `--max-${limit.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
