/** The members of an answer that tells of an error. */
const errorMembers = [
  ["Code", "Message"],
  ["Code", "HostId"],
  ["Message", "HostId"],
];

/** The names of which `isAnswer` has to know whether the table has them. */
export const errorNames: ReadonlySet<string> = new Set(["Error", ...errorMembers.flat()]);

/** Whether a sample shows the answer that the table describes, not that of an error. */
export function isAnswer(sample: unknown, names: ReadonlySet<string>): boolean {
  if (typeof sample !== "object" || sample === null) return false;
  const keys = new Set(Object.keys(sample).map((key) => key.trim()));
  if (keys.size === 1 && keys.has("Error") && !names.has("Error")) return false;
  const told = errorMembers.some((members) =>
    members.every((name) => keys.has(name) && !names.has(name)),
  );
  return keys.size > 0 && !told;
}
