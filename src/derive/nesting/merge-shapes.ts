import { isPluralOf } from "../../words/inflect.ts";
import { createValueShape, type ValueShape } from "./value-shape.ts";

/**
 * One shape from what the JSON and the XML samples show. They differ in what they can: in XML a list of
 * one item looks like an object, and JSON samples leave out the wrapper of a list, or make it a list.
 */
export function mergeShapes(
  json: ValueShape | undefined,
  xml: ValueShape | undefined,
  outer = "",
): ValueShape {
  if (json === undefined || xml === undefined) return json ?? xml ?? createValueShape();
  const [only] = xml.members;
  const isWrapper = !xml.list && xml.members.size === 1 && only !== undefined;
  if (json.list && isWrapper && isPluralOf(outer, only[0])) {
    const [name, items] = only;
    const inner = json.members.get(name);
    const alone = json.members.size === 1;
    const seen = inner !== undefined && alone ? inner : { ...json, list: true };
    return { ...xml, single: true, members: new Map([[name, mergeShapes(seen, items, name)]]) };
  }
  if (json.list && isWrapper && !json.members.has(only[0])) {
    // `<element>` and the like: XML names what JSON has no name for.
    return mergeShapes(json, { ...only[1], list: true }, outer);
  }
  const [listed] = json.members;
  const isList = json.members.size === 1 && listed?.[1].list === true;
  // Two names for the items of one list: JSON is what programs read.
  if (isList && isWrapper && only[0] !== listed[0]) return json;
  const members = new Map<string, ValueShape>();
  for (const name of [...json.members.keys(), ...xml.members.keys()]) {
    if (members.has(name)) continue;
    members.set(name, mergeShapes(json.members.get(name), xml.members.get(name), name));
  }
  return {
    list: json.list || (xml.list && !json.single),
    single: json.single,
    text: false,
    foreign: false,
    scalars: json.scalars.size > 0 ? json.scalars : xml.scalars,
    members,
  };
}
