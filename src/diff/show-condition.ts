import type { Condition } from "../spec/operation.ts";

/** A condition in words: `only when Kind is Open`. */
export function showCondition(condition: Omit<Condition, "line">): string {
  const { kind, when, to } = condition as Omit<Condition, "line"> & {
    readonly when?: { readonly member: string; readonly in: readonly unknown[] };
    readonly to?: string;
  };
  const then = kind === "equals" ? `equals ${to ?? ""}` : kind === "onlyWhen" ? "only" : "required";
  return when === undefined
    ? then
    : `${then} when ${when.member} is ${when.in.map(String).join(" or ")}`;
}
