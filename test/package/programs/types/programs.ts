// What must compile. Needs no types but the language's.

import * as everything from "ga-20191120";
import {
  Client,
  createListener,
  CreateListenerErrorCode,
  CreateListenerProtocol,
  GaClient,
  isCreateListenerError,
  isRequestError,
  isServiceError,
  isTransportError,
  serializeCreateListenerRequest,
  ServiceError,
  type ClientOptions,
  type CreateListenerRequest,
  type CreateListenerResponse,
  type Transport,
} from "ga-20191120";
import { CreateOrderPriority, ShopClient, type CreateOrderRequest } from "shop";

const credentials = { accessKeyId: "id", accessKeySecret: "secret", securityToken: "token" };
const options: ClientOptions = {
  credentials,
  endpoint: "ga.cn-hangzhou.aliyuncs.com",
  regionId: "cn-hangzhou",
  signature: "ACS3-HMAC-SHA256",
  retry: { maxAttempts: 3 },
  timeout: { connect: 10_000, total: 60_000 },
};
const ga = new GaClient(options);
const request: CreateListenerRequest = {
  AcceleratorId: "ga-1",
  PortRanges: [{ FromPort: 20, ToPort: 20 }],
};
export const parameters: Record<string, string> = serializeCreateListenerRequest(request);

// Names are all there is: no default export.
// @ts-expect-error there is none
void everything.default;

// Anything that gives credentials is taken: credentials as the vendor has them, and providers.
interface VendorCredential {
  accessKeyId?: string;
  accessKeySecret?: string;
  securityToken?: string;
  bearerToken?: string;
  type?: string;
  providerName?: string;
}
declare const credential: { getCredential(): Promise<VendorCredential>; getType(): string };
declare const provider: { getCredentials(): Promise<VendorCredential>; getProviderName(): string };
export const clients = [
  new GaClient({ credentials: credential }),
  new GaClient({ credentials: provider }),
];

// Documented values are offered, and a value that the page does not know yet is taken.
export const documented: CreateListenerRequest = { ...request, Protocol: "HTTPS" };
export const byName: CreateListenerRequest = { ...request, Protocol: CreateListenerProtocol.udp };
export const later: CreateListenerRequest = { ...request, Protocol: "QUIC" };

// Closed sets of values are for switches that miss none.
export function describeProtocol(protocol: CreateListenerProtocol): string {
  switch (protocol) {
    case CreateListenerProtocol.tcp:
    case "udp":
      return "transport";
    case "HTTP":
    case "HTTPS":
      return "application";
    default: {
      const nothing: never = protocol;
      return nothing;
    }
  }
}

export function describePriority(priority: CreateOrderPriority): string {
  switch (priority) {
    case CreateOrderPriority._1:
      return "now";
    case 9:
      return "later";
    default: {
      const nothing: never = priority;
      return nothing;
    }
  }
}

// Lists may be readonly, times dates or text, big integers exact.
const ranges = [{ FromPort: 1, ToPort: 2 }] as const;
export const frozen: CreateListenerRequest = { ...request, PortRanges: ranges };
export const order: CreateOrderRequest = {
  Channel: "web",
  Serial: 9007199254740993n,
  DeliverAt: new Date(0),
  Lines: [{ Sku: "a", Label: { Text: "b" } }],
  Limits: { day: { Max: 1 } },
};
export const asText: CreateOrderRequest = { ...order, DeliverAt: "2024-05-06T00:00:00Z" };

// A transport of one's own.
const transport: Transport = {
  send: ({ url, method, headers, body }) =>
    Promise.resolve({ status: 200, headers: {}, body: url + method + headers["host"] + body }),
};
const shop = new ShopClient({ credentials, transport });

export async function call(): Promise<string> {
  const { ListenerId, RequestId }: CreateListenerResponse = await ga.createListener(request);
  await createListener(new Client(options), request, { timeout: { total: 1000 }, retry: false });
  const { Lines, PaidAt = "" } = await shop.createOrder(order);
  return [ListenerId, RequestId, PaidAt, ...Lines.map(({ State }) => State)].join();
}

export function explain(error: unknown): string {
  if (isCreateListenerError(error)) {
    const { status, requestId = "", attempts, retryable } = error;
    switch (error.code) {
      case CreateListenerErrorCode.PortConflictListener:
      case "PortRangeIllegal.Listener":
      case "ProtocalIllegal.Listener":
        return "yours";
      case "NotExist.Accelerator":
      case "StateError.Accelerator":
        return `${status} ${requestId}`;
      case "QuotaExceeded.Listener":
      case "QuotaExceeded.ListenerPort":
        return `${attempts} ${retryable}`;
      default: {
        const nothing: never = error.code;
        return nothing;
      }
    }
  }
  if (isServiceError(error)) return error.code.toUpperCase();
  if (error instanceof ServiceError) return "of this copy";
  if (isRequestError(error)) return error.issues.map(({ path }) => path).join();
  return isTransportError(error) ? error.phase : "unknown";
}
