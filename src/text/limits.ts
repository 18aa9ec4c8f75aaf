/** Maximum sizes of pages, specs and configurations. Content above a limit is not read, and is reported. */
export interface Limits {
  /** Bytes of a page. */
  readonly pageBytes: number;
  /** Characters of a table cell. */
  readonly cellCharacters: number;
  /** Rows of a table, without its header. */
  readonly tableRows: number;
  /** Columns of a table. */
  readonly columns: number;
  /** Characters of a code block. */
  readonly sampleCharacters: number;
  /** Nesting depth of lists, objects and elements in a sample. */
  readonly sampleNesting: number;
  /** Nesting depth of members, and of lists and quotes in a cell. */
  readonly nesting: number;
  /** Members of an operation's request or response, nested ones included. */
  readonly members: number;
  /** Operations of a product version. */
  readonly operations: number;
  /** Bytes of a spec, a positions file, an overlay, a `product.yaml` or a configuration. */
  readonly specBytes: number;
  /** Nesting depth of lists and maps in a YAML file. */
  readonly yamlNesting: number;
  /** Aliases (`*name`) in a YAML file, counted with the aliases inside the node they refer to. */
  readonly yamlAliases: number;
}

/** The name of a limit. */
export type Limit = keyof Limits;

/** The values and the unit of a limit. */
export interface LimitFacts {
  /** The default. */
  readonly usual: number;
  /** The maximum that options may set. Tests cover it. */
  readonly most: number;
  /** The unit, for messages. */
  readonly unit: string;
  /** The subject of the limit, for messages. */
  readonly of: string;
}

/**
 * All limits. Each default is at least twenty times the largest value found in 2,949 pages.
 *
 * The largest page has 120,974 bytes. The largest cell has 5,367 characters, the longest table 258 rows
 * and the widest 6 columns. The largest samples have 75,737 characters and 19 levels. The deepest member
 * is at level 10, and the largest side has 176 members. The largest product has about 300 operations. A
 * spec with members at the deepest allowed level has 600 YAML levels.
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

/** The default limits. */
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
 * Returns the given limits, completed with the defaults.
 *
 * Throws a `RangeError` for an unknown limit, and for a value that is not a whole number from 0 to the
 * maximum. Flags and configurations are validated before, so only API callers can cause it.
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
