import type { Member, Operation } from "../../src/spec/operation.ts";
import { serveEndpoint, type Endpoint } from "../../src/endpoint/serve-endpoint.ts";
import { signCall } from "./sign-call.ts";

const text = (name: string, required = false): Member => ({ name, required, type: "string" });
const number = (name: string): Member => ({ name, required: false, type: "integer" });
const requestId = text("RequestId", true);

function operation(
  action: string,
  {
    request = [],
    response = [],
    errors = [],
    sample,
    readOnly = /^(List|Describe|Get)/.test(action),
  }: {
    readonly request?: readonly Member[];
    readonly response?: readonly Member[];
    readonly errors?: Operation["errors"];
    readonly sample?: object;
    readonly readOnly?: boolean;
  },
): Operation {
  return {
    product: "Library",
    version: "2024-05-06",
    action,
    page: `pages/${action}.md`,
    ...(readOnly ? { readOnly } : {}),
    request,
    response: [...response, requestId],
    errors,
    samples: [{ kind: "json", line: 1, text: JSON.stringify({ ...sample, RequestId: "R-1" }) }],
  };
}

const row = { name: "Row", required: false, type: "integer", example: "7" } as const;
const labels: Member = {
  name: "Labels",
  required: false,
  type: "array",
  style: "flat",
  items: { type: "object", members: [text("Key", true), text("Value")] },
};
const shelf: readonly Member[] = [
  text("ShelfId", true),
  text("Subject"),
  { ...text("Wood"), type: "string", enum: { closed: false, values: [{ value: "OAK" }] } },
  row,
  labels,
  text("Status"),
];
const sampleShelf = {
  ShelfId: "sh-bp1****",
  Subject: "History",
  Wood: "OAK",
  Row: 7,
  Labels: [{ Key: "k", Value: "v" }],
  Status: "Active",
};

/** Shelves have ids from the service; their list has numbered pages. */
const shelves = [
  operation("CreateShelf", {
    request: [
      text("Subject", true),
      text("Wood"),
      row,
      labels,
      { ...text("Token"), idempotencyToken: { value: true } },
    ],
    response: [text("ShelfId", true)],
    sample: { ShelfId: "sh-bp1****" },
  }),
  operation("DescribeShelf", {
    request: [text("ShelfId", true)],
    response: shelf,
    sample: sampleShelf,
    errors: [
      { code: "NotExist.Library", status: 400 },
      { code: "NotExist.Shelf", status: 404, message: "The shelf does not exist." },
    ],
  }),
  operation("ListShelves", {
    request: [
      text("Subject"),
      text("Status"),
      text("ShelfIds"),
      number("PageNumber"),
      number("PageSize"),
    ],
    response: [
      { name: "Shelves", required: true, type: "array", items: { type: "object", members: shelf } },
      number("TotalCount"),
      number("PageNumber"),
      number("PageSize"),
    ],
    sample: { Shelves: [sampleShelf], TotalCount: 1, PageNumber: 1, PageSize: 10 },
  }),
  operation("ModifyShelfAttribute", {
    request: [text("ShelfId", true), text("Subject"), text("NewWood")],
  }),
  operation("DeleteShelf", { request: [text("ShelfId", true)] }),
  operation("PaintShelf", {
    request: [text("ShelfId", true)],
    errors: [{ code: "InvalidShelfId.NotFound", status: 404 }],
  }),
  operation("CleanShelf", { request: [text("ShelfId", true)] }),
];

const book = [text("BookId", true), text("Title")];

/** Books come several at once; their list has tokens, and lies in an object of its own. */
const books = [
  operation("AddBooks", {
    request: [text("Title")],
    response: [
      {
        name: "BookIdSets",
        required: true,
        type: "object",
        members: [{ name: "BookIdSet", required: true, type: "array", items: { type: "string" } }],
      },
    ],
    sample: { BookIdSets: { BookIdSet: ["b-10", "b-11"] } },
  }),
  operation("ListBooks", {
    request: [text("NextToken"), number("MaxResults")],
    response: [
      {
        name: "Books",
        required: true,
        type: "object",
        members: [
          { name: "Book", required: true, type: "array", items: { type: "object", members: book } },
        ],
      },
      text("NextToken"),
      number("TotalCount"),
    ],
    sample: {
      Books: { Book: [{ BookId: "b-10", Title: "Ulysses" }] },
      NextToken: "t",
      TotalCount: 1,
    },
  }),
  operation("RemoveBooks", {
    request: [
      { name: "BookId", required: true, type: "array", style: "flat", items: { type: "string" } },
    ],
  }),
];

/** Readers have names that callers give, and answers that have them in an object. */
const reader: Member = {
  name: "Reader",
  required: true,
  type: "object",
  members: [text("ReaderName", true), text("Comments")],
};
const sampleReader = { Reader: { ReaderName: "alice", Comments: "reads" } };
const readers = [
  operation("CreateReader", {
    request: [text("ReaderName", true), text("Comments")],
    response: [reader],
    sample: sampleReader,
    errors: [{ code: "EntityAlreadyExists.Reader", status: 409 }],
  }),
  operation("GetReader", {
    request: [text("ReaderName", true)],
    response: [reader],
    sample: sampleReader,
  }),
  operation("UpdateReader", {
    request: [text("ReaderName", true), text("NewReaderName"), text("NewComments")],
    response: [reader],
    sample: sampleReader,
  }),
  operation("DeleteReader", { request: [text("ReaderName", true)] }),
];

/** A product whose operations have every way in which pages let resources be kept. */
export const library: readonly Operation[] = [...shelves, ...books, ...readers];

/** What the endpoint answers. */
export interface Answered {
  readonly status: number;
  readonly body: string;
  readonly json: Record<string, unknown>;
}

/** An endpoint that serves the library, and a way to call it. */
export async function serveLibrary(): Promise<{
  readonly endpoint: Endpoint;
  readonly call: (action: string, parameters?: Record<string, string>) => Promise<Answered>;
}> {
  const endpoint = await serveEndpoint(library);
  return {
    endpoint,
    call: async (action, parameters = {}) => {
      const response = await fetch(
        `${endpoint.url}/?${signCall({ Action: action, ...parameters })}`,
      );
      const body = await response.text();
      const json = body.startsWith("{") ? (JSON.parse(body) as Record<string, unknown>) : {};
      return { status: response.status, body, json };
    },
  };
}
