import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { serveEndpoint } from "../../src/endpoint/serve-endpoint.ts";
import type { Operation } from "../../src/spec/operation.ts";
import { corpus } from "../corpus/corpus-pages.ts";
import { sendRequest } from "./send-request.ts";

/** What was captured from a client of the vendor. */
interface Captures {
  readonly timestamp: string;
  readonly vectors?: readonly {
    readonly case: string;
    readonly request: {
      readonly method: string;
      readonly query: string;
      readonly body: string;
      readonly headers: readonly (readonly [string, string])[];
    };
  }[];
}

const folder = join(corpus, "..", "vectors");
const files = corpus !== "" && existsSync(folder) ? readdirSync(folder) : [];
const framing = new Set(["connection", "content-length", "transfer-encoding"]);

describe.skipIf(files.length === 0)("beside the corpus", () => {
  test.each(files)("the calls of %s are signed right", async (file) => {
    const { timestamp, vectors = [] } = JSON.parse(
      readFileSync(join(folder, file), "utf8"),
    ) as Captures;
    for (const { case: title, request } of vectors) {
      const action = request.headers.find(([name]) => name.toLowerCase() === "x-acs-action")?.[1];
      const operation: Operation = {
        product: "Ga",
        version: "2019-11-20",
        action: action ?? "",
        page: "pages/a.md",
        request: [],
        response: [],
        errors: [],
        samples: [],
      };
      const endpoint = await serveEndpoint([operation], { now: () => new Date(timestamp) });
      const answer = await sendRequest(endpoint.url, {
        ...request,
        target: `/${request.query === "" ? "" : `?${request.query}`}`,
        headers: request.headers.filter(([name]) => !framing.has(name.toLowerCase())),
      });
      await endpoint.close();
      // The signature is looked at first, and what is called takes no parameter.
      expect(answer.body, title).toContain("this action has no such parameter");
    }
  });
});
