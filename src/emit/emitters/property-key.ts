import { code, vouch, type Code } from "./code.ts";
import { stringLiteral } from "./string-literal.ts";

/** A key of an interface or an object literal: bare where that is allowed. */
export function propertyKey(name: string): Code {
  // In an object literal only a computed key makes a property of this name.
  if (name === "__proto__") return vouch('["__proto__"]');
  if (bareName.test(name)) return vouch(name);
  if (!anyName.test(name)) return stringLiteral(name);
  // Not every formatter knows every letter: escaped, a name is between quotes whatever they know.
  return vouch(`"${name.replaceAll(/[^\w$]/g, escape)}"`);
}

/** An object's own property of this name, as an argument: `value.Name` or `value["a-b"]`. */
export function propertyAccess(object: Code, name: string): Code {
  const bare = /^[A-Za-z_$][\w$]*$/.test(name);
  const access = bare ? code`${object}.${vouch(name)}` : code`${object}[${stringLiteral(name)}]`;
  // Every object has something of this name, which nobody gave it.
  if (!(name in Object.prototype)) return access;
  return code`Object.hasOwn(${object}, ${stringLiteral(name)}) ? ${access} : undefined`;
}

/** Letters that have been in Unicode for long: Latin, Greek, Cyrillic, kana, Han, Hangul. */
const letters =
  "A-Za-z_$\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02B8\u0391-\u03A1\u03A3-\u03CE\u0400-\u0481" +
  "\u3041-\u3096\u30A1-\u30FA\u4E00-\u9FD5\uAC00-\uD7A3";

const bareName = new RegExp(`^[${letters}][${letters}0-9]*$`);
const anyName = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
