// Projects made to be slow: each a name, the n that goes up to the usual limits, and its pages or specs for an n.
// Whatever n is, no part of a project goes beyond a limit of its own unless its name says so.

const cellSize = 200_000;

const table = "|Name|Type|Required|Example|Description|\n|--|--|--|--|--|\n";
const answerTable = "|Name|Type|Example|Description|\n|--|--|--|--|\n";
const errorTable = "|HttpCode|Code|Message|\n|--|--|--|\n";
const count = (n, line, joint = "\n") =>
  Array.from({ length: Math.max(1, Math.floor(n)) }, (_, index) => line(index)).join(joint);
const row = (name, description = "a", type = "String", example = "") =>
  `|${name}|${type}|No|${example}|${description}|`;
const answerRow = (name, description = "a", type = "String") => `|${name}|${type}||${description}|`;
const fence = (text) => `\n\`\`\`\n${text}\n\`\`\`\n`;

/** A page of one operation. */
export function page({
  action = "MakeShelf",
  request = "",
  response,
  errors,
  behind = "",
  title,
} = {}) {
  return `# ${title ?? action}

[Debug](https://api.example.com/#product=Library&api=${action}&type=RPC&version=2020-01-02)

## Request parameters

${table}|Action|String|Yes|${action}|The operation.|
${request}

## Response parameters

${answerTable}${response ?? answerRow("RequestId")}

## Samples
${behind}
${errors === undefined ? "" : `\n## Errors\n\n${errorTable}${errors}\n`}`;
}

const one = (make) => (n) => ({ "a.md": page(make(n)) });
const text = (part, n) => part.repeat(Math.ceil(n / part.length)).slice(0, n);
/** So many cells of the largest size. */
const cells = (make) => one((n) => ({ request: count(n, (at) => row(`P${at}`, make(at))) }));
const letters = (at) => {
  const digits = at.toString(26);
  return Array.from(digits, (digit) => String.fromCharCode(65 + Number.parseInt(digit, 26))).join(
    "",
  );
};

/** A name that is near no other one: letters that the numbers decide. */
const nameOf = (page, member) => {
  let state = page * 65_537 + member * 257 + 12_345;
  const digits = Array.from({ length: 12 }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return String.fromCharCode(97 + ((state >> 16) % 26));
  });
  return `N${digits.join("")}`;
};

/** `[name, the largest n, pages of n]` */
export const projects = [
  [
    "30 pages of one operation, n other members each",
    5000,
    (n) => pages(30, (at) => ({ request: count(n - 1, (i) => row(nameOf(at, i))) })),
  ],
  [
    "30 pages of one operation, n members each that are nearly the same",
    5000,
    (n) =>
      pages(30, (at) => ({
        request: count(n - 1, (i) => row(`LongMemberName${letters(i * 31 + at)}`)),
      })),
  ],
  [
    "30 pages of one operation, n members each, deep",
    5000,
    (n) =>
      pages(30, (at) => ({
        response: count(n / 100, (i) => answerRow(`R${i}P${at}${count(99, (d) => `.L${d}`, "")}`)),
      })),
  ],
  [
    "n pages of one operation, one member more each",
    1000,
    (n) => pages(n, (at) => ({ request: `${row("Shared")}\n${row(nameOf(at, 0))}` })),
  ],
  [
    "30 pages of one operation, n errors each",
    5000,
    (n) => pages(30, (at) => ({ errors: count(n, (i) => `|400|Error.Of${at}.No${i}|a|`) })),
  ],
  [
    "30 pages of one operation, n members each of other types",
    5000,
    (n) =>
      pages(30, (at) => ({
        request: count(n - 1, (i) =>
          row(`M${i}`, `取值：1～${at + 9}`, at % 2 ? "Integer" : "Long"),
        ),
      })),
  ],
  [
    "n request and n response rows",
    5000,
    one((n) => ({
      request: count(n - 1, (i) => row(`P${i}`)),
      response: count(n, (i) => answerRow(`R${i}`)),
    })),
  ],
  [
    "n required rows, with examples, defaults and two samples",
    4000,
    one((n) => ({
      request: count(n - 1, (i) => `|P${i}|Integer|Yes|a${i}|取值：1～10。默认值：20|`),
      response: count(n, (i) => answerRow(`R${i}`, "a", "Integer")),
      behind:
        fence(`https://a.com/?Action=MakeShelf${count(n, (i) => `&Q${i}=1`, "")}`) +
        fence(`https://a.com/?Action=MakeShelf${count(n, (i) => `&P${i}=x`, "")}`) +
        fence(`{${count(n, (i) => `"R${i}": "x${i}"`, ",")}}`),
    })),
  ],
  [
    "a sample answer of n members that no row has",
    40_000,
    one((n) => ({
      response: count(5000, (i) => answerRow(`R${i}`)),
      behind: fence(`{"R1": "a", ${count(n, (i) => `"Unknown${i}": "x${i}"`, ",")}}`),
    })),
  ],
  [
    "a sample answer of n items, members in lists",
    40_000,
    one((n) => ({
      response: count(50, (i) => answerRow(`Items.N.R${i}`)),
      behind: fence(`{"Items": [${count(n, (i) => `{"R${i % 50}": "a${i}", "U${i}": 1}`, ",")}]}`),
    })),
  ],
  [
    "n members with 50 values",
    2000,
    one((n) => ({
      request: count(n, (i) => row(`P${i}`, `取值：${count(50, (v) => `\`a${i}v${v}\``, "、")}`)),
    })),
  ],
  [
    "n members with 50 values that others have",
    2500,
    one((n) => ({
      request: count(n, (i) => row(`P${i}`, `取值：${count(50, (v) => `\`value${v}\``, "、")}`)),
    })),
  ],
  [
    "n values of a member, listed with meanings",
    15_000,
    one((n) => ({
      request: row("P", `取值：<ul>${count(n, (v) => `<li>a${v}：b</li>`, "")}</ul>`),
    })),
  ],
  [
    "18 cells of n values",
    15_000,
    one((n) => ({
      request: count(18, (i) => row(`P${i}`, `取值：${count(n, (v) => `\`p${i}v${v}\``, "、")}`)),
    })),
  ],
  [
    "18 cells of n values of an answer, which a sample has",
    15_000,
    one((n) => ({
      response: count(18, (i) =>
        answerRow(`P${i}`, `取值：${count(n, (v) => `\`p${i}v${v}\``, "、")}`),
      ),
      behind: fence(`{${count(18, (i) => `"P${i}": "none"`, ",")}}`),
    })),
  ],
  ["n cells of plain text", 18, cells(() => text("lorem ipsum dolor sit amet ", cellSize))],
  ["n cells of one word", 18, cells(() => text("a", cellSize))],
  ["n cells of short sentences", 18, cells((at) => text(`It is ${at}. `, cellSize))],
  [
    "n cells of Chinese sentences with cases",
    18,
    cells((at) => text(`当P${at + 1}为a时，必选。`, cellSize)),
  ],
  ["n cells of conditions", 18, cells(() => text("仅当监听为HTTPS协议时有效。", cellSize / 3))],
  ["n cells of ranges", 18, cells(() => text("取值范围：1～100。", cellSize / 3))],
  ["n cells of code spans", 18, cells(() => text("`a` is b. ", cellSize))],
  ["n cells of links", 18, cells(() => text("[a](https://a.com/b) ", cellSize))],
  ["n cells of lists", 18, cells(() => text("<br>- a: b", cellSize))],
  [
    "n rows of conditions on others",
    5000,
    one((n) => ({
      request: count(n - 1, (i) =>
        row(`P${i}`, `取值：a${i}、b。仅当P${(i + 1) % n}取值为b时有效。当P1为b时，必选。`),
      ),
    })),
  ],
  [
    "n rows that must equal others",
    5000,
    one((n) => ({
      request: count(n - 1, (i) => row(`P${i}`, `实例ID。实例ID和P${(i + 1) % n}必须相同。`)),
    })),
  ],
  [
    "n rows about members of one name",
    5000,
    one((n) => ({
      request: count(n / 2, (i) => row(`A${i}.Name`, "当Name取值为b时，必选。取值：b、c")),
    })),
  ],
  [
    "n/100 chains of members 100 deep",
    5000,
    one((n) => ({
      request: count(n / 100, (i) => row(`C${i}${count(99, (d) => `.L${d}`, "")}`)),
      response: count(n / 100, (i) => answerRow(`C${i}${count(99, (d) => `.L${d}`, "")}`)),
    })),
  ],
  [
    "a chain of 190 levels, n members at its end",
    4800,
    one((n) => ({
      request: count(n, (i) => row(`${count(190, () => "L", ".")}.M${i}`)),
    })),
  ],
  [
    "a chain of 190 levels, n members on the way",
    4800,
    one((n) => ({
      response: count(n, (i) =>
        answerRow(`${count(1 + (i % 190), (d) => `Level${d}`, ".")}.M${i}`),
      ),
    })),
  ],
  [
    "n members with names that collide",
    4800,
    one((n) => ({
      request: count(n / 2, (i) => row(`A${count(i % 40, () => "-", "")}B${i % 60}.C.N.D${i}`)),
      response: count(n / 2, (i) => answerRow(`A.B${i % 60}.N.C${i}.D`)),
    })),
  ],
  [
    "n lists whose types have one name",
    2400,
    one((n) => ({ response: count(n, (i) => answerRow(`A${i}.Item.N.Name`)) })),
  ],
  [
    "n members whose constants have one name",
    2400,
    one((n) => ({ request: count(n, (i) => row(`A${i}.Status`, "取值：`on`、`off`")) })),
  ],
  [
    "n values that are the same letters",
    10_000,
    one((n) => ({
      request: row(
        "P",
        `取值：${count(n, (v) => `\`a${text("-+_.*", v % 17)}b${v % 900}\``, "、")}`,
      ),
    })),
  ],
  ["n samples", 80_000, one((n) => ({ behind: count(n, (i) => fence(`{"K${i}": 1}`), "") }))],
  [
    "n sample requests",
    30_000,
    one((n) => ({
      request: row("P"),
      behind: count(n, (i) => fence(`https://a.com/?Action=MakeShelf&P=${i}`), ""),
    })),
  ],
  [
    "n samples of 500 documented members",
    250,
    one((n) => ({
      response: count(500, (i) => answerRow(`Member${i}`)),
      behind: count(n, () => fence(`{${count(500, (i) => `"Member${i}": "${i}"`, ",")}}`), ""),
    })),
  ],
  [
    "a JSON sample of n members, all documented",
    5000,
    one((n) => ({
      response: count(n, (i) => answerRow(`Member${i}`)),
      behind: fence(`{${count(n, (i) => `"Member${i}": ${i}`, ",")}}`),
    })),
  ],
  [
    "an XML sample of n items",
    30_000,
    one((n) => ({
      response: `${answerRow("Items.N.Id")}\n${answerRow("Items.N.Name")}`,
      behind: fence(
        `<MakeShelfResponse><Items>${count(n, (i) => `<Item><Id>${i}</Id><Name>a</Name></Item>`, "")}</Items></MakeShelfResponse>`,
      ),
    })),
  ],
  [
    "a JSON sample of n characters in one text",
    1_900_000,
    one((n) => ({ response: answerRow("A"), behind: fence(`{"A": "${text("ab c", n)}"}`) })),
  ],
  [
    "a sample of n levels",
    400,
    one((n) => ({
      response: answerRow("A"),
      behind: count(2000, () => fence(`{"A": ${text("[", n - 1)}1${text("]", n - 1)}}`), ""),
    })),
  ],
  ["n errors", 10_000, one((n) => ({ errors: count(n, (i) => `|400|Error.No${i}|a|`) }))],
  [
    "n errors in tables of 5,000",
    80_000,
    one((n) => ({
      errors: count(
        n / 5000,
        (t) => count(5000, (i) => `|400|Error.No${t * 5000 + i}|a|`),
        `\n\ntext\n\n${errorTable}`,
      ),
    })),
  ],
  [
    "n errors of one code",
    10_000,
    one((n) => ({ errors: count(n, (i) => `|${400 + (i % 99)}|Error|a|`) })),
  ],
  [
    "n errors of one code with other messages",
    10_000,
    one((n) => ({ errors: count(n, (i) => `|${400 + (i % 99)}|Error|message ${i % 5000}|`) })),
  ],
  [
    "n errors whose constants have one name",
    10_000,
    one((n) => ({ errors: count(n, (i) => `|400|A${text(".-_", i % 23)}B${i % 700}|a|`) })),
  ],
  [
    "n types with links to them",
    2400,
    one((n) => ({
      response: count(n, (i) => answerRow(`A${i}`, "a", `[Data${i}](#data${i})`)),
      behind: count(n, (i) => `\n## Data${i}\n\n${answerTable}${answerRow(`B${i}`)}\n`),
    })),
  ],
  [
    "n members of one type of 10",
    450,
    one((n) => ({
      response: count(n, (i) => answerRow(`A${i}`, "a", "Shared")),
      behind: `\n## Shared\n\n${answerTable}${count(10, (i) => answerRow(`B${i}`))}\n`,
    })),
  ],
  [
    "n types that nobody has",
    20_000,
    one((n) => ({
      response: answerRow("A"),
      behind: count(n, (i) => `\n## Data${i}\n\n${answerTable}${answerRow(`B${i}`)}\n`),
    })),
  ],
  ["n headings", 300_000, one((n) => ({ behind: count(n, (i) => `## H${i}`) }))],
  ["n tables", 80_000, one((n) => ({ behind: count(n, () => `\n|Name|\n|--|\n|a|\n\ntext\n`) }))],
  [
    "n paragraphs",
    300_000,
    (n) => ({ "a.md": page({ title: `MakeShelf\n\n${count(n, (i) => `text ${i}.\n`)}` }) }),
  ],
  [
    "n paragraphs of links",
    50_000,
    (n) => ({
      "a.md": page({ title: `MakeShelf\n\n${count(n, (i) => `[a](https://a.com/#api=A${i})\n`)}` }),
    }),
  ],
  [
    "a table of n rows, more than may be",
    100_000,
    one((n) => ({ request: count(n, (i) => row(`P${i}`)) })),
  ],
  ["n rows of one name", 9999, one((n) => ({ request: count(n - 1, () => row("P")) }))],
  [
    "n rows of one item each",
    9999,
    one((n) => ({ request: count(n - 1, (i) => row(`Tag.${i + 1}.Key`)) })),
  ],
  [
    "n names of 700 characters",
    4900,
    one((n) => ({ request: count(n, (i) => row(`P${i}${text("abc", 700)}`)) })),
  ],
  [
    "n names that are nearly the same",
    4900,
    one((n) => ({
      request: count(n, (i) => row(`MemberOfRequest${letters(i)}`)),
      behind: fence(
        `https://a.com/?Action=MakeShelf${count(n, (i) => `&MemberOfRequesx${letters(i)}=1`, "")}`,
      ),
    })),
  ],
  [
    "n columns",
    190,
    one((n) => ({
      request: `\n\ntext\n\n|Name|Type${count(n, (i) => `|Column${i}`, "")}|\n|--|--${count(n, () => "|--", "")}|\n${count(4000, (r) => `|P${r}|String${count(n, () => "|a", "")}|`)}`,
    })),
  ],
  [
    "n operations",
    1000,
    (n) =>
      many(n, (at) => ({
        request: count(9, (i) => row(`P${i}`, `取值：a${at}、b`)),
        errors: "|400|Error|a|",
      })),
  ],
  [
    "n operations of names that differ in their end",
    1000,
    (n) =>
      many(
        n,
        () => ({}),
        (at) => `MakeLongShelf${letters(at)}`,
      ),
  ],
  [
    "20 operations of n members in lists",
    1000,
    (n) => many(20, () => ({ response: count(n, (i) => answerRow(`Items.Item.N.R${i}`)) })),
  ],
  [
    "n overlay actions on one operation",
    3000,
    (n) => ({
      "a.md": page({ request: count(3000, (i) => row(`P${i}`)) }),
      "overlays/a.yaml": overlay(
        n,
        (i) => `request: P${i} }\n    because: a\n    update: { description: b${i} }`,
      ),
    }),
  ],
  [
    "n overlay files on one operation",
    2000,
    (n) => ({
      "a.md": page({ request: count(2000, (i) => row(`P${i}`)) }),
      ...Object.fromEntries(
        Array.from({ length: n }, (_, i) => [
          `overlays/o${i}.yaml`,
          overlay(1, () => `request: P${i} }\n    because: a\n    update: { description: b${i} }`),
        ]),
      ),
    }),
  ],
  [
    "n overlay actions that add",
    3000,
    (n) => ({
      "a.md": page({ request: row("P") }),
      "overlays/a.yaml": overlay(
        n,
        (i) => `request: New${i} }\n    because: a\n    add: { type: string, required: false }`,
      ),
    }),
  ],
  [
    "n overlay actions on names that are nearly right",
    2000,
    (n) => ({
      "a.md": page({ request: count(4900, (i) => row(`MemberOfRequest${letters(i)}`)) }),
      "overlays/a.yaml": overlay(
        n,
        (i) =>
          `request: MemberOfRequesx${letters(i)} }\n    because: a\n    update: { description: b }`,
      ),
    }),
  ],
  [
    "n overlay actions on errors",
    3000,
    (n) => ({
      "a.md": page({ errors: count(5000, (i) => `|400|Error.No${i}|a|`) }),
      "overlays/a.yaml": overlay(
        n,
        (i) => `error: Error.No${i} }\n    because: a\n    update: { meaning: b${i} }`,
      ),
    }),
  ],
  [
    "n overlay actions on operations that there are not",
    2000,
    (n) => ({
      ...many(500, () => ({})),
      "overlays/a.yaml": `actions:\n${count(n, (i) => `  - target: { operation: MakeShelfx${letters(i)}y }\n    because: a\n    update: { summary: b }`)}\n`,
    }),
  ],
];

function overlay(n, rest) {
  return `actions:\n${count(n, (i) => `  - target: { operation: MakeShelf, ${rest(i)}`)}\n`;
}

/** Pages of one operation, in languages and folders of their own. */
function pages(n, make) {
  return Object.fromEntries(Array.from({ length: n }, (_, at) => [`l${at}/a.md`, page(make(at))]));
}

/** Pages of an operation each. */
function many(n, make, name = (at) => `MakeShelf${at}`) {
  return Object.fromEntries(
    Array.from({ length: n }, (_, at) => [`o${at}.md`, page({ action: name(at), ...make(at) })]),
  );
}

/** A page, differently said: descriptions, types and values are others, rows come in another order. */
export function reworded(text) {
  const lines = text.split("\n");
  const changed = [];
  for (let at = 0; at < lines.length; at += 1) {
    const block = [];
    while (/^\|(?!Name|HttpCode|--|Action\|)/.test(lines[at] ?? "")) {
      block.push(lines[at]);
      at += 1;
    }
    changed.push(
      ...block.reverse().map((line) =>
        line
          .replaceAll("|String|", "|Integer|")
          .replaceAll("|a|", "|b|")
          .replaceAll("|400|", "|401|")
          .replaceAll(/`(\w+)`/g, "`$1x`"),
      ),
    );
    if (at < lines.length) changed.push(lines[at]);
  }
  return changed.join("\n");
}
