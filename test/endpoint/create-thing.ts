import type { Operation } from "../../src/spec/operation.ts";

/** An operation with one member of each kind that the endpoint treats differently. */
export const createThing: Operation = {
  product: "Shop",
  version: "2024-05-06",
  action: "CreateThing",
  page: "pages/CreateThing.md",
  request: [
    {
      name: "Name",
      required: true,
      type: "string",
      length: { min: 2, max: 8 },
      pattern: { value: "[\\p{L}][\\p{L}\\d_-]*|-" },
    },
    {
      name: "Ports",
      required: true,
      type: "array",
      style: "flat",
      count: { max: 12 },
      items: {
        type: "object",
        members: [
          { name: "From", required: true, type: "integer", range: { min: 1, max: 65535 } },
          {
            name: "To",
            required: true,
            type: "integer",
            conditions: [
              { kind: "equals", to: "Ports[].From", when: { member: "Kind", in: ["http"] } },
            ],
          },
        ],
      },
    },
    {
      name: "Kind",
      required: false,
      type: "string",
      default: { value: "tcp" },
      enum: { closed: true, values: [{ value: "tcp" }, { value: "http" }] },
    },
    {
      name: "Size",
      required: false,
      type: "string",
      enum: { closed: false, values: [{ value: "small" }] },
    },
    {
      name: "Host",
      required: false,
      type: "string",
      conditions: [{ kind: "requiredWhen", when: { member: "Kind", in: ["http"] } }],
    },
    { name: "Public", required: false, type: "boolean" },
    { name: "Weight", required: false, type: "double" },
    { name: "Since", required: false, type: "string", format: "date-time" },
    { name: "Zones", required: false, type: "array", style: "comma", items: { type: "integer" } },
    {
      name: "Rules",
      required: false,
      type: "array",
      style: "json",
      items: {
        type: "object",
        members: [
          { name: "Key", required: true, type: "string" },
          { name: "Count", required: false, type: "long" },
        ],
      },
    },
    { name: "Labels", required: false, type: "map", style: "flat", values: { type: "string" } },
    {
      name: "Token",
      required: false,
      type: "string",
      length: { max: 64 },
      idempotencyToken: { value: true },
    },
  ],
  response: [
    { name: "ThingId", required: true, type: "string" },
    { name: "RequestId", required: true, type: "string" },
  ],
  errors: [
    { code: "QuotaExceeded.Thing", status: 403, message: "There are <too many> things." },
    { code: "StateError.Thing", meaning: "The thing is busy." },
  ],
  samples: [
    { kind: "request", line: 40, text: "http(s)://[Endpoint]/?Action=CreateThing" },
    { kind: "json", line: 50, text: '{ "ThingId": "t-1",  "RequestId": "R-1" }\n' },
    {
      kind: "xml",
      line: 60,
      text: "<CreateThingResponse>\n  <ThingId>t-1</ThingId>\n</CreateThingResponse>\n",
    },
  ],
};

/** The least that `CreateThing` takes. */
export const leastParameters = { Name: "shoe", "Ports.1.From": "20", "Ports.1.To": "21" };
