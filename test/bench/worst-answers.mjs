// Whether reading answers stays linear: bodies made to be slow, at n, 2n and 4n characters. See README.md.
import { build } from "esbuild";
import { Buffer } from "node:buffer";
import process from "node:process";
import { fileURLToPath } from "node:url";

// The runtime is no part of dist: packages have it as it is.
const { createRedactor, readResult, readServiceError, readXml } = await load({
  createRedactor: "errors/create-redactor.ts",
  readResult: "responses/read-result.ts",
  readServiceError: "responses/read-service-error.ts",
  readXml: "responses/read-xml.ts",
});

const size = Number(process.env.BENCH_SIZE ?? 250_000);
const wanted = process.argv.slice(2);
const redact = createRedactor(["testid", "Secret/Of+The=Test", "a".repeat(40), "%%%%////"]);

const pieces = [
  ..."< <a </ <! <!- <!-- <!--> <![CDATA[ <? <?> & &a &# &#x ]]> --> <a/> <a> </a> <a></a> /> <1>".split(
    " ",
  ),
  ...[
    '<a b="c" ',
    "<a ",
    "<a><",
    "<!-- -",
    " ",
    "\n",
    "<a:",
    "<a//",
    "a",
    "%",
    "%25",
    "/",
    "Token",
  ],
  ...["[", "]", "{", '{"a":', '"', '\\"', "\\", "9", "-", "1.", '"9', '["a",', "[],", 'Token" : '],
];

const readers = {
  "as XML": (body) => readXml(body),
  "as an answer": (body) => readResult({ status: 200, headers: {}, body }, { attempts: 1, redact }),
  "as an error": (body) =>
    readServiceError(
      { status: 400, headers: { "retry-after": body }, body },
      { attempts: 1, stringToSign: body, redact },
    ),
  "as a message": (text) =>
    readServiceError(
      { status: 400, headers: {}, body: JSON.stringify({ Message: text }) },
      { attempts: 1, stringToSign: "", redact },
    ),
};

for (const piece of pieces) {
  for (const [how, read] of Object.entries(readers)) {
    const name = `${JSON.stringify(piece)} ${how}`;
    if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue;
    const times = [1, 2, 4].map((factor) => timeOf(read, size * factor, piece));
    const growth = times[2] / Math.max(1, times[1]);
    const shown = times.map((time) => time.toFixed(0).padStart(6)).join(" ");
    const mark = growth > 3 && times[2] > 100 ? " !" : "  ";
    process.stdout.write(`${shown} ms  x${growth.toFixed(1)}${mark} ${name}\n`);
  }
}

/** CPU time in milliseconds, the best of three. */
function timeOf(read, length, piece) {
  const body = `<a>${piece.repeat(Math.ceil(length / piece.length))}`;
  let best = Infinity;
  for (let run = 0; run < 3; run += 1) {
    const from = process.cpuUsage();
    try {
      read(body);
    } catch {
      // What cannot be read says so in time, too.
    }
    const { user, system } = process.cpuUsage(from);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

async function load(modules) {
  const lines = Object.entries(modules).map(
    ([name, path]) => `export { ${name} } from "./${path}";`,
  );
  const resolveDir = fileURLToPath(new URL("../../src/runtime", import.meta.url));
  const { outputFiles } = await build({
    stdin: { contents: lines.join(""), resolveDir },
    bundle: true,
    format: "esm",
    write: false,
  });
  const [{ contents }] = outputFiles;
  return import(`data:text/javascript;base64,${Buffer.from(contents).toString("base64")}`);
}
