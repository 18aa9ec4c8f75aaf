/** A value of plain YAML. */
type Value = string | number | boolean | Value[] | { [key: string]: Value };

/**
 * Reads the subset of YAML that docwright writes, many times faster than a full parser.
 *
 * The subset has indented or one-line maps and lists, one-line strings and numbers, literal blocks, and
 * comments on lines of their own. Returns `undefined` for all other text, valid or not, and for nesting
 * above `nesting`.
 */
export function readPlainYaml(text: string, nesting: number): Value | undefined {
  if (!text.endsWith("\n") || unusual.test(text)) return undefined;
  try {
    return new Reader(text, nesting).read();
  } catch (error) {
    if (error === otherwise) return undefined;
    throw error;
  }
}

/** Thrown where a text is outside the subset. */
const otherwise = new Error("not plain");

/** Line ends and blanks with a special meaning in YAML, and characters that no file may have. */
const unusual = /[^\P{Cc}\n\t]|[\u2028\u2029\uFEFF\uFFFE\uFFFF]|\p{Cs}/u;

const keyText = /[A-Za-z][\w-]*(?=:[ \n])/y;
const nothing = /(?: *(?:#.*)?\n)*/y;
const wholeNumber = /^-?(?:0|[1-9]\d{0,14})$/;
const fraction = /^-?(?:0|[1-9]\d{0,8})\.\d{1,6}$/;
/** Texts that are, or may be, values of other types. */
const otherTypes =
  /^(?:[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?|0o[0-7]+|0x[\da-f]+|[-+]?\.(?:inf|nan)|~|null|true|false)$/i;
/** Syntax that a plain scalar cannot start with, contain, or end with. */
const syntax = /^[\s,[\]{}#&*!|>'"%@`]|^[?:-](?:\s|$)|:\s|\s#|[\s:]$/;

class Reader {
  readonly #text: string;
  readonly #nesting: number;
  #at = 0;
  #levels = 0;

  constructor(text: string, nesting: number) {
    this.#text = text;
    this.#nesting = nesting;
  }

  read(): Value {
    const indent = this.#indentOfNext();
    const value = this.#map(indent, this.#at + indent);
    if (this.#at < this.#text.length || indent !== 0) throw otherwise;
    return value;
  }

  /** Moves to the next line with content, and returns its indentation; -1 at the end. */
  #indentOfNext(): number {
    nothing.lastIndex = this.#at;
    nothing.test(this.#text);
    this.#at = nothing.lastIndex;
    let end = this.#at;
    while (this.#text.charAt(end) === " ") end += 1;
    return end === this.#text.length ? -1 : end - this.#at;
  }

  #descend(): void {
    this.#levels += 1;
    if (this.#levels > this.#nesting) throw otherwise;
  }

  /** Reads a map whose keys are in one column; the first one is at `at`. */
  #map(indent: number, at: number): Value {
    this.#descend();
    const entries = new Map<string, Value>();
    this.#at = at;
    do {
      const key = this.#key();
      if (entries.has(key)) throw otherwise;
      entries.set(key, this.#valueBeside(indent));
    } while (this.#goesOn(indent, /[A-Za-z]/));
    this.#levels -= 1;
    return Object.fromEntries(entries);
  }

  #list(indent: number): Value[] {
    this.#descend();
    const items: Value[] = [];
    do {
      if (!this.#text.startsWith("- ", this.#at)) throw otherwise;
      this.#at += 2;
      keyText.lastIndex = this.#at;
      items.push(keyText.test(this.#text) ? this.#map(indent + 2, this.#at) : this.#valueOnLine());
    } while (this.#goesOn(indent, /-/));
    this.#levels -= 1;
    return items;
  }

  /** Moves to the next line and returns true if it continues the column; throws for deeper lines. */
  #goesOn(indent: number, first: RegExp): boolean {
    const next = this.#indentOfNext();
    if (next > indent) throw otherwise;
    if (next < indent) return false;
    if (!first.test(this.#text.charAt(this.#at + indent))) throw otherwise;
    this.#at += indent;
    return true;
  }

  /** Reads a key and its colon. */
  #key(): string {
    keyText.lastIndex = this.#at;
    const [key] = keyText.exec(this.#text) ?? [];
    if (key === undefined || otherTypes.test(key)) throw otherwise;
    this.#at = keyText.lastIndex + 1;
    return key;
  }

  /** Reads the value after a key's colon: on the same line, or below and indented. */
  #valueBeside(indent: number): Value {
    if (this.#text.charAt(this.#at) !== "\n") {
      this.#at += 1;
      return this.#text.charAt(this.#at) === "|" ? this.#block(indent) : this.#valueOnLine();
    }
    this.#at += 1;
    const inner = this.#indentOfNext();
    if (inner <= indent) throw otherwise;
    const start = this.#at + inner;
    if (this.#text.charAt(start) !== "-") return this.#map(inner, start);
    this.#at = start;
    return this.#list(inner);
  }

  /** Reads a value and the end of its line. */
  #valueOnLine(): Value {
    const first = this.#text.charAt(this.#at);
    if (first === "{" || first === "[" || first === '"' || first === "'") {
      const value = this.#flow();
      if (this.#text.charAt(this.#at) !== "\n") throw otherwise;
      this.#at += 1;
      return value;
    }
    const end = this.#text.indexOf("\n", this.#at);
    const value = scalarOf(this.#text.slice(this.#at, end));
    this.#at = end + 1;
    return value;
  }

  /** Reads a value inside a flow collection. */
  #flow(): Value {
    switch (this.#text.charAt(this.#at)) {
      case "{":
        return this.#flowMap();
      case "[":
        return this.#flowList();
      case '"':
        return this.#doubleQuoted();
      case "'":
        return this.#singleQuoted();
      default: {
        const start = this.#at;
        while (!",[]{}\n".includes(this.#text.charAt(this.#at))) this.#at += 1;
        // A space before a bracket is not part of the text.
        const text = this.#text.slice(start, this.#at);
        const bare = text.endsWith(" ") ? text.slice(0, -1) : text;
        this.#at = start + bare.length;
        return scalarOf(bare);
      }
    }
  }

  #flowMap(): Value {
    this.#descend();
    const entries = new Map<string, Value>();
    if (this.#take("{}")) {
      this.#levels -= 1;
      return {};
    }
    if (!this.#take("{ ")) throw otherwise;
    do {
      const key = this.#key();
      if (entries.has(key) || !this.#take(" ")) throw otherwise;
      entries.set(key, this.#flow());
    } while (this.#take(", "));
    if (!this.#take(" }")) throw otherwise;
    this.#levels -= 1;
    return Object.fromEntries(entries);
  }

  #flowList(): Value {
    this.#descend();
    const items: Value[] = [];
    if (!this.#take("[]")) {
      if (!this.#take("[ ")) throw otherwise;
      do items.push(this.#flow());
      while (this.#take(", "));
      if (!this.#take(" ]")) throw otherwise;
    }
    this.#levels -= 1;
    return items;
  }

  #take(text: string): boolean {
    if (!this.#text.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  /** Reads a double-quoted string in the syntax common to YAML and JSON. */
  #doubleQuoted(): string {
    const start = this.#at;
    let end = start + 1;
    for (; this.#text.charAt(end) !== '"'; end += 1) {
      const character = this.#text.charAt(end);
      if (character === "\n") throw otherwise;
      if (character === "\\") end += 1;
    }
    this.#at = end + 1;
    const quoted = this.#text.slice(start, this.#at);
    if (/\\[^"\\bfnrtu]/.test(quoted)) throw otherwise;
    try {
      return JSON.parse(quoted) as string;
    } catch {
      throw otherwise;
    }
  }

  #singleQuoted(): string {
    const start = this.#at + 1;
    let end = start;
    for (; ; end += 1) {
      const character = this.#text.charAt(end);
      if (character === "\n") throw otherwise;
      if (character !== "'") continue;
      if (this.#text.charAt(end + 1) !== "'") break;
      end += 1;
    }
    this.#at = end + 1;
    return this.#text.slice(start, end).replaceAll("''", "'");
  }

  /** Reads a literal block below a key in this column. */
  #block(indent: number): string {
    const end = this.#text.indexOf("\n", this.#at);
    const [header, digit, chomping = ""] =
      /^\|(2)?([-+])?$/.exec(this.#text.slice(this.#at, end)) ?? [];
    if (header === undefined) throw otherwise;
    this.#at = end + 1;
    const margin = " ".repeat(indent + 2);
    const lines: string[] = [];
    let said = 0;
    while (this.#at < this.#text.length) {
      const lineEnd = this.#text.indexOf("\n", this.#at);
      if (lineEnd === this.#at) lines.push("");
      else if (this.#text.startsWith(margin, this.#at)) {
        const line = this.#text.slice(this.#at + margin.length, lineEnd);
        // Leading blanks would set the indentation, unless an indicator states it.
        if (said === 0 && digit === undefined && /^(?:[ \t]|$)/.test(line)) throw otherwise;
        lines.push(line);
        said = lines.length;
      } else break;
      this.#at = lineEnd + 1;
    }
    const rest = lines.length - said;
    // A following line of blanks might belong to the block.
    if (said === 0 || /^ *\n/.test(this.#text.slice(this.#at, this.#at + margin.length)))
      throw otherwise;
    const body = lines.slice(0, said).join("\n");
    if (/(?:^|\n)[ \t]*$/.test(body)) throw otherwise;
    return `${body}${chomping === "-" ? "" : "\n"}${chomping === "+" ? "\n".repeat(rest) : ""}`;
  }
}

/** Reads a plain scalar as a number, a boolean or a string. */
function scalarOf(text: string): string | number | boolean {
  if (text === "true" || text === "false") return text === "true";
  if (text !== "-0" && (wholeNumber.test(text) || fraction.test(text))) return Number(text);
  if (text === "" || otherTypes.test(text) || syntax.test(text)) throw otherwise;
  return text;
}
