import { code, vouch, type Code } from "./code.ts";
import { stringLiteral } from "./string-literal.ts";

/** Prints a key of an interface or an object literal, unquoted where possible. */
export function propertyKey(name: string): Code {
  // In an object literal, only a computed key creates a property of this name.
  if (name === "__proto__") return vouch('["__proto__"]');
  if (bareName.test(name)) return vouch(name);
  if (!anyName.test(name)) return stringLiteral(name);
  // Formatters differ in the letters they know; an escaped name is quoted by all of them.
  return vouch(`"${name.replaceAll(/[^\w$]/g, escape)}"`);
}

/** Prints an argument that reads an object's own property: `value.Name` or `value["a-b"]`. */
export function propertyAccess(object: Code, name: string): Code {
  const bare = /^[A-Za-z_$][\w$]*$/.test(name);
  const access = bare ? code`${object}.${vouch(name)}` : code`${object}[${stringLiteral(name)}]`;
  // Every object inherits a property of this name.
  if (!(name in Object.prototype)) return access;
  return code`Object.hasOwn(${object}, ${stringLiteral(name)}) ? ${access} : undefined`;
}

/** Letters of early Unicode versions: Latin, Greek, Cyrillic, kana, Han, Hangul. */
const letters =
  "A-Za-z_$\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02B8\u0391-\u03A1\u03A3-\u03CE\u0400-\u0481" +
  "\u3041-\u3096\u30A1-\u30FA\u4E00-\u9FD5\uAC00-\uD7A3";

const bareName = new RegExp(`^[${letters}][${letters}0-9]*$`);
const anyName = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
