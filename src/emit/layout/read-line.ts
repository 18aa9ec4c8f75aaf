import type { Atom, Declared, Entry, Expression, Line, Type } from "./syntax.ts";

/** Parses a line of generated code without its indentation; returns `undefined` where it cannot break. */
export function readLine(text: string): Line | undefined {
  try {
    return new LineReader(text).line();
  } catch (error) {
    if (error === unknownSyntax) return undefined;
    throw error;
  }
}

/** Thrown and caught only in this file. */
const unknownSyntax = new Error("no line that can break");

const word = /[\p{ID_Continue}$]+/uy;
const literal =
  /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|-?\d+(?:\.\d+)?(?:e[-+]?\d+)?|(?:true|false)\b/y;
const regex = /\/(?:[^/\\[]|\\.|\[(?:[^\]\\]|\\.)*\])+\/[a-z]*/y;
const computedKey = /\["[^"]*"\]/y;
const memberStart =
  /^(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\["[^"]*"\]|[\p{ID_Continue}$]+)\??: /u;
const arrowHead = /\((?:\w+(?:, \w+)*)?\) =>/y;
const typeLiteral = /"(?:[^"\\]|\\.)*"|\(typeof [\w$]+\)\[keyof typeof [\w$]+\]/y;

/** A recursive descent parser with a method for each kind of part. */
class LineReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  line(): Line {
    const line = this.#statement();
    this.#skipBlanks();
    if (this.#at < this.#text.length) throw unknownSyntax;
    return line;
  }

  #statement(): Line {
    if (this.#take("import {")) {
      const names = this.#list("}", () => (this.#take("type ") ? "type " : "") + this.#word());
      this.#need("from");
      return { kind: "import", names, from: this.#rest() };
    }
    const exported = this.#take("export ") ? "export " : "";
    if (this.#take("const ")) return this.#binding(`${exported}const`);
    if (this.#take("type ")) {
      const head = `${exported}type ${this.#word()}`;
      this.#need("=");
      return { kind: "alias", head, type: this.#rest() };
    }
    if (this.#take("function ")) return this.#function(`${exported}function `);
    if (this.#take("return ")) return { kind: "return", value: this.#ended() };
    if (this.#take("if (")) {
      const test = this.#expression();
      this.#need(")");
      return { kind: "if", test, then: this.#rest() };
    }
    if (this.#text.endsWith("{")) return this.#function("");
    if (this.#text.endsWith(",")) return this.#entryLine();
    if (memberStart.test(this.#text)) return this.#memberLine();
    return { kind: "statement", value: this.#ended() };
  }

  #binding(keyword: string): Line {
    const head = `${keyword} ${this.#word()}`;
    const type = this.#take(":") ? { type: this.#type() } : {};
    this.#need("=");
    if (this.#text.slice(this.#at).trim() === "{") {
      this.#rest();
      return { kind: "binding", head, ...type, value: { kind: "open" } };
    }
    return { kind: "binding", head, ...type, value: this.#ended() };
  }

  #function(keyword: string): Line {
    const head = keyword + this.#word();
    this.#need("(");
    const parameters = this.#list(")", () => this.#declared());
    this.#need(":");
    const result = this.#take("error is ") ? "error is " : "";
    const type = this.#type();
    this.#need("{");
    return { kind: "function", head, parameters, result, type };
  }

  #memberLine(): Line {
    const member = this.#declared();
    this.#need(";");
    return { kind: "member", member };
  }

  #entryLine(): Line {
    const entry = this.#entry();
    this.#need(",");
    return { kind: "entry", entry };
  }

  #declared(): Declared {
    const name = this.#key() + (this.#take("?") ? "?" : "");
    this.#need(":");
    const type = this.#type();
    return this.#take("=") ? { name, type, value: this.#expression() } : { name, type };
  }

  #type(): Type {
    const first = this.#listType();
    if (!this.#take("|")) return first;
    const types = [first];
    do types.push(this.#listType());
    while (this.#take("|"));
    return { kind: "union", types };
  }

  #listType(): Type {
    if (this.#take("readonly ")) return { kind: "readonly", type: this.#listType() };
    let type = this.#singleType();
    while (this.#take("[]")) type = { kind: "list", items: type };
    return type;
  }

  #singleType(): Type {
    const text = this.#match(typeLiteral);
    if (text !== undefined) return { kind: "plain", text };
    if (this.#take("(")) {
      const type = this.#type();
      this.#need(")");
      return type;
    }
    const name = this.#word();
    if (!this.#take("<")) return { kind: "plain", text: name };
    return { kind: "reference", name, given: this.#list(">", () => this.#type()) };
  }

  /** An expression and the end of its statement. */
  #ended(): Expression {
    const value = this.#expression();
    this.#need(";");
    return value;
  }

  #expression(): Expression {
    const left = this.#operand();
    if (this.#take("&&")) return { kind: "and", left, right: this.#operand() };
    if (!this.#take("?")) return left;
    const then = this.#operand();
    this.#need(":");
    return { kind: "choice", test: left, then, otherwise: this.#operand() };
  }

  #operand(): Expression {
    if (this.#take("!")) return { kind: "prefix", operator: "!", operand: this.#operand() };
    if (this.#take("await ")) {
      return { kind: "prefix", operator: "await ", operand: this.#operand() };
    }
    const isNew = this.#take("new ");
    let value = this.#single();
    for (;;) {
      if (this.#take(".")) value = { kind: "member", object: value, name: this.#word() };
      else if (this.#take("[")) {
        value = { kind: "index", object: value, key: this.#expression() };
        this.#need("]");
      } else {
        const types = this.#take("<string>") ? "<string>" : "";
        if (!this.#take("(")) return value;
        const given = this.#list(")", () => this.#expression());
        value = { kind: isNew ? "new" : "call", callee: value, types, given };
      }
    }
  }

  #single(): Expression {
    const text = this.#match(literal);
    if (text !== undefined) return { kind: atomOf(text), text };
    const pattern = this.#match(regex);
    if (pattern !== undefined) return { kind: "regex", text: pattern };
    const head = this.#match(arrowHead);
    if (head !== undefined) return { kind: "arrow", head, body: this.#expression() };
    if (this.#take("{")) {
      const entries = this.#list("}", () => this.#entry());
      return { kind: "object", entries, constant: this.#take("as const") };
    }
    if (this.#take("[")) {
      return { kind: "array", items: this.#list("]", () => this.#expression()) };
    }
    return { kind: "name", text: this.#word() };
  }

  #entry(): Entry {
    const key = this.#key();
    return this.#take(":") ? { key, value: this.#expression() } : { key };
  }

  #key(): string {
    return this.#match(computedKey) ?? this.#match(literal) ?? this.#word();
  }

  #list<T>(end: string, item: () => T): T[] {
    const items: T[] = [];
    if (this.#take(end)) return items;
    do items.push(item());
    while (this.#take(","));
    this.#need(end);
    return items;
  }

  #rest(): string {
    this.#skipBlanks();
    const rest = this.#text.slice(this.#at);
    this.#at = this.#text.length;
    return rest;
  }

  #word(): string {
    const found = this.#match(word);
    if (found === undefined) throw unknownSyntax;
    return found;
  }

  #need(sign: string): void {
    if (!this.#take(sign)) throw unknownSyntax;
  }

  #take(sign: string): boolean {
    this.#skipBlanks();
    if (!this.#text.startsWith(sign, this.#at)) return false;
    this.#at += sign.length;
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    this.#skipBlanks();
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  #skipBlanks(): void {
    while (this.#text.charCodeAt(this.#at) === 32) this.#at += 1;
  }
}

function atomOf(text: string): Atom {
  switch (text.charAt(0)) {
    case '"':
    case "'":
      return "string";
    case "`":
      return "template";
    case "t":
    case "f":
      return "boolean";
    default:
      return "number";
  }
}
