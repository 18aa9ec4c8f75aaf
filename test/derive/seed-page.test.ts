import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { walkMembers } from "../../src/spec/member-path.ts";
import { operationOf } from "./operation-of.ts";

const page = new URL("../../specs/ga-20191120/pages/CreateListener.md", import.meta.url);
const { operation, findings } = operationOf(readFileSync(page, "utf8"));
const members = new Map(
  [...walkMembers(operation?.request ?? [])].map(({ path, shape, member }) => [
    path,
    { ...member, ...shape },
  ]),
);

test("nothing is wrong with the seed page", () => {
  expect(findings).toEqual([]);
});

test("it says what it documents", () => {
  expect(operation).toMatchObject({
    product: "Ga",
    version: "2019-11-20",
    action: "CreateListener",
    page: "pages/page.md",
    summary: "调用CreateListener创建监听。",
  });
});

describe("its request", () => {
  test.each([
    ["AcceleratorId", "string", true, "ga-bp1odcab8tmno0hdq****", 14],
    ["PortRanges[].FromPort", "integer", true, "20", 15],
    ["PortRanges[].ToPort", "integer", true, "20", 18],
    ["RegionId", "string", true, "cn-hangzhou", 19],
    ["ClientToken", "string", false, "123e4567-e89b-12d3-a456-426655440000", 20],
    ["Name", "string", false, "Listener", 23],
    ["Description", "string", false, "Listener", 26],
    ["ClientAffinity", "string", false, "SOURCE_IP", 27],
    ["Protocol", "string", false, "tcp", 31],
    ["ProxyProtocol", "boolean", false, "false", 39],
    ["Certificates[].Id", "string", false, "449****-cn-hangzhou", 43],
  ])("%s: %s, required: %s, such as %s", (path, type, required, example, line) => {
    expect(members.get(path)).toMatchObject({ type, required, example, line });
  });

  test("has nothing else, but for the lists that the names imply", () => {
    expect(operation?.request.map(({ name, type, required }) => [name, type, required])).toEqual([
      ["AcceleratorId", "string", true],
      ["PortRanges", "array", true],
      ["RegionId", "string", true],
      ["ClientToken", "string", false],
      ["Name", "string", false],
      ["Description", "string", false],
      ["ClientAffinity", "string", false],
      ["Protocol", "string", false],
      ["ProxyProtocol", "boolean", false],
      ["Certificates", "array", false],
    ]);
  });

  test.each([
    [
      "PortRanges[].FromPort",
      {
        conditions: [
          {
            kind: "equals",
            to: "PortRanges[].ToPort",
            when: { member: "Protocol", in: ["HTTP", "HTTPS"] },
            line: 17,
          },
        ],
      },
    ],
    [
      "RegionId",
      {
        filledBy: "regionId",
        enum: { closed: true, values: [{ value: "cn-hangzhou", line: 19 }] },
      },
    ],
    [
      "ClientToken",
      {
        idempotencyToken: { value: true, line: 20 },
        length: { max: 64, line: 22 },
        pattern: { value: String.raw`^[\x00-\x7F]*$`, line: 22 },
      },
    ],
    [
      "Name",
      {
        length: { min: 2, max: 128, line: 25 },
        pattern: {
          value: String.raw`^[A-Za-z\p{Script=Han}][A-Za-z\p{Script=Han}0-9_-]*$`,
          line: 25,
        },
      },
    ],
    [
      "ClientAffinity",
      {
        enum: {
          closed: false,
          values: [{ value: "SOURCE_IP", line: 30 }],
        },
      },
    ],
    [
      "Protocol",
      {
        enum: {
          closed: false,
          values: [
            { value: "tcp", meaning: "TCP协议。", line: 33 },
            { value: "udp", meaning: "UDP协议。", line: 34 },
            { value: "HTTP", meaning: "HTTP协议。", line: 35 },
            { value: "HTTPS", meaning: "HTTPS协议。", line: 36 },
          ],
        },
      },
    ],
    [
      "ProxyProtocol",
      {
        default: { value: false, line: 42 },
        enum: {
          closed: false,
          values: [
            { value: true, line: 41 },
            { value: false, line: 42 },
          ],
        },
      },
    ],
    [
      "Certificates",
      {
        conditions: [
          { kind: "requiredWhen", when: { member: "Protocol", in: ["HTTPS"] }, line: 45 },
        ],
      },
    ],
  ])("says of %s what its prose says, with its lines", (path, facts) => {
    expect(members.get(path)).toMatchObject(facts);
  });

  test.each(["AcceleratorId", "PortRanges[].ToPort", "Description"])(
    "says nothing more of %s",
    (path) => {
      expect(Object.keys(members.get(path) ?? {}).sort()).toEqual([
        "description",
        "example",
        "line",
        "name",
        "required",
        "type",
      ]);
    },
  );
});

test("its response members are required, for all samples have them", () => {
  expect(operation?.response.map(({ name, type, required }) => [name, type, required])).toEqual([
    ["ListenerId", "string", true],
    ["RequestId", "string", true],
  ]);
});

test("its errors have a status and their line", () => {
  expect(operation?.errors.map(({ code, status, line }) => [code, status, line])).toEqual([
    ["ProtocalIllegal.Listener", 400, 91],
    ["NotExist.Accelerator", 400, 92],
    ["StateError.Accelerator", 400, 93],
    ["QuotaExceeded.Listener", 400, 94],
    ["PortRangeIllegal.Listener", 400, 95],
    ["PortConflict.Listener", 400, 96],
    ["QuotaExceeded.ListenerPort", 400, 97],
  ]);
  expect(operation?.errors[0]).toMatchObject({
    message: "The specified listener protocol is invalid.",
    meaning: "监听协议配置非法",
  });
});

test("its samples are a call and the answer in XML and JSON", () => {
  expect(operation?.samples.map(({ kind, line }) => [kind, line])).toEqual([
    ["request", 59],
    ["xml", 72],
    ["json", 81],
  ]);
});

test("it reads the same with the line ends of Windows, and with a byte order mark", () => {
  const text = readFileSync(page, "utf8");
  const other = operationOf(`\uFEFF${text.replaceAll("\n", "\r\n")}`);

  expect(other.findings).toEqual([]);
  expect(other.operation).toEqual(operation);
});
