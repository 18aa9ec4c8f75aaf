import type { Prose, ProseBlock } from "../markdown/prose.ts";

/** The first item of a list that the page forgot to put on a line of its own: "取值：-   a：…". */
const gluedItem = /[：:。.；;，）)](?<gap>\s*-\s{2,})(?=\S)/;

/** Makes list items of those that stand behind a sentence on its line; the rest of the list follows. */
export function splitGluedLists(prose: Prose): Prose {
  return prose.flatMap((block, index) => {
    const found = block.kind === "paragraph" ? gluedItem.exec(block.text) : null;
    if (found === null || prose[index + 1]?.kind !== "item") return [block];
    const end = found.index + 1;
    const start = found.index + found[0].length;
    return [
      part(block, 0, end),
      { ...part(block, start, block.text.length), kind: "item", depth: 0 },
    ];
  });
}

function part(block: ProseBlock, start: number, end: number): ProseBlock {
  const { origin, marks } = block;
  const first = origin.findLast(({ at }) => at <= start);
  return {
    ...block,
    text: block.text.slice(start, end),
    marks: marks
      .filter((mark) => mark.start >= start && mark.end <= end)
      .map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start })),
    origin: [
      ...(first === undefined ? [] : [{ at: 0, offset: first.offset + start - first.at }]),
      ...origin
        .filter(({ at }) => at > start && at < end)
        .map(({ at, offset }) => ({ at: at - start, offset })),
    ],
  };
}
