import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { serveEndpoint, type Endpoint } from "../endpoint/serve-endpoint.ts";
import { findProducts } from "../find-products.ts";
import { loadProduct } from "../spec/load-product.ts";
import type { Operation } from "../spec/operation.ts";
import { fillLimits } from "../text/fill-limits.ts";
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
  readonly maxResources?: number;
  readonly maxCalls?: number;
  readonly fail?: readonly {
    readonly action: string;
    readonly code: string;
    readonly times: number;
  }[];
}

/** `docwright endpoint`: serves specs until it is told to stop. */
export async function runEndpoint(
  folders: readonly string[],
  {
    port,
    accessKeyId,
    accessKeySecret,
    maxResources,
    maxCalls,
    fail = [],
    json,
    limits,
  }: EndpointFlags,
  output: Output,
): Promise<number> {
  const diagnostics: Diagnostic[] = [];
  const operations: Operation[] = [];
  for (const specs of await findProducts(folders, diagnostics)) {
    const loaded = await loadProduct(specs, fillLimits(limits));
    operations.push(...loaded.operations);
    diagnostics.push(...loaded.diagnostics);
  }
  const status = showDiagnostics(diagnostics, output);
  if (status !== exit.ok) return status;

  let endpoint: Endpoint;
  try {
    endpoint = await serveEndpoint(operations, {
      port,
      ...(accessKeyId === undefined ? {} : { accessKeyId }),
      ...(accessKeySecret === undefined ? {} : { accessKeySecret }),
      ...(maxResources === undefined ? {} : { maxResources }),
      ...(maxCalls === undefined ? {} : { maxCalls }),
      warn: (message) => {
        output.err(`${message}\n`);
      },
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
