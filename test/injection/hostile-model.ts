import { buildPackage } from "../../src/model/build-package.ts";
import { runtimeNames } from "../../src/model/runtime-names.ts";
import type { Member, Operation } from "../../src/spec/operation.ts";
import { payloads } from "../emit/payloads.ts";

/** Members with a payload in every place that a page can write to. */
function hostileMembers(): Member[] {
  return payloads.flatMap((payload, index): Member[] => {
    const everywhere = {
      required: index % 2 === 0,
      example: payload,
      description: payload,
      conditions: [
        { kind: "onlyWhen", when: { member: payload, in: [payload, 1] } },
        { kind: "equals", to: payload },
      ],
    } as const;
    return [
      {
        name: payload,
        type: "string",
        ...everywhere,
        default: { value: payload },
        pattern: { value: payload },
        enum: { closed: true, values: [{ value: payload, meaning: payload }] },
      },
      { name: `number ${payload}`, type: "long", ...everywhere },
      { name: `list ${payload}`, type: "array", ...everywhere, items: { type: "string" } },
      {
        name: `object ${payload}`,
        type: "object",
        ...everywhere,
        members: [{ name: payload, type: "string", ...everywhere }],
      },
    ];
  });
}

/** An operation with a payload in every place. */
const hostile: Operation = {
  product: "Shop",
  version: "2024-05-06",
  action: "CreateThing",
  page: payloads.join(" "),
  summary: payloads.join("\n\n"),
  request: hostileMembers(),
  response: hostileMembers(),
  errors: payloads.map((payload) => ({ code: payload, message: payload, meaning: payload })),
  samples: payloads.map((payload) => ({ kind: "json", line: 1, text: payload })),
};
const plain: Operation = { ...hostile, action: "Plain", request: [], response: [], errors: [] };
/** All payloads in one text. */
export const all = payloads.join(" ");
/** Its model. */
export const model = buildPackage(
  {
    product: "Shop",
    version: "2024-05-06",
    package: all,
    packageVersion: all,
    description: all,
    // A host is all that an endpoint can be: see hostLiteral.
    endpoint: "shop.example.com",
  },
  [hostile, plain],
  runtimeNames,
);
