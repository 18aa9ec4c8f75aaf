/** The parts of a page that hold text. */
const harmless = {
  frontMatter: "title: MakeShelf",
  anchor: "shelf",
  title: "MakeShelf",
  summary: "Makes a shelf.",
  linkText: "Debug",
  linkTarget: "https://api.example.com/",
  product: "Library",
  action: "MakeShelf",
  version: "2020-01-02",
  heading: "Request parameters",
  columnTitle: "Description",
  actionCell: "MakeShelf",
  name: "Title",
  type: "String",
  required: "Yes",
  example: "Novels",
  description: "The title.",
  value: "red",
  meaning: "Red ones.",
  initial: "red",
  range: "1 to 9",
  length: "1 to 9 characters",
  unit: "GiB",
  nestedName: "Rooms.N.Floor",
  responseName: "ShelfId",
  responseType: "String",
  responseExample: "s-1",
  responseDescription: "The ID.",
  typesHeading: "Room",
  fence: "http",
  request: "https://api.example.com/?Action=MakeShelf&Title=Novels",
  jsonName: "ShelfId",
  jsonValue: "s-1",
  xmlName: "ShelfId",
  xmlValue: "s-1",
  xml: "<!-- a -->",
  status: "400",
  code: "Shelf.Full",
  message: "It is full.",
  errorDescription: "Make another.",
  comment: "a comment",
};

type Parts = typeof harmless;

/** A place for a text on a page. */
export interface PagePosition {
  readonly where: keyof Parts;
  /** A page that has the text there and harmless ones everywhere else. */
  readonly withText: (text: string) => string;
}

/** Every place for a text on a page. */
export const pagePositions: readonly PagePosition[] = (
  Object.keys(harmless) as (keyof Parts)[]
).map((where) => ({ where, withText: (text) => pageOf({ ...harmless, [where]: text }) }));

/** A page with these parts. */
export function pageWith(parts: Partial<Parts>): string {
  return pageOf({ ...harmless, ...parts });
}

function pageOf(parts: Parts): string {
  const link = `${parts.linkTarget}#product=${parts.product}&api=${parts.action}&type=RPC&version=${parts.version}`;
  return `---
${parts.frontMatter}
---

# ${parts.title} {#${parts.anchor}}

<!-- ${parts.comment} -->

${parts.summary}

[${parts.linkText}](${link})

## ${parts.heading}

|Name|Type|Required|Example|${parts.columnTitle}|
|--|--|--|--|--|
|Action|String|Yes|${parts.actionCell}|The operation. Set the value to MakeShelf.|
|${parts.name}|${parts.type}|${parts.required}|${parts.example}|${parts.description}|
|Colour|String|No|red|The colour. Valid values:

-   **${parts.value}**: ${parts.meaning}
-   **blue**: Blue ones.

Default value: **${parts.initial}**.|
|Size|Integer|No|5|The size. Valid values: ${parts.range}. Unit: ${parts.unit}.|
|Label|String|No|a|The label. It is ${parts.length} in length.|
|${parts.nestedName}|Integer|No|1|The floor.|

## Response parameters

|Name|Type|Example|Description|
|--|--|--|--|
|${parts.responseName}|${parts.responseType}|${parts.responseExample}|${parts.responseDescription}|
|Rooms|Array of Room| |The rooms.|

### ${parts.typesHeading}

|Name|Type|Example|Description|
|--|--|--|--|
|Floor|Integer|1|The floor.|

## Examples

Sample requests

\`\`\`${parts.fence}
${parts.request}
\`\`\`

\`\`\`json
{"${parts.jsonName}": "${parts.jsonValue}", "Rooms": [{"Floor": 1}]}
\`\`\`

\`\`\`xml
<MakeShelfResponse><${parts.xmlName}>${parts.xmlValue}</${parts.xmlName}>${parts.xml}</MakeShelfResponse>
\`\`\`

## Error codes

|HttpCode|Error code|Error message|Description|
|--|--|--|--|
|${parts.status}|${parts.code}|${parts.message}|${parts.errorDescription}|
`;
}
