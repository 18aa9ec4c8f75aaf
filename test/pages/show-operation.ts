import type { Condition, Constraints, Member, Operation, Shape } from "../../src/spec/operation.ts";

/** A page's operation as a golden shows it: one line a member, what is inside it indented. */
export function showOperation(operation: Operation): string[] {
  const { product, version, action, summary, request, response, errors, samples } = operation;
  return [
    `${product || "?"} ${version || "?"} ${action}`,
    ...quote(summary, "  "),
    ...section("request", request.flatMap(showMember)),
    ...section("response", response.flatMap(showMember)),
    ...section(
      "errors",
      errors.map(({ code, status, message, meaning, line }) =>
        [`${code} ${status ?? "?"}${at(line)}`, message, meaning].filter(Boolean).join(" | "),
      ),
    ),
    ...section(
      "samples",
      samples.map(({ kind, line }) => `${kind}${at(line)}`),
    ),
  ];
}

/** Lines below a title; nothing where there are none. */
export function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}

function showMember(member: Member): string[] {
  const { name, required, line, placedBy, filledBy, example, description } = member;
  const facts = [
    typeOf(member),
    ...(required ? ["required"] : []),
    ...(placedBy === undefined ? [] : [`by ${placedBy}`]),
    ...(filledBy === undefined ? [] : [`filled by ${filledBy}`]),
    ...(example === undefined ? [] : [`e.g. ${example}`]),
  ];
  return [
    `${name}: ${facts.join(", ")}${at(line)}`,
    ...quote(description, "    "),
    ...[...constraintsIn(member), ...rulesOf(member)].map((fact) => `    = ${fact}`),
    ...membersIn(member)
      .flatMap(showMember)
      .map((inner) => `  ${inner}`),
  ];
}

function typeOf(shape: Shape): string {
  const style = "style" in shape && shape.style === "json" ? "JSON text of " : "";
  switch (shape.type) {
    case "array":
      return `${style}array of ${typeOf(shape.items)}`;
    case "map":
      return `${style}map of ${typeOf(shape.values)}`;
    case "object":
      return `${style}object`;
    default:
      return shape.format === undefined ? shape.type : `${shape.type} (${shape.format})`;
  }
}

function membersIn(shape: Shape): readonly Member[] {
  switch (shape.type) {
    case "array":
      return membersIn(shape.items);
    case "map":
      return membersIn(shape.values);
    case "object":
      return shape.members;
    default:
      return [];
  }
}

/** What is said of a value; of a list, of it and of its items. */
function constraintsIn(shape: Shape): string[] {
  switch (shape.type) {
    case "array":
      return [...showConstraints({ ...bounds(shape.count) }), ...constraintsIn(shape.items)];
    case "map":
      return constraintsIn(shape.values);
    case "object":
      return [];
    default:
      return showConstraints(shape);
  }
}

function bounds(count: Constraints["count"]): Constraints {
  return count === undefined ? {} : { count };
}

function showConstraints(constraints: Constraints): string[] {
  const { default: preset, enum: values, pattern, unit } = constraints;
  const facts = [
    ["default", preset] as const,
    ["unit", unit] as const,
    ["pattern", pattern] as const,
  ];
  return [
    ...facts.flatMap(([name, fact]) =>
      fact === undefined ? [] : [`${name} ${String(fact.value)}${at(fact.line)}`],
    ),
    ...(["length", "range", "count"] as const).flatMap((name) => {
      const found = constraints[name];
      return found === undefined
        ? []
        : [`${name} ${found.min ?? ""}..${found.max ?? ""}${at(found.line)}`];
    }),
    ...(values?.values ?? []).map(({ value, meaning, line }) =>
      [`${values?.closed === true ? "only" : "one of"} ${String(value)}${at(line)}`, meaning]
        .filter(Boolean)
        .join(" | "),
    ),
  ];
}

function rulesOf({ idempotencyToken, conditions = [] }: Member): string[] {
  const token =
    idempotencyToken === undefined ? [] : [`idempotency token${at(idempotencyToken.line)}`];
  return [...token, ...conditions.map(showCondition)];
}

function showCondition(condition: Condition): string {
  const to = condition.kind === "equals" ? ` ${condition.to}` : "";
  const when =
    condition.when === undefined
      ? ""
      : ` when ${condition.when.member} is ${condition.when.in.join(" or ")}`;
  return `${condition.kind}${to}${when}${at(condition.line)}`;
}

function quote(text: string | undefined, indent: string): string[] {
  return text === undefined ? [] : text.split("\n").map((line) => `${indent}> ${line}`.trimEnd());
}

function at(line: number | undefined): string {
  return line === undefined ? "" : ` :${line}`;
}
