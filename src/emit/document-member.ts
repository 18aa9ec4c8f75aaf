import type { Bounds, Condition, Member, ScalarValue, Shape, When } from "../spec/operation.ts";
import { whyUnchecked } from "../spec/why-unchecked.ts";
import type { Code } from "./emitters/code.ts";
import { docComment, type DocTag } from "./emitters/doc-comment.ts";
import { jsonText } from "./emitters/json-text.ts";
import { markdownCode } from "./emitters/markdown-text.ts";

/** The documentation of a member: the page's prose, the constraints, the default and an example. */
export function documentMember(member: Member, side: "request" | "response", indent = ""): Code {
  const { description = "" } = member;
  const facts = factsOf(member, side);
  const alone = facts.length === 1 && description.trim() === "";
  const list = alone ? facts : [facts.map((fact) => `- ${fact}`).join("\n")];
  return docComment([description, ...list], tagsOf(member), indent);
}

function factsOf(member: Member, side: "request" | "response"): string[] {
  const facts: string[] = [];
  const value = itemsOf(member);
  if (member.type === "array" && member.style === "flat") {
    const [first, second] = [markdownCode(`${member.name}.1`), markdownCode(`${member.name}.2`)];
    facts.push(`A list, sent as ${first}, ${second} and so on.`);
  }
  if (member.type === "array" && member.count !== undefined) {
    facts.push(`Items: ${boundsText(member.count)}.`);
  }
  if (value.type !== "array" && value.type !== "object" && value.type !== "map") {
    if (value.enum?.closed === true) {
      facts.push(`Takes only ${listText(value.enum.values.map(({ value }) => value))}.`);
    }
    if (value.length !== undefined) facts.push(`Length: ${boundsText(value.length)} characters.`);
    if (value.range !== undefined) facts.push(`Range: ${boundsText(value.range)}.`);
    if (value.unit !== undefined) facts.push(`Unit: ${markdownCode(value.unit.value)}.`);
    if (value.count !== undefined) facts.push(`Items: ${boundsText(value.count)}.`);
    if (value.pattern !== undefined) {
      facts.push(patternText(value.pattern.value, value.length, side));
    }
  }
  for (const condition of member.conditions ?? []) facts.push(conditionText(condition));
  if (side === "request" && member.filledBy !== undefined) {
    facts.push(`Where it is left out, the client's ${markdownCode(member.filledBy)} is sent.`);
  }
  return facts;
}

function tagsOf(member: Member): DocTag[] {
  const tags: DocTag[] = [];
  if (member.deprecated !== undefined) tags.push({ name: "deprecated", text: "" });
  if ("default" in member) tags.push({ name: "default", text: valueText(member.default.value) });
  if (member.example !== undefined) tags.push({ name: "example", text: exampleText(member) });
  return tags;
}

/** Returns the example as shown: quoted for a string, verbatim otherwise. */
function exampleText(member: Member): string {
  const example = member.example ?? "";
  return member.type === "string" ? jsonText(example) : example;
}

function valueText(value: ScalarValue): string {
  return typeof value === "string" ? jsonText(value) : String(value);
}

function patternText(
  pattern: string,
  length: Bounds | undefined,
  side: "request" | "response",
): string {
  const text = `Pattern: ${markdownCode(pattern)}.`;
  const why = side === "request" ? whyUnchecked(pattern, length) : undefined;
  return why === undefined ? text : `${text} Not checked before sending: ${why}.`;
}

function itemsOf(shape: Shape): Shape {
  return shape.type === "array" ? itemsOf(shape.items) : shape;
}

function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case "onlyWhen":
      return `Only when ${whenText(condition.when)}.`;
    case "requiredWhen":
      return `Required when ${whenText(condition.when)}.`;
    case "equals": {
      const always = `Equals ${markdownCode(condition.to)}`;
      return condition.when === undefined
        ? `${always}.`
        : `${always} when ${whenText(condition.when)}.`;
    }
  }
}

function whenText({ member, in: values }: When): string {
  return `${markdownCode(member)} is ${listText(values)}`;
}

function listText(values: When["in"]): string {
  return values.map((value) => (value === "" ? "empty" : markdownCode(String(value)))).join(" or ");
}

function boundsText({ min, max }: Bounds): string {
  if (min === undefined) return `at most ${String(max)}`;
  return max === undefined ? `at least ${String(min)}` : `${String(min)} to ${String(max)}`;
}
