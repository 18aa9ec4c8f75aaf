// Whether reading stays linear: pages made to be slow, at n, 2n and 4n characters; then whole commands. See README.md.
import process from "node:process";
import { deriveOperation } from "../../dist/derive/derive-operation.js";
import { createSiblings } from "../../dist/derive/siblings/create-siblings.js";
import { gatherEvidence } from "../../dist/derive/siblings/gather-evidence.js";
import { createReporter } from "../../dist/diagnostics/create-reporter.js";
import { renderDiagnostic } from "../../dist/diagnostics/render-diagnostic.js";
import { parsePage } from "../../dist/corpus/read-operation-page.js";
import { walkMembers } from "../../dist/spec/member-path.js";
import { writeOperation } from "../../dist/spec/write-operation.js";
import { createSource } from "../../dist/text/source.js";

const size = Number(process.env.BENCH_SIZE ?? 100_000);
const withYaml = process.env.BENCH_YAML !== undefined;
const wanted = process.argv.slice(2);

const head = `# MakeShelf

[Debug](https://api.example.com/#product=Library&api=MakeShelf&type=RPC&version=2020-01-02)

## Request parameters

|Name|Type|Required|Example|Description|
|--|--|--|--|--|
|Action|String|Yes|MakeShelf|The operation.|
`;
const tail = `

## Response parameters

|Name|Type|Example|Description|
|--|--|--|--|
|ShelfId|String|s-1|The ID.|
`;

/** A page with a description of so many characters. */
const described = (description) => `${head}|Title|String|No|a|${description}|${tail}`;
const repeat = (part, n) => part.repeat(Math.ceil(n / part.length));

const parts = [
  ..."a 1 的 [ ] * _ ` < & ! > - # \\ 。 . ， ⟦ ( ~ 用 取值： 默认 ，仅 即和 [a]( [a](b **a** *a a* [[ ]]".split(
    " ",
  ),
  ..."![a]( <!-- &amp; <a 《 长度为1 取值a： 1,000, {a <br>".split(" "),
  ...[
    " ",
    "\t",
    "<a b='",
    '<a b="',
    " b=\"<a '",
    "- ",
    "> ",
    "1. ",
    "**a ",
    "a** ",
    "`a ``b ",
    "[a](<b",
    '[a](b "',
  ],
  ...[
    "\n",
    "a\n",
    "a\n\n",
    "-\n",
    "- a\n",
    "> a\n",
    "`\n",
    "\n```a\n",
    "\n~~~\n```a\n",
    "a  \n",
    "\r",
  ],
];

const cases = [
  ...parts.map((part) => [`a cell of ${JSON.stringify(part)}`, (n) => described(repeat(part, n))]),
  ["a cell of numbers", (n) => described(`取值：${repeat("1", n)}`)],
  ["blanks behind words of a phrase", (n) => described(`取值${repeat(" ", n)}x`)],
  ["strong in strong", (n) => described(repeat("**a ", n / 2) + repeat("a** ", n / 2))],
  ["brackets in brackets", (n) => described(repeat("[", n / 2) + repeat("](a)", n / 2))],
  ["lists in lists", (n) => described(`\n\n${nested(n, (depth) => `${"  ".repeat(depth)}- a`)}`)],
  [
    "lists in one line, then blank lines",
    (n) => described(`\n${repeat("- ", n / 2)}a${repeat("\n", n / 2)}`),
  ],
  [
    "quotes in one line, then lines",
    (n) => described(`\n${repeat(">", n / 2)}a${repeat("\nb", n / 2)}`),
  ],
  [
    "columns",
    (n) =>
      `${head.replaceAll("|--|--|--|--|--|", "")}\n\n|Name${repeat("|a", n / 2)}|\n${repeat("|--", n / 2)}|\n${repeat("|a", n / 2)}|${tail}`,
  ],
  ["columns with titles that are not known", (n) => wide(n)],
  ["rows", (n) => head + numbered(n, (row) => `|P${row}|String|No| |a|`) + tail],
  ["rows of one name", (n) => `${head}${repeat("|P|String|No| |a|\n", n)}${tail}`],
  ["rows that do not close", (n) => `${head}${repeat("|P|String\n", n)}${tail}`],
  ["rows with an open code block", (n) => `${head}${repeat("|P|String|No||\n```a\n", n)}${tail}`],
  ["tables", (n) => `${head}${tail}${repeat("\n\n|Name|\n|--|\n|a|\n\ntext\n", n)}`],
  ["headers that do not close", (n) => `${head}${tail}${repeat("\n|a\n\ntext\n", n)}`],
  ["code blocks that do not close", (n) => `${head}${tail}${repeat("\n```a\n~~~b", n)}`],
  ["headings", (n) => head + tail + repeat("\n# {a", n)],
  ["a separator with blanks", (n) => `${head}${tail}\n|a|\n|--${repeat(" ", n)}x`],
  ["a name of many parts", (n) => `${head}|${repeat("A.", n)}B|String|No| |a|${tail}`],
  ["a type of many types", (n) => `${head}|P|${repeat("Array of ", n)}String|No| |a|${tail}`],
  ["a type of many brackets", (n) => `${head}|P|String${repeat("[]", n)}|No| |a|${tail}`],
  ["a description of the operation", (n) => head.replace("The operation.", repeat("a!", n)) + tail],
  [
    "a description of one word",
    (n) =>
      head.replace("MakeShelf|The operation.", `|${repeat("a", n / 2)}${repeat("!", n / 2)}x`) +
      tail,
  ],
  ["a link with hashes", (n) => `${head}${tail}\n](${repeat("#", n)}`],
  ["an XML sample that does not end", (n) => sampled(`<${repeat("a", n)}`)],
  ["an XML sample of comments", (n) => sampled(`<A>${repeat("<!--", n)}`)],
  ["an XML sample, nested", (n) => sampled(repeat("<a>", n / 2) + repeat("</a>", n / 2))],
  ["an XML sample of attributes", (n) => sampled(`<A ${repeat('a="b" ', n)}></A>`)],
  ["a JSON sample, nested", (n) => sampled(repeat("[", n / 2) + repeat("]", n / 2))],
  ["a JSON sample of quotes that do not end", (n) => sampled(repeat('"a\n', n))],
  ["an XML sample of tags that do not end", (n) => sampled(repeat("<a ", n))],
  ["an XML sample of elements that do not end", (n) => sampled(repeat("<a>", n))],
  ["a JSON sample of keys", (n) => members(n)],
  [
    "an error message of blanks",
    (n) => `${head}${tail}\n\n## Errors\n\n|Code|Message|\n|--|--|\n|a|b${repeat(" ", n)}c|\n`,
  ],
];

cases.push(
  ...[
    ["list items", (n) => described(`取值：\n${numbered(n, (item) => `- a${item}：b`)}`)],
    ["lists", (n) => described(`\n${numbered(n, (item) => `- a${item}：b\n\ntext\n`)}`)],
    ["a value with dots", (n) => described(`\n- a${repeat(".", n)}b`)],
    ["a value with brackets", (n) => described(`取值：\n- \`${repeat("(", n)}\`：a`)],
    ["cases in one sentence", (n) => described(`${repeat("当", n)}，`)],
    [
      "rows with conditions",
      (n) => head + numbered(n, (row) => `|P${row}|String|No| |当P${row + 1}为a时，必选。|`) + tail,
    ],
    [
      "rows with values and conditions",
      (n) =>
        head +
        numbered(n, (row) => `|P${row}|String|No| |取值：a${row}。仅当A${row}时有效。|`) +
        tail,
    ],
    [
      "rows that must equal others",
      (n) =>
        head + numbered(n, (row) => `|P${row}|String|No| |A${row}。A${row}和A1必须相同。|`) + tail,
    ],
    ["rows of objects", (n) => head + numbered(n, (row) => `|P${row}|Object|No| |a|`) + tail],
    ["rows with marks", (n) => head + numbered(n, (row) => `|└P${row}|String|No| |a|`) + tail],
    [
      "rows with dotted names",
      (n) => head + numbered(n, (row) => `|A.P${row}|String|No| |a|`) + tail,
    ],
    ["tables of types", (n) => typed(n)],
    ["samples", (n) => head + tail + numbered(n, (at) => `\n\`\`\`\n{"K${at}": 1}\n\`\`\`\n`)],
    ["links", (n) => head + tail + numbered(n, (at) => `\n[a](https://a.com/#api=A${at})\n`)],
    [
      "errors",
      (n) => `${head}${tail}\n|Code|Message|\n|--|--|\n${numbered(n, (row) => `|A${row}|a|`)}`,
    ],
    ["JSON that does not end", (n) => sampled(repeat('{"a":', n))],
    ["JSON of quotes", (n) => sampled(`{"a": ${repeat('\\"', n)}`)],
    [
      "an XML sample of elements",
      (n) => sampled(`<A>${numbered(n, (at) => `<K${at}>a</K${at}>`)}</A>`),
    ],
    ["a call", (n) => sampled(`https://a.com/?Action=A${numbered(n, (at) => `&P${at}=1`)}`)],
  ],
);

/** Rows each of which has a type that a table of its own describes. */
function typed(n) {
  const rows = numbered(n / 5, (row) => `|P${row}|Data${row}| |a|`);
  const tables = numbered(
    n / 5,
    (row) => `\n## Data${row}\n\n|Name|Type|\n|--|--|\n|A${row}|String|`,
  );
  return (head + tail).replace("|ShelfId|String|s-1|The ID.|", rows) + tables;
}

function nested(n, line) {
  const depth = Math.floor(Math.sqrt(n));
  return Array.from({ length: depth }, (_, index) => line(index)).join("\n");
}

function numbered(n, line) {
  return Array.from({ length: Math.ceil(n / 20) }, (_, index) => line(index)).join("\n");
}

function wide(n) {
  const titles = Array.from({ length: Math.ceil(n / 6) }, (_, index) => `|t${index}`).join("");
  return (
    head.replace(
      "|Name|Type|Required|Example|Description|\n|--|--|--|--|--|",
      `|Name${titles}|\n${repeat("|-", n / 3)}|`,
    ) + tail
  );
}

function sampled(sample) {
  return `${head}${tail}\n## Samples\n\n\`\`\`\n${sample}\n\`\`\`\n`;
}

function members(n) {
  const rows = numbered(n, (row) => `|P${row}|String|a|a|`);
  const keys = Array.from({ length: Math.ceil(n / 20) }, (_, row) => `"P${row}":1`).join(",");
  return sampled(`{${keys}}`).replace("|ShelfId|String|s-1|The ID.|", rows);
}

let runs = 0;
for (const [name, make] of cases) {
  if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue;
  const times = [1, 2, 4].map((factor) => timeOf(make(size * factor)));
  const growth = times[2] / Math.max(1, times[1]);
  const shown = times.map((time) => time.toFixed(0).padStart(7)).join(" ");
  say(`${shown} ms  x${growth.toFixed(1)}${growth > 3 && times[2] > 100 ? " !" : "  "} ${name}`);
}

/** CPU time in milliseconds; of short ones the best of three. */
function timeOf(text) {
  let best = Infinity;
  for (let run = 0; run < 3; run += 1) {
    // Descriptions that have been read before are remembered.
    const other = text.replace("|No|a|", `|No|a|${(runs += 1)} `);
    const from = process.cpuUsage();
    read(other);
    const { user, system } = process.cpuUsage(from);
    best = Math.min(best, (user + system) / 1000);
    if (best > 200) break;
  }
  return best;
}

function read(text) {
  const diagnostics = [];
  const source = createSource("page.md", text);
  try {
    const report = createReporter(source, diagnostics);
    const page = parsePage(source, report);
    const evidence = gatherEvidence(page, "a");
    const siblings = createSiblings([evidence])(evidence);
    const operation = deriveOperation(page, { page: "a", siblings }, report);
    for (const side of ["request", "response"]) [...walkMembers(operation?.[side] ?? [])];
    diagnostics.forEach((one) => renderDiagnostic(one));
    if (withYaml && operation !== undefined) writeOperation(operation);
  } catch (error) {
    say(`${error}`);
  }
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

await import("./worst-commands.mjs");
