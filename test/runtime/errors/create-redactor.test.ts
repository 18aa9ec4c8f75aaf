import { expect, test } from "vitest";
import { createRedactor } from "../../../src/runtime/errors/create-redactor.ts";

test.each([
  ["as it is", "ab/cd+ef="],
  ["percent-encoded", "ab%2Fcd%2Bef%3D"],
  ["percent-encoded in lower case", "ab%2fcd%2bef%3d"],
  ["percent-encoded twice", "ab%252Fcd%252Bef%253D"],
  ["percent-encoded twice in lower case", "ab%252fcd%252bef%253d"],
  ["percent-encoded in both letter cases", "ab%2Fcd%2bef%3D"],
  ["percent-encoded four times", "ab%2525252Fcd%2525252Bef%2525253D"],
  ["percent-encoded in part", "ab%2Fcd+ef="],
  ["in lower case", "AB/CD+EF="],
  ["escaped as in JSON", String.raw`ab\/cd\u002bef=`],
  ["percent-encoded in every byte", "%61%62%2F%63%64%2B%65%66%3D"],
  ["percent-encoded in every byte, twice", "%2561%2562%252f%2563%2564%252b%2565%2566%253d"],
  ["in hex", "61622f63642b65663d"],
  ["in hex of upper case", "61622F63642B65663D"],
  ["with names of HTML", "ab&sol;cd&plus;ef&equals;"],
  ["with decimal references", "&#97;&#98;&#47;&#99;&#100;&#43;&#101;&#102;&#61;"],
  ["with decimal references that begin with zeros and do not end", "ab&#00047cd&#0043ef&#61"],
  ["with references in hex", "&#x61;&#x62;&#x2f;&#X63;&#x64;&#x2B;&#x65;&#x66;&#x003D;"],
  ["with references that are escaped again", "ab&amp;#47;cd&amp;amp;plus;ef&amp;#x3d;"],
  ["escaped as in programs", String.raw`\x61\x62\x2fcd\u002Bef%u003d`],
  ["in Base64 that is percent-encoded", encodeURIComponent(btoa("ab/cd+ef="))],
  ["in Base64", btoa("ab/cd+ef=")],
  ["in Base64 for URLs", btoa("ab/cd+ef=").replaceAll("+", "-").replaceAll("/", "_")],
])("a secret is taken out %s", (_, shown) => {
  expect(createRedactor(["ab/cd+ef="])(`the key ${shown} is wrong`)).toBe(
    "the key [redacted] is wrong",
  );
});

test.each(["id:", "id:i", "id:id"])("a secret is taken out in Base64, behind %s", (before) => {
  const secret = "SecretOf/The+Test=";
  for (const after of ["", "a", "ab", "abc"]) {
    const encoded = btoa(before + secret + after);
    const shown = createRedactor([secret])(`Basic ${encoded}`);
    expect(shown).toMatch(/^Basic [\w=]{0,7}\[redacted\][\w=]{0,7}$/);
    expect(shown.length).toBeLessThan(30);
  }
});

test("a secret of characters that patterns and replacements are made of", () => {
  for (const secret of [
    ".*+?^${}()|[]\\/-",
    "$&$1$`$'$$",
    "(((((((((",
    "[[[[[[[[",
    "\\".repeat(8),
    "abc|defg",
    "^^^^$$$$",
  ]) {
    const text = `the key <${secret}> is wrong`;
    expect(createRedactor([secret])(text)).toBe("the key <[redacted]> is wrong");
  }
});

test("a secret with signs of markup, as XML and HTML show it", () => {
  const redact = createRedactor([`a<b>&"c'_d`]);
  expect(redact("<a&lt;b&gt;&amp;&quot;c&apos;_d>")).toBe("<[redacted]>");
  expect(redact("<a&lt;b&gt;&amp;&#34;c&#39;&lowbar;d>")).toBe("<[redacted]>");
});

test("escapes of other texts stay as they are", () => {
  const text = String.raw`a%2Fb &amp; &#47; \u0041 &nbsp; %zz & \ 100% &#1234567;`;
  expect(createRedactor(["ab/cd+ef="])(text)).toBe(text);
});

test("a token of 8,192 characters, as it is and escaped", () => {
  const token = "aB3+/=.x".repeat(1024);
  expect(createRedactor([token])(`<${token}>`)).toBe("<[redacted]>");
  expect(createRedactor([token])(`<${encodeURIComponent(token)}>`)).toBe("<[redacted]>");
});

test("a secret of fewer than 8 characters stays: it may be part of any word", () => {
  for (const secret of ["s", "id", "test", "testid", "secret7"]) {
    const text = `InvalidTimeStamp.Expired: testid and secret7 of ${btoa(secret)} are no secrets`;
    expect(createRedactor([secret])(text)).toBe(text);
  }
  expect(createRedactor(["secret78"])("It is secret78.")).toBe("It is [redacted].");
});

test("a secret within another", () => {
  const redact = createRedactor(["k3y-of-8", "k3y-of-8-long", "xk3y-of-8"]);
  expect(redact("k3y-of-8 k3y-of-8-long xk3y-of-8 xk3y-of-8-long")).toBe(
    "[redacted] [redacted] [redacted] [redacted]-long",
  );
});

test("where there is no secret, nothing is taken out", () => {
  expect(createRedactor([undefined, ""])("a text")).toBe("a text");
});

test("a megabyte of what nearly is a secret takes its time once", { timeout: 20_000 }, () => {
  const redact = createRedactor(["///+++===%%%", "a".repeat(40)]);
  for (const part of [
    "/",
    "%",
    "%25",
    "25",
    "a",
    "Token",
    'Token"',
    'Token" : ',
    "LTAI",
    "\\",
    "&amp;",
    "&",
    "&#0",
    "&#x0",
    "amp;",
    "&a",
    "61",
    "%2f",
  ]) {
    const text = part.repeat(1_000_000 / part.length);
    expect(redact(text).length).toBeGreaterThan(0);
  }
});

test.each([
  ["AccessKeyId=abc&Action=Run", "AccessKeyId=[redacted]&Action=Run"],
  ["Signature%3Dabc%26Action%3DRun", "Signature%3D[redacted]%26Action%3DRun"],
  ['{"AccessKeySecret": "a/b+c=", "x": 1}', '{"AccessKeySecret": "[redacted]", "x": 1}'],
  [String.raw`"{\"SecurityToken\":\"abc\"}"`, String.raw`"{\"SecurityToken\":\"[redacted]\"}"`],
  ['{"Token":"brok', '{"Token":"[redacted]'],
])("a secret that it was not told is known by its name: %s", (text, shown) => {
  expect(createRedactor([])(text)).toBe(shown);
});

test("a token that is no secret stays", () => {
  const text = "ClientToken=abc&NextToken=def";
  expect(createRedactor([])(text)).toBe(text);
});
