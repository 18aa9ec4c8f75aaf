import { code, vouch, type Code } from "./code.ts";
import { stringLiteral } from "./string-literal.ts";

/** A key of an interface or an object literal: bare where that is allowed. */
export function propertyKey(name: string): Code {
  if (/^[A-Za-z_$][\w$]*$/.test(name) && name !== "__proto__") return vouch(name);
  // In an object literal only a computed key makes a property of this name.
  return name === "__proto__" ? vouch('["__proto__"]') : stringLiteral(name);
}

/** An object's own property of this name: `value.Name` or `value["a-b"]`. */
export function propertyAccess(object: Code, name: string): Code {
  const bare = /^[A-Za-z_$][\w$]*$/.test(name);
  const access = bare ? code`${object}.${vouch(name)}` : code`${object}[${stringLiteral(name)}]`;
  // Every object has something of this name, which nobody gave it.
  if (!(name in Object.prototype)) return access;
  return code`(Object.hasOwn(${object}, ${stringLiteral(name)}) ? ${access} : undefined)`;
}
