import { Project, SyntaxKind } from "ts-morph";
import { expect, test } from "vitest";
import { reservedWords } from "../../src/model/name-table.ts";
import { runtimeNames } from "../../src/model/runtime-names.ts";

const project = new Project({
  tsConfigFilePath: "tsconfig.json",
  skipAddingFilesFromTsConfig: true,
});
const index = project.addSourceFileAtPath("src/runtime/index.ts");
project.resolveSourceFileDependencies();

const exported = [...index.getExportedDeclarations().keys()];

test("everything that the runtime exports is a name that is taken", () => {
  expect(exported.filter((name) => !runtimeNames.includes(name))).toEqual([]);
});

test("what a client can do is a name that is taken", () => {
  const client = index.getExportedDeclarations().get("Client")?.[0];
  const methods = client
    ?.asKindOrThrow(SyntaxKind.ClassDeclaration)
    .getInstanceMembers()
    .map((member) => member.getName())
    .filter((name) => !name.startsWith("#"));

  expect(methods).toEqual(["call", "close"]);
  expect(runtimeNames).toEqual(expect.arrayContaining(methods ?? []));
});

test("no name is taken for nothing", () => {
  const others = ["call", "close", "operation", "options", "request", "service"];

  expect(runtimeNames.filter((name) => !exported.includes(name))).toEqual(others);
});

test("what every object has is taken", () => {
  const names = Object.getOwnPropertyNames(Object.prototype).filter(
    (name) => !name.startsWith("__"),
  );

  expect(names.filter((name) => !reservedWords.includes(name))).toEqual([]);
});
