import { readFileSync } from "node:fs";

interface Captures {
  readonly nonce: string;
  readonly timestamp: string;
  readonly key: Key;
  readonly sts: Key & { readonly securityToken: string };
  readonly acs3: readonly {
    readonly client: string;
    readonly case: string;
    readonly query: Record<string, string>;
    readonly headers: Record<string, string>;
    readonly body: string;
    readonly canonicalRequest?: string;
    readonly signature: string;
  }[];
  readonly hmacSha1: readonly {
    readonly client: string;
    readonly case: string;
    readonly method: string;
    readonly parameters: Record<string, string>;
    readonly signature: string;
  }[];
}

interface Key {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
}

/** What the vendor's clients sent and how they signed it. */
export const captures = JSON.parse(
  readFileSync(new URL("fixtures/captures.json", import.meta.url), "utf8"),
) as Captures;
