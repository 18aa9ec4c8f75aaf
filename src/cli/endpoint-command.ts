import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { serveEndpoint, type Endpoint } from "../endpoint/serve-endpoint.ts";
import { resolve } from "node:path";
import { openProject } from "../api/open-project.ts";
import { loadProducts } from "../assemble/load-products.ts";
import type { Limits } from "../text/limits.ts";
import { count } from "./count.ts";
import { exit } from "./exit-code.ts";
import type { Output } from "./output.ts";
import { showDiagnostics } from "./show-diagnostics.ts";

/** Flags of `docwright endpoint`. */
interface EndpointFlags {
  readonly json?: boolean;
  readonly limits?: Partial<Limits>;
  readonly port: number;
  readonly accessKeyId?: string;
  readonly accessKeySecret?: string;
  readonly fail?: readonly {
    readonly action: string;
    readonly code: string;
    readonly times: number;
  }[];
}

/** `docwright endpoint`: serves specs until it is told to stop. */
export async function runEndpoint(
  folders: readonly string[] | undefined,
  { port, accessKeyId, accessKeySecret, fail = [], json, limits }: EndpointFlags,
  output: Output,
): Promise<number> {
  const { project, diagnostics: faults } = await openProject(
    limits === undefined ? {} : { limits },
  );
  const diagnostics: Diagnostic[] = [...faults];
  const products =
    project === undefined
      ? []
      : await loadProducts(
          folders?.map((path) => resolve(path)) ?? [project.specs],
          project,
          diagnostics,
        );
  const operations = products.flatMap((product) => product.operations);
  const status = showDiagnostics(diagnostics, output);
  if (status !== exit.ok) return status;

  let endpoint: Endpoint;
  try {
    endpoint = await serveEndpoint(operations, {
      port,
      ...(accessKeyId === undefined ? {} : { accessKeyId }),
      ...(accessKeySecret === undefined ? {} : { accessKeySecret }),
    });
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
    json === true
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
