import { format } from "prettier";
import { beforeAll, describe, expect, test, type TestContext } from "vitest";
import { serveEndpoint } from "../../src/endpoint/serve-endpoint.ts";
import type { Operation } from "../../src/spec/operation.ts";
import { corpus, noCorpus } from "../corpus/corpus-pages.ts";
import { corpusOperations } from "./corpus-operations.ts";
import { signCall } from "./sign-call.ts";

const folders = ["cdn", "ecs", "ga", "mongodb", "ram", "vod"].flatMap((product) =>
  ["cn.zh-CN", "intl.en-US"].map((language) => `${product}/${language}`),
);

const censuses: Record<string, unknown> = {};

/** What the endpoint may answer to a call that a page shows, besides what the page's own table has. */
const documented =
  /^(?:Missing\w+|InvalidParameter|Invalid\w+\.NotFound|IdempotentParameterMismatch)$/;

describe.each(folders)("%s", (folder) => {
  let operations: readonly Operation[] = [];
  beforeAll(() => {
    if (corpus !== "") operations = corpusOperations(folder);
  });

  test("every operation answers the call that its page shows, twice", async (context) => {
    skipWithoutCorpus(context);
    const endpoint = await serveEndpoint(operations);
    const codes: Record<string, number> = {};
    const unexpected: string[] = [];
    // The second time, what the first has created is there.
    for (const form of ["JSON", "XML"]) {
      for (const operation of operations) {
        const { action: Action, version: Version } = operation;
        const query = signCall({ ...readSample(operation), Action, Version, Format: form });
        const response = await fetch(`${endpoint.url}/?${query}`);
        await response.arrayBuffer();
        const code = endpoint.calls.at(-1)?.code ?? "200";
        codes[code] = (codes[code] ?? 0) + 1;
        const known = code === "200" || documented.test(code) || hasError(operation, code);
        if (response.status >= 500 || !known)
          unexpected.push(`${Action} ${response.status} ${code}`);
      }
    }
    const resources = endpoint.resources();
    await endpoint.close();
    censuses[folder] = {
      operations: operations.length,
      resources: resources.length,
      ...countRoles(resources.map((one) => one.operations)),
      fineCalls: codes["200"],
      refusedCalls: operations.length * 2 - (codes["200"] ?? 0),
    };

    expect(unexpected).toEqual([]);
  });
});

describe("all of it", () => {
  test("has as many resources as were counted", async (context) => {
    skipWithoutCorpus(context);
    const text = await format(JSON.stringify(censuses), { parser: "json", printWidth: 100 });
    await expect(text).toMatchFileSnapshot("corpus-resources.json");
  });
});

function skipWithoutCorpus(context: TestContext): void {
  if (corpus === "") context.skip(noCorpus);
}

function countRoles(
  resources: readonly Readonly<Record<string, readonly string[]>>[],
): Record<string, number> {
  const having = (...roles: string[]) =>
    resources.filter((one) => roles.every((role) => (one[role] ?? []).length > 0)).length;
  return {
    created: having("create"),
    described: having("describe"),
    listed: having("list"),
    updated: having("update"),
    deleted: having("delete"),
    createdShownAndDeleted: resources.filter(
      ({ create = [], describe: described = [], list = [], delete: deleted = [] }) =>
        create.length > 0 && described.length + list.length > 0 && deleted.length > 0,
    ).length,
    createdDescribedListedAndDeleted: having("create", "describe", "list", "delete"),
  };
}

function hasError({ errors }: Operation, wanted: string): boolean {
  return errors.some(({ code }) => code === wanted);
}

const ofProtocol = /^(?:Action|Version|Format|Signature\w*|AccessKeyId|Timestamp|SecurityToken)$/;

/** The parameters of the page's first request sample, as they stand there. */
function readSample({ samples }: Operation): Record<string, string> {
  const text = samples.find(({ kind }) => kind === "request")?.text ?? "";
  const query = text.slice(text.indexOf("?") + 1);
  return Object.fromEntries(
    query.split("&").flatMap((pair) => {
      const [, name = "", value = ""] = /^\s*([^=<>\s]+)=([^]*)$/.exec(pair) ?? [];
      return name === "" || ofProtocol.test(name) ? [] : [[name, value.trim()]];
    }),
  );
}
