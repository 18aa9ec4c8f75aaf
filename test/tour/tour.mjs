// The whole way once: a page becomes a spec, the spec a package, and the package makes a signed call
// that a loopback endpoint accepts. `npm start` runs this.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { serveEndpoint } from "../../dist/endpoint/serve-endpoint.js";
import { loadProducts } from "../../dist/assemble/load-products.js";
import { defaultLimits } from "../../dist/text/limits.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const command = `${root}dist/bin/cli.js`;
const product = "ga-20191120";
const page = `specs/${product}/pages/CreateListener.md`;
const spec = `specs/${product}/operations/CreateListener.yaml`;
const module = `generated/${product}/src/operations/create-listener.ts`;

step(1, `The page: ${page}`);
show(linesOf(page, 12, 18));

step(2, "docwright extract: the page becomes a spec");
run(command, "extract", page);
show(linesOf(spec, 8, 40));

step(3, "docwright generate: the spec becomes a package");
run(command, "generate", `specs/${product}`);
show(linesMatching(module, /^export (interface|const|type|function)/));

step(4, "The package builds, for import and for require");
run(`generated/${product}/scripts/build.mjs`);

step(5, "docwright endpoint: a loopback server stands in for the service");
const settings = { packages: [], limits: defaultLimits };
const [{ operations }] = await loadProducts([`${root}specs/${product}`], settings, []);
const endpoint = await serveEndpoint(operations);
show(`${endpoint.url} serves ${operations.map(({ action }) => action).join(", ")}`);

const ga = await import(`../../generated/${product}/dist/esm/index.js`);
const client = new ga.GaClient({
  credentials: { accessKeyId: "testid", accessKeySecret: "testsecret" },
  endpoint: endpoint.url,
  regionId: "cn-hangzhou",
});
try {
  step(6, "The client calls createListener");
  const request = {
    AcceleratorId: "ga-bp1odcab8tmno0hdq****",
    PortRanges: [{ FromPort: 20, ToPort: 20 }],
    Protocol: ga.CreateListenerProtocol.tcp,
    ClientToken: "123e4567-e89b-12d3-a456-426655440000",
  };
  show(`request     ${JSON.stringify(request)}`);
  const response = await client.createListener(request);
  const [call] = endpoint.calls;
  show(`signed      ${call.signature}, verified by the endpoint`);
  show(`parameters  ${JSON.stringify(call.parameters)}`);
  show(`response    ${JSON.stringify(response)}`);

  step(7, "The same ClientToken again: nothing is created twice");
  await client.createListener(request);
  show(`calls: ${endpoint.calls.length}, listeners created: ${endpoint.created.length}`);

  step(8, "A documented error arrives as a typed one");
  endpoint.fail("CreateListener", "PortConflict.Listener");
  const refusal = await failure(client.createListener({ ...request, ClientToken: "another" }));
  show(`isCreateListenerError: ${ga.isCreateListenerError(refusal)}`);
  show(`${refusal.name}: ${refusal.code}, HTTP ${refusal.status}: ${refusal.message}`);

  step(9, "A request that cannot be right is not sent");
  const mistake = await failure(client.createListener({ PortRanges: [{ FromPort: Number.NaN }] }));
  for (const { path, message } of mistake.issues) show(`${path}: ${message}`);
} finally {
  client.close();
  await endpoint.close();
}

function step(number, title) {
  process.stdout.write(`\n${number}. ${title}\n\n`);
}

function show(text) {
  process.stdout.write(text.replaceAll(/^/gm, "   ") + "\n");
}

function run(...words) {
  const printed = execFileSync(process.execPath, words, { cwd: root, encoding: "utf8" });
  if (printed !== "") show(printed.trimEnd());
}

function linesOf(path, first, last) {
  const lines = readFileSync(root + path, "utf8").split("\n");
  return [...lines.slice(first - 1, last), "…"].join("\n");
}

function linesMatching(path, pattern) {
  const lines = readFileSync(root + path, "utf8").split("\n");
  return lines.filter((line) => pattern.test(line)).join("\n");
}

async function failure(call) {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error("the call should have failed");
}
