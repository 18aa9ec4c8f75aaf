import fc from "fast-check";

/** One way to mangle a page. Places are shares of the page's length, so that a mutation fits any page. */
type Mutation = (text: string) => string;

/** A place in a text: between 0 and 1 from its beginning to its end. */
const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

/** What pages are made of, and what no page should hold. */
const piece = fc.oneof(
  fc.constantFrom(
    ..."| || |\n \n| ` ``` ~~~ * ** _ [ ] ( ) ]( < > & \\ # ## - {# } ⟦ ⟧ 取值： 默认值为 \0 \uFEFF".split(
      " ",
    ),
    ...[
      "\n",
      "\n\n",
      "\r\n",
      "\r",
      "\t",
      "    ",
      "\u2028",
      "|--|--|",
      "|---",
      "\n-   ",
      "\n    -   ",
    ],
    ...["\ud800", "\udc00", "\u202E", "<br>", "<!--", "<a b='", "&#0;", "&lt;", "Array of "],
  ),
  fc.string({ unit: "binary", maxLength: 8 }),
);

const mutations: readonly fc.Arbitrary<Mutation>[] = [
  onLines("a row is deleted", (lines, at) => lines.toSpliced(at, 1)),
  onLines("a row is doubled", (lines, at) => lines.toSpliced(at, 0, lines[at] ?? "")),
  onLines("two lines change places", (lines, at) =>
    lines.toSpliced(at, 2, lines[at + 1] ?? "", lines[at] ?? ""),
  ),
  onLines("a line loses its end", (lines, at) =>
    lines.toSpliced(at, 1, (lines[at] ?? "").slice(0, Math.floor((lines[at] ?? "").length / 2))),
  ),
  onLines("a cell is cut", (lines, at) =>
    lines.toSpliced(at, 1, (lines[at] ?? "").replace(/\|[^|]*/, "")),
  ),
  onLines("a cell is emptied", (lines, at) =>
    lines.toSpliced(at, 1, (lines[at] ?? "").replace(/\|[^|]+\|/, "||")),
  ),
  fc.record({ from: place, length: fc.nat(400) }).map(({ from, length }) => (text) => {
    const at = Math.floor(from * text.length);
    return text.slice(0, at) + text.slice(at + length);
  }),
  fc
    .record({ from: place, to: place, length: fc.nat(400) })
    .map(({ from, to, length }) => (text) => {
      const chunk = text.slice(Math.floor(from * text.length)).slice(0, length);
      return insert(text, to, chunk);
    }),
  fc
    .record({ at: place, piece })
    .map((inserted) => (text) => insert(text, inserted.at, inserted.piece)),
  fc.record({ at: place, bit: fc.nat(15) }).map(({ at, bit }) => (text) => {
    const index = Math.floor(at * text.length);
    const flipped = String.fromCharCode(text.charCodeAt(index) ^ (1 << bit));
    return text.slice(0, index) + flipped + text.slice(index + 1);
  }),
  place.map((end) => (text) => text.slice(0, Math.floor(end * text.length))),
  fc.constant((text) => text.replaceAll("\n", "\r\n")),
];

/** A few mutations, one after the other. */
export const mutation: fc.Arbitrary<Mutation> = fc
  .array(fc.oneof(...mutations), { minLength: 1, maxLength: 4 })
  .map((steps) => (text) => steps.reduce((mangled, step) => step(mangled), text));

function onLines(_: string, change: (lines: readonly string[], at: number) => string[]) {
  return place.map((share): Mutation => (text) => {
    const lines = text.split("\n");
    return change(lines, Math.floor(share * lines.length)).join("\n");
  });
}

function insert(text: string, share: number, inserted: string): string {
  const at = Math.floor(share * text.length);
  return text.slice(0, at) + inserted + text.slice(at);
}
