import { describe, expect, test } from "vitest";
import { buildPackage } from "../../src/model/build-package.ts";
import type { OperationModel } from "../../src/model/package-model.ts";
import { runtimeNames } from "../../src/model/runtime-names.ts";
import type { Member, Operation } from "../../src/spec/operation.ts";
import { everyShape } from "../spec/every-shape.ts";
import { operationWith, text } from "../spec/operation-with.ts";

const product = { product: "Shop", version: "2024-05-06" };

function build(...operations: readonly Operation[]) {
  return buildPackage(product, operations, runtimeNames);
}

function buildActions(...actions: readonly string[]) {
  return build(...actions.map((action) => operationWith({ action }))).operations;
}

/** The only operation of a package, with the given parts. */
function buildOne(parts: Partial<Operation>): OperationModel {
  const [operation] = build(operationWith(parts)).operations;
  if (operation === undefined) throw new Error("there is no operation");
  return operation;
}

/** Every name that a package exports, besides those of its runtime. */
function exportsOf({ operations, client }: ReturnType<typeof build>): string[] {
  return [
    client,
    ...operations.flatMap((operation) => [
      operation.functionName,
      operation.serializer,
      operation.guard,
      operation.errorCodes.name,
      operation.request.name,
      operation.response.name,
      ...operation.nested.map(({ name }) => name),
      ...operation.valueSets.map(({ name }) => name),
    ]),
  ];
}

function object(name: string, ...members: readonly Member[]): Member {
  return { name, type: "object", required: false, style: "flat", members };
}

function list(name: string, ...members: readonly Member[]): Member {
  return { name, type: "array", required: false, items: { type: "object", members } };
}

describe("a package", () => {
  test("is named after its product and version, unless product.yaml says otherwise", () => {
    expect(build()).toMatchObject({
      name: "shop-20240506",
      version: "0.1.0",
      client: "ShopClient",
    });
    expect(
      buildPackage({ ...product, package: "@a/b", packageVersion: "1.2.3" }, [], []),
    ).toMatchObject({ name: "@a/b", version: "1.2.3" });
  });

  test("has its operations by name", () => {
    expect(buildActions("Zip", "Add", "Move").map(({ action }) => action)).toEqual([
      "Add",
      "Move",
      "Zip",
    ]);
  });

  test("is the same whatever order its operations came in", () => {
    const [a, b] = [operationWith({ action: "A" }), everyShape];

    expect(build(a, b)).toEqual(build(b, a));
  });
});

describe("an operation's names", () => {
  test("are made of its action", () => {
    expect(buildOne({ action: "CreateThing" })).toMatchObject({
      functionName: "createThing",
      serializer: "serializeCreateThingRequest",
      guard: "isCreateThingError",
      module: "create-thing",
      request: { name: "CreateThingRequest" },
      response: { name: "CreateThingResponse" },
      errorCodes: { name: "CreateThingErrorCode" },
    });
  });

  test.each([
    ["DNSQuery", "dnsQuery", "dns-query"],
    ["ListVPCs", "listVPCs", "list-vp-cs"],
    ["Get_Thing", "getThing", "get-thing"],
    ["A", "a", "a"],
    ["Describe2Things", "describe2Things", "describe-2-things"],
  ])("%s → %s in %s", (action, functionName, module) => {
    expect(buildOne({ action })).toMatchObject({ functionName, module });
  });

  test.each(["Delete", "New", "Await", "Arguments", "Eval", "Let"])(
    "keep clear of the reserved word in %s",
    (action) => {
      expect(buildOne({ action }).functionName).toBe(`${action.toLowerCase()}_`);
    },
  );

  test.each(["Constructor", "Then", "ToString", "ToJSON", "ValueOf", "Call", "Close"])(
    "keep clear of what an object or a client does by the name of %s",
    (action) => {
      expect(buildOne({ action }).functionName).toMatch(/_$/);
    },
  );

  test.each(["Request", "Options", "Operation", "Service"])(
    "keep clear of what the generated code calls %s",
    (action) => {
      expect(buildOne({ action }).functionName).toBe(`${action.toLowerCase()}_`);
    },
  );

  test("keep clear of what the runtime exports", () => {
    const [client, error] = buildActions("Service", "isServiceError");

    expect(client?.functionName).toBe("service_");
    expect(error?.functionName).toBe("isServiceError_");
  });

  test("keep clear of each other", () => {
    const names = exportsOf(
      build(
        operationWith({ action: "A_B" }),
        operationWith({ action: "AB" }),
        operationWith({ action: "IsABError" }),
        operationWith({ action: "SerializeABRequest" }),
        operationWith({ action: "A", request: [object("BRequest", text("X"))] }),
        operationWith({ action: "a", request: [object("BResponse", text("X"))] }),
      ),
    );

    expect(new Set(names).size).toBe(names.length);
  });

  test("give a function its name before anything else gets it", () => {
    const [is, x] = buildActions("IsXError", "X");

    expect([is?.functionName, x?.guard]).toEqual(["isXError", "isXError2"]);
  });

  test("give files names that differ by more than case", () => {
    const modules = buildActions("GetURL", "GetUrl", "GETURL").map(({ module }) => module);

    expect(new Set(modules.map((module) => module.toLowerCase())).size).toBe(3);
  });

  test.each(["Con", "NUL", "Aux", "Prn"])(
    "give no file the name %s, which Windows keeps",
    (action) => {
      expect(buildOne({ action }).module).toBe(`${action.toLowerCase()}2`);
    },
  );

  test("give a file a name that is short enough to be one", () => {
    expect(buildOne({ action: "A".repeat(300) }).module.length).toBeLessThan(200);
  });
});

describe("a shape inside another", () => {
  test("is named after the operation and the last part of its path", () => {
    const { nested } = buildOne({ request: [list("Ports", object("Range", text("From")))] });

    expect(nested.map(({ name, path, writer, members }) => [name, path, writer, members])).toEqual([
      ["CreateThingPort", "Ports[]", "writePort", "portMembers"],
      ["CreateThingRange", "Ports[].Range", "writeRange", "rangeMembers"],
    ]);
  });

  test.each([
    ["Statuses", "CreateThingStatus"],
    ["Caches", "CreateThingCache"],
    ["Children", "CreateThingChild"],
    ["Metadata", "CreateThingMetadata"],
  ])("is named in the singular where it is an item of %s", (name, expected) => {
    const { nested } = buildOne({ response: [list(name, text("Value"))] });

    expect(nested.map((shape) => shape.name)).toEqual([expected]);
  });

  test("is named after its whole path where another has the last part", () => {
    const { nested } = buildOne({
      request: [
        object("A", object("Tag", text("X"))),
        object("B", list("Tags", text("Y")), object("A", object("A", text("X")))),
      ],
    });

    expect(nested.map(({ name }) => name)).toEqual([
      "CreateThingA",
      "CreateThingTag",
      "CreateThingB",
      "CreateThingBTag",
      "CreateThingBA",
      "CreateThingBAA",
    ]);
  });

  test("is one where two are called alike and have the same members, whatever is said of them", () => {
    const told = { ...text("Key"), description: "The key.", line: 9 };
    const { nested, request } = buildOne({
      request: [list("Tags", text("Key")), object("Disk", list("Tags", told))],
    });

    expect(nested.map(({ name }) => name)).toEqual(["CreateThingTag", "CreateThingDisk"]);
    expect(request.properties[0]?.type).toMatchObject({ items: { shape: { path: "Tags[]" } } });
  });

  test("is named after the side where request and response have the same", () => {
    const { nested } = buildOne({
      request: [list("Ports", text("From"))],
      response: [list("Ports", text("From"))],
    });

    expect(nested.map(({ name }) => name)).toEqual(["CreateThingPort", "CreateThingResponsePort"]);
  });

  test("has a name even where its member has none in letters", () => {
    const { nested } = buildOne({ action: "Promise", request: [object("中文", text("X"))] });

    expect(nested.map(({ name }) => name)).toEqual(["PromiseValue"]);
  });

  test("has a writer that is not called like the operation", () => {
    const { functionName, nested } = buildOne({
      action: "WriteFoo",
      request: [object("Foo", text("X"))],
    });

    expect([functionName, nested[0]?.writer]).toEqual(["writeFoo", "writeFoo2"]);
  });

  test("has a writer within JSON, too, which checks its members", () => {
    const { nested } = buildOne({
      request: [{ ...object("Json", object("Inner", text("X"))), style: "json" } as Member],
    });

    expect(nested.map(({ writer, members }) => [writer, members])).toEqual([
      ["writeJson", "jsonMembers"],
      ["writeInner", "innerMembers"],
    ]);
  });

  test("has no writer in a response", () => {
    const { nested } = buildOne({ response: [object("Answer", text("X"))] });

    expect(nested.map(({ writer, members }) => [writer, members])).toEqual([
      [undefined, undefined],
    ]);
  });

  test("within JSON has no style of its own", () => {
    const inner = { ...list("Inner", text("X")), style: "json" } as Member;
    const { nested } = buildOne({
      request: [{ ...object("Json", inner), style: "json" } as Member],
    });

    expect(nested[0]?.properties[0]?.type).toMatchObject({ kind: "list", style: "flat" });
  });

  test("without members is a value of which nothing is known", () => {
    const { request } = buildOne({ request: [object("Any")] });

    expect(request.properties[0]?.type).toEqual({ kind: "unknown", style: "flat" });
  });
});

describe("a member is optional", () => {
  test.each([
    ["where the page says so", text("A"), true],
    ["unless the page says otherwise", text("A", { required: true }), false],
    ["where the client fills it in", text("A", { required: true, filledBy: "regionId" }), true],
  ])("%s", (_, member, optional) => {
    expect(buildOne({ request: [member] }).request.properties[0]?.optional).toBe(optional);
  });

  test("in a response only where the page says so: nobody fills it in there", () => {
    const member = text("A", { required: true, filledBy: "regionId" });

    expect(buildOne({ response: [member] }).response.properties[0]?.optional).toBe(false);
  });
});

describe("a list that is joined by commas", () => {
  test.each([
    ["date-times", { type: "string", format: "date-time" }],
    ["anything", { type: "any" }],
  ] as const)("takes %s as text", (_, items) => {
    const member: Member = { name: "A", type: "array", required: true, style: "comma", items };

    expect(buildOne({ request: [member] }).request.properties[0]?.type).toEqual({
      kind: "list",
      style: "comma",
      items: { kind: "string" },
    });
  });
});

describe("what a value is held to", () => {
  const limits = (...request: readonly Member[]) => buildOne({ request }).limits;
  const values = [{ value: "a" }, { value: "b" }];

  test("is what its page says of it", () => {
    const member = text("Name", {
      enum: { closed: true, values },
      length: { min: 2, max: 8 },
      range: { max: 9 },
      count: { min: 1 },
      pattern: { value: "^[a-z]*$" },
    });

    expect(limits(member)).toEqual([
      {
        name: "nameLimits",
        values: ["a", "b"],
        length: { min: 2, max: 8 },
        range: { max: 9 },
        count: { min: 1 },
        pattern: "^[a-z]*$",
      },
    ]);
  });

  test("is not the values that are documented, if there may be others", () => {
    expect(limits(text("Name", { enum: { closed: false, values } }))).toEqual([]);
  });

  test("is a number of values as it is sent", () => {
    const member = text("Name", {
      type: "number",
      enum: { closed: true, values: [{ value: 1.5 }, { value: 2 }] },
    });

    expect(limits(member)).toEqual([{ name: "nameLimits", values: ["1.5", "2"] }]);
  });

  test.each(["(", "^(a+)+$"])("is not the pattern %s, which cannot be run on any text", (value) => {
    expect(limits(text("Name", { pattern: { value } }))).toEqual([]);
  });

  test("is known of a list and of its items", () => {
    const names: Member = {
      name: "Names",
      type: "array",
      required: true,
      count: { max: 3 },
      items: { type: "string", length: { max: 8 } },
    };

    expect(buildOne({ request: [names] }).request.properties[0]?.type).toEqual({
      kind: "list",
      style: "flat",
      limits: "namesLimits",
      items: { kind: "string", limits: "nameLimits" },
    });
  });

  test("has the name of the whole path where two members have one name", () => {
    const member = text("Name", { length: { max: 8 } });

    expect(limits(member, object("Rule", member)).map(({ name }) => name)).toEqual([
      "nameLimits",
      "ruleNameLimits",
    ]);
  });

  test("is nothing in a response", () => {
    expect(buildOne({ response: [text("Name", { length: { max: 8 } })] }).limits).toEqual([]);
  });
});

describe("the keys of documented values", () => {
  test.each([
    [
      ["tcp", "HTTP", "a_b"],
      ["tcp", "HTTP", "a_b"],
    ],
    [
      ["", " "],
      ["Empty", "Value"],
    ],
    [
      ["cn-hangzhou", "5.6", "2-way"],
      ["CnHangzhou", "_5_6", "_2Way"],
    ],
    [
      ["*", "+", "-"],
      ["Value", "Value2", "Value3"],
    ],
    [
      ["是", "否"],
      ["是", "否"],
    ],
    [
      ["__proto__", "constructor", "then"],
      ["Proto", "constructor", "then"],
    ],
    [
      ["a-b", "AB", "a b"],
      ["AB2", "AB", "AB3"],
    ],
    [
      ["v1", "v-1", "v1_2"],
      ["v1", "V1", "v1_2"],
    ],
    [
      [1, -1, 12, 1.5],
      ["_1", "Minus1", "_12", "_1_5"],
    ],
    [
      ["a", "b", "a"],
      ["a", "b"],
    ],
  ])("%j → %j", (values, keys) => {
    const type = typeof values[0] === "number" ? "number" : "string";
    const { valueSets } = buildOne({
      request: [
        {
          name: "A",
          type,
          required: false,
          enum: { closed: true, values: values.map((value) => ({ value })) },
        },
      ],
    });

    expect(valueSets[0]?.entries.map(({ key }) => key)).toEqual(keys);
  });
});

describe("the keys of error codes", () => {
  test.each([
    [["PortConflict.Listener"], ["PortConflictListener"]],
    [
      ["Port.Conflict", "PortConflict", "port-conflict"],
      ["PortConflict2", "PortConflict", "PortConflict3"],
    ],
    [
      ["400.1", "40.01"],
      ["_400_1", "_40_01"],
    ],
    [
      ["...", "错误"],
      ["Code", "Code2"],
    ],
    [
      ["__proto__", "constructor"],
      ["Proto", "Constructor"],
    ],
  ])("%j → %j", (codes, keys) => {
    const { errorCodes } = buildOne({ errors: codes.map((code) => ({ code })) });

    expect(errorCodes.entries.map(({ key }) => key)).toEqual(keys);
  });

  test("are one for all rows with the code", () => {
    const { errorCodes } = buildOne({
      errors: [
        { code: "A", status: 400 },
        { code: "A", status: 404 },
      ],
    });

    expect(errorCodes.entries.map(({ rows }) => rows.map(({ status }) => status))).toEqual([
      [400, 404],
    ]);
  });
});
