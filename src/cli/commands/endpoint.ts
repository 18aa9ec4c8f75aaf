import { InvalidArgumentError, Option, type Command } from "commander";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Endpoint } from "../../endpoint/serve-endpoint.ts";
import { addLimitOptions, type LimitFlags } from "../options/add-limit-options.ts";
import { configOption } from "../options/add-project-options.ts";
import { createCommand, type Context } from "../options/create-command.ts";
import { count } from "../output/count.ts";
import { exit, type Output } from "../output/output.ts";
import { showDiagnostics } from "../output/show-diagnostics.ts";

interface EndpointFlags extends LimitFlags {
  readonly config?: string;
  readonly json?: boolean;
  readonly port: number;
  readonly accessKeyId?: string;
  readonly accessKeySecret?: string;
  readonly maxResources?: number;
  readonly maxCalls?: number;
  readonly fail?: readonly Failure[];
}

interface Failure {
  readonly action: string;
  readonly code: string;
  readonly times: number;
}

/** `docwright endpoint`: serves specs until it is stopped. */
export function endpointCommand({ output, end }: Context): Command {
  const command = createCommand("endpoint", {
    summary: "a loopback server that stands in for the service",
    description:
      "Serves the operations of specs on 127.0.0.1 until Ctrl+C: verifies signatures, refuses what the " +
      "specs do not allow, and answers with the samples of the pages. What is created can be described, " +
      "listed, changed and deleted.",
    examples: [
      ["docwright endpoint --port 8080", "serves all specs on http://127.0.0.1:8080"],
      [
        "curl -X POST 'http://127.0.0.1:8080/endpoint/fail?action=A&code=B'",
        "the next call of A fails with B",
      ],
      ["curl http://127.0.0.1:8080/endpoint/calls", "what was called so far"],
      ["curl http://127.0.0.1:8080/endpoint/resources", "what there is"],
      [
        "curl -X POST 'http://127.0.0.1:8080/endpoint/resources?operation=ListA&count=1000'",
        "1,000 of what ListA lists",
      ],
      ["curl http://127.0.0.1:8080/endpoint/forgotten", "how much gave way to what came later"],
      ["curl -X POST http://127.0.0.1:8080/endpoint/reset", "as if it had just begun"],
    ],
    findings: "a spec has an error, or the port is taken",
  });
  return addLimitOptions(
    command
      .argument(
        "[dirs...]",
        "folders of a product's version, or folders of those (default: as configured)",
      )
      .addOption(configOption())
      .option("--port <number>", "port; 0 takes any that is free", parsePort, 0)
      .option("--access-key-id <id>", "the key that it knows (default: testid)")
      .option("--access-key-secret <secret>", "the key's secret (default: testsecret)")
      .option(
        "--max-resources <number>",
        "resources to keep, one counted again for every 1,024 characters; creating more is refused (default: 100000)",
        parseLimit,
      )
      .option(
        "--max-calls <number>",
        "calls and effects to keep, counted likewise; the oldest are forgotten (default: 10000)",
        parseLimit,
      )
      .addOption(
        new Option(
          "--fail <action:code[:times]>",
          "answer with a documented error first",
        ).argParser(parseFail),
      )
      .option("--json", "print where it serves as JSON, for programs")
      .action(async (folders: string[], flags: EndpointFlags) => {
        end(await runEndpoint(folders, flags, output));
      }),
  );
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new InvalidArgumentError("A port is a number from 0 to 65535.");
  }
  return port;
}

function parseLimit(text: string): number {
  const limit = Number(text);
  if (!/^[1-9]\d*$/.test(text) || !Number.isSafeInteger(limit)) {
    throw new InvalidArgumentError("A limit is a whole number from 1.");
  }
  return limit;
}

function parseFail(text: string, earlier: readonly Failure[] | undefined): readonly Failure[] {
  const [action = "", code = "", times = "1"] = text.split(":");
  if (action === "" || code === "" || !/^[1-9]\d*$/.test(times)) {
    throw new InvalidArgumentError("Write it as Action:Code or Action:Code:times.");
  }
  return [...(earlier ?? []), { action, code, times: Number(times) }];
}

async function runEndpoint(
  folders: readonly string[],
  { json = false, fail = [], config, limits, ...options }: EndpointFlags,
  output: Output,
): Promise<number> {
  const { serveEndpoint } = await import("../../endpoint/serve-endpoint.ts");
  const { openProject } = await import("../../api/open-project.ts");
  const { configuredSpecs, loadProducts } = await import("../../assemble/load-products.ts");
  const { project, diagnostics: faults } = await openProject({
    ...(config === undefined ? {} : { config }),
    ...(limits === undefined ? {} : { limits }),
  });
  const diagnostics: Diagnostic[] = [...faults];
  const isNamed = folders.length > 0 || project === undefined;
  const paths = isNamed ? folders : configuredSpecs(project, diagnostics);
  const products = project === undefined ? [] : await loadProducts(paths, project, diagnostics);
  const operations = products.flatMap((product) => product.operations);
  const status = await showDiagnostics(diagnostics, output);
  if (status !== exit.ok) return status;

  let endpoint: Endpoint;
  try {
    const warn = (message: string) => {
      output.err(`${message}\n`);
    };
    endpoint = await serveEndpoint(operations, { ...options, warn });
  } catch (error) {
    output.err(`The endpoint cannot be served: ${(error as Error).message}\n`);
    return exit.findings;
  }
  try {
    for (const { action, code, times } of fail) endpoint.fail(action, code, times);
  } catch (error) {
    output.err(`${(error as Error).message}\n`);
    await endpoint.close();
    return exit.usage;
  }
  output.out(
    json
      ? `${JSON.stringify({ url: endpoint.url, operations: operations.length })}\n`
      : `${endpoint.url} serves ${count(operations.length, "operation")}. Stop it with Ctrl+C.\n`,
  );
  await new Promise<void>((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
  await endpoint.close();
  return exit.ok;
}
