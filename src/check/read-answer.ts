import type { OperationModel } from "../model/package-model.ts";
import { bodyOf, isAnswer } from "../samples/read-response.ts";
import type { Sample } from "../spec/operation.ts";
import type { OpenedPackage } from "./open-package.ts";

/** An answer that a package's client can be asked for. */
type Call = (client: unknown, request: object, options: object) => Promise<unknown>;

/**
 * What a package's client makes of a sample answer that a service sends: as a caller would get it. Nothing
 * where the sample is neither JSON nor XML, or shows the answer of a failed call.
 */
export async function readAnswer(
  { exports }: OpenedPackage,
  { functionName, response }: OperationModel,
  sample: Sample,
): Promise<unknown> {
  const body = bodyOf(sample);
  const { [functionName]: call, Client } = exports;
  if (body === undefined || typeof call !== "function" || typeof Client !== "function") {
    return undefined;
  }
  const client: unknown = Reflect.construct(Client, [
    {
      endpoint: "127.0.0.1",
      credentials: { accessKeyId: "id", accessKeySecret: "secret" },
      transport: { send: () => Promise.resolve({ status: 200, headers: {}, body }) },
      retry: false,
    },
  ]);
  try {
    const value = await (call as Call)(client, {}, { validate: "off" });
    const names = new Set(response.properties.map(({ name }) => name));
    return isAnswer(value, names) ? value : undefined;
  } catch {
    return undefined;
  }
}
