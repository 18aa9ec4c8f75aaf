import { gzipSync } from "node:zlib";
import fc from "fast-check";

/** Names that objects have members of by themselves, or that something is done by. */
const name = fc.oneof(
  fc.constantFrom("__proto__", "constructor", "prototype", "then", "toJSON", "toString", "valueOf"),
  fc.constantFrom("Code", "Message", "RequestId", "HostId", "Recommend", "AccessDeniedDetail"),
  fc.constantFrom("code", "message", "requestId", "A", "html", "a.b", ""),
  fc.string({ unit: "binary", maxLength: 4 }),
);

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom("Throttling", "InvalidTimeStamp.Expired", "SignatureDoesNotMatch", "", "true"),
  fc.constantFrom("&amp;", "&lol;", "&#0;", "&#x110000;", "<", "]]>", "<!--", '"', "\\", "\uFEFF"),
);

/** What an answer may hold, with numbers that a double does not. */
const { json } = fc.letrec<{ json: string }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    text.map((value) => JSON.stringify(value)),
    fc.constantFrom("null", "true", "0", "-0", "1e400", "9007199254740993", `-${"9".repeat(400)}`),
    fc.double().map((value) => JSON.stringify(value)),
    fc.array(tie("json"), { maxLength: 4 }).map((items) => `[${items.join(",")}]`),
    fc
      .array(fc.tuple(name, tie("json")), { maxLength: 4 })
      .map((members) => members.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(","))
      .map((members) => `{${members}}`),
  ),
}));

const markup = fc
  .array(
    fc.oneof(
      fc.constantFrom("<", ">", "</", "/>", "<a>", "</a>", "<a ", "<__proto__>", "</__proto__>"),
      fc.constantFrom("<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "<!DOCTYPE a [", "]>", "\n"),
      fc.constantFrom("<Code>", "</Code>", "<then/>", "<!ENTITY b 'c'>", "&b;", "&amp;", "a='>'"),
      text,
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(""));

/** Bodies of answers as services write them, and as none does. */
export const generatedText: fc.Arbitrary<string> = fc.oneof(
  json,
  fc.tuple(json, fc.nat(30)).map(([whole, length]) => whole.slice(0, length)),
  markup,
  text,
  fc
    .tuple(fc.constantFrom("[", '{"a":', "<a>", "<!--", "&", "9", "\\", '"'), fc.nat(5000))
    .map(([piece, times]) => piece.repeat(times)),
);

const byte = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0x20, max: 0x7e }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xff }) },
);

const headerValue = fc.oneof(
  fc.array(byte, { maxLength: 12 }).map((codes) => String.fromCharCode(...codes)),
  fc.constantFrom("gzip", "identity", "br", "chunked", "0", "-1", "99999999999999999999", "1e9"),
  fc.constantFrom("Fri, 31 Dec 9999 23:59:59 GMT", "+275760-09-13", "NaN", "text/xml", "close"),
  fc.constant("a".repeat(20_000)),
);

const header = fc.tuple(
  fc.constantFrom(
    ...["content-type", "content-encoding", "retry-after", "x-acs-retry-after", "date", "location"],
    ...["x-acs-request-id", "set-cookie", "__proto__", "constructor", "connection", "Retry-After"],
    ...["content-length", "transfer-encoding", "upgrade", "trailer", "expect", "alt-svc"],
  ),
  headerValue,
);

/** Bytes that come where an answer should. */
export const generatedAnswer: fc.Arbitrary<Buffer> = fc
  .record({
    status: fc.oneof(fc.constantFrom(200, 204, 302, 400, 429, 503), fc.nat(1200)),
    headers: fc.array(header, { maxLength: 5 }),
    body: fc.oneof(
      generatedText.map((one) => Buffer.from(one)),
      fc.uint8Array({ maxLength: 60 }).map((one) => Buffer.from(one)),
    ),
    packed: fc.boolean(),
    cut: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(60) }),
  })
  .map(({ status, headers, body, packed, cut }) => {
    const all = packed ? [...headers, ["content-encoding", "gzip"]] : headers;
    const lines = all.map(([key, value]) => `${key}: ${value}\r\n`);
    const head = Buffer.from(`HTTP/1.1 ${status} A\r\n${lines.join("")}\r\n`, "latin1");
    const whole = Buffer.concat([head, packed ? gzipSync(body) : body]);
    return whole.subarray(0, whole.length - cut);
  });

/** An element of XML, and what is read of it. */
export interface GeneratedElement {
  readonly xml: string;
  readonly value: unknown;
}

const tag = fc.constantFrom(
  "a",
  "B",
  "_c",
  "d-e",
  "f.g",
  "h:i",
  "__proto__",
  "constructor",
  "then",
);
const space = fc.constantFrom("", " ", "\n", "<!-- < > & -->", "<!---->", "<?a > b?>", "<?b?>");
const attributes = fc.constantFrom("", " ", ' a="b"', " a='/'", '\n\ta = "&lt;" b="c"');
const words = fc
  .array(fc.constantFrom("x", "监", "😀", "&", "<", ">", '"', "'", "\\", "]]", "0", ";", "#"), {
    minLength: 1,
    maxLength: 8,
  })
  .map((some) => some.join(""));
const written = fc
  .tuple(words, fc.constantFrom("named", "numbered", "verbatim"))
  .map(([value, how]): GeneratedElement => ({
    value,
    xml:
      how === "verbatim"
        ? `<![CDATA[${value.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`
        : value.replace(/[&<>"']/g, (one) =>
            how === "named" ? `&${named[one] ?? ""};` : `&#x${one.charCodeAt(0).toString(16)};`,
          ),
  }));
const named: Readonly<Record<string, string>> = {
  "&": "amp",
  "<": "lt",
  ">": "gt",
  '"': "quot",
  "'": "apos",
};

/** Elements in elements, with what XML may have between them. */
export const { element: generatedElement } = fc.letrec<{ element: GeneratedElement }>((tie) => ({
  element: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(written, fc.constant({ xml: "", value: "" })),
    fc
      .array(fc.tuple(tag, attributes, space, tie("element")), { minLength: 1, maxLength: 4 })
      .map((elements) => ({
        xml: elements
          .map(([key, facts, around, { xml }]) =>
            xml === "" ? `${around}<${key}${facts}/>` : `<${key}${facts}>${xml}</${key}>${around}`,
          )
          .join(""),
        value: Object.fromEntries(
          elements.map(([key]): [string, unknown] => {
            const all = elements
              .filter(([other]) => other === key)
              .map(([, , , { value }]) => value);
            return [key, all.length === 1 ? all[0] : all];
          }),
        ),
      })),
  ),
}));
