import type { Operation } from "../../src/spec/operation.ts";
import { locate, createSource } from "../../src/text/source.ts";
import { readText } from "../corpus/read-text.ts";

/** What a page means, and what was found in it and where, in the order of the reports. */
export function operationOf(text: string): { operation?: Operation; findings: string[] } {
  const source = createSource("page.md", text);
  const { operation, diagnostics } = readText(source);
  const findings = diagnostics.map(({ code, span }) => {
    const { line, column } = locate(source, span.start);
    return `${line}:${column} ${code}`;
  });
  return { ...(operation === undefined ? {} : { operation }), findings };
}

/** A page whose request table has these rows: the first of them stands in line 9. */
export function pageWith(rows: string): string {
  return `# MakeShelf

[Debug](https://api.example.com/#product=Library&api=MakeShelf&type=RPC&version=2020-01-02)

## Request parameters

|Name|Type|Required|Example|Description|
|--|--|--|--|--|
${rows}

## Response parameters

|Name|Type|Example|Description|
|--|--|--|--|
|ShelfId|String|s-1|The ID.|
`;
}
