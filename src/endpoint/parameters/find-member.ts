import type { Member } from "../../spec/operation.ts";

interface Index {
  readonly byName: ReadonlyMap<string, Member>;
  /** Length of the longest name. */
  readonly longest: number;
}

const indices = new WeakMap<readonly Member[], Index>();

/**
 * Finds the member at the start of a flat parameter's key. Names may contain dots, so the longest match
 * wins.
 *
 * Takes one step per dot in the longest name, independent of the number of members and parts.
 */
export function findMember(members: readonly Member[], key: string): Member | undefined {
  const { byName, longest } = indexOf(members);
  const whole = key.length <= longest ? byName.get(key) : undefined;
  if (whole !== undefined) return whole;
  for (let dot = key.lastIndexOf(".", longest); dot > 0; dot = key.lastIndexOf(".", dot - 1)) {
    const member = byName.get(key.slice(0, dot));
    if (member !== undefined) return member;
  }
  return undefined;
}

function indexOf(members: readonly Member[]): Index {
  const known = indices.get(members);
  if (known !== undefined) return known;
  const byName = new Map<string, Member>();
  let longest = 0;
  for (const member of members) {
    if (!byName.has(member.name)) byName.set(member.name, member);
    longest = Math.max(longest, member.name.length);
  }
  const index = { byName, longest };
  indices.set(members, index);
  return index;
}
