import { isScalarShape } from "../spec/is-scalar-shape.ts";
import type { EnumValue, Member, Waiter } from "../spec/operation.ts";

/**
 * Which states an answer tells, where its documented values are states that something leaves by itself and
 * states that it stays in. States of the items of a list are none of the answer's.
 */
export function deriveWaiter(response: readonly Member[]): Waiter | undefined {
  const candidates = [...statesIn(response)].sort(
    (a, b) => Number(isPlain(b.member)) - Number(isPlain(a.member)),
  );
  for (const { path, member } of candidates) {
    const values = isScalarShape(member) ? (member.enum?.values ?? []) : [];
    const kinds = new Map(values.map((one) => [String(one.value), kindOf(one, values)]));
    const of = (kind: StateKind) => [...kinds].flatMap(([value, is]) => (is === kind ? value : []));
    const [settled, pending, failed] = [of("settled"), of("pending"), of("failed")];
    if (pending.length === 0 || settled.length === 0) continue;
    return {
      state: path,
      settled,
      pending,
      ...(failed.length === 0 ? {} : { failed }),
      ...(member.line === undefined ? {} : { line: member.line }),
    };
  }
  return undefined;
}

function* statesIn(
  members: readonly Member[],
  around = "",
): Generator<{ readonly path: string; readonly member: Member }> {
  for (const member of members) {
    const path = around === "" ? member.name : `${around}.${member.name}`;
    if (/(?:^|[a-z_])(?:State|Status)$|^(?:state|status)$/.test(member.name)) {
      if (member.type === "string") yield { path, member };
    }
    if (member.type === "object") yield* statesIn(member.members, path);
  }
}

function isPlain({ name }: Member): boolean {
  return /^(?:state|status)$/i.test(name);
}

type StateKind = "settled" | "pending" | "failed";

/** What a state is, by its value, and where that is only a number by its meaning. */
function kindOf({ value, meaning = "" }: EnumValue, all: readonly EnumValue[]): StateKind {
  const text = String(value);
  const said = meaning.replace(/(?<![。.\s])[。.\s]+$/, "");
  if (/fail|error|abnormal/i.test(text) || /(?:失败|异常|出错)$|\bfail|\berror/i.test(said))
    return "failed";
  // What runs has come to its end where it can be stopped, and is under way where it can be finished.
  if (/^running$/i.test(text)) {
    return all.some(({ value: other }) => /finish|succe|complet|done|fail/i.test(String(other)))
      ? "pending"
      : "settled";
  }
  if (/^(?:existing|using|nothing)$/i.test(text)) return "settled";
  if (/ing$|^(?:pending|init|queued|wait|prepare|in_?progress)$/i.test(text)) return "pending";
  const isWord = /^[A-Za-z]/.test(text);
  if (isWord) return "settled";
  return /[^用行]中$|^等待/.test(said) || /^(?:being )?[a-z]+ing$|in progress/i.test(said)
    ? "pending"
    : "settled";
}
