// What compiles and what does not, for a consumer under `strict` with every library checked.

import {
  Client,
  createListener,
  CreateListenerErrorCode,
  CreateListenerProtocol,
  GaClient,
  isCreateListenerError,
  serializeCreateListenerRequest,
  ServiceError,
  type CreateListenerRequest,
  type CreateListenerResponse,
} from "ga-20191120";

const credentials = { accessKeyId: "id", accessKeySecret: "secret", securityToken: "token" };
const ga = new GaClient({
  credentials,
  endpoint: "ga.cn-hangzhou.aliyuncs.com",
  regionId: "cn-hangzhou",
  signature: "ACS3-HMAC-SHA256",
  retry: { maxAttempts: 3 },
  timeout: { connect: 10_000, total: 60_000 },
});
const request: CreateListenerRequest = {
  AcceleratorId: "ga-1",
  PortRanges: [{ FromPort: 20, ToPort: 20 }],
};

const parameters: Record<string, string> = serializeCreateListenerRequest(request);

// Anything that gives credentials is taken.
new GaClient({ credentials: { getCredential: () => Promise.resolve(credentials) } });
new GaClient({ credentials: { getCredentials: () => Promise.resolve(credentials) } });

// Documented values are offered, and a value that the page does not know yet is taken.
const documented: CreateListenerRequest = { ...request, Protocol: "HTTPS" };
const later: CreateListenerRequest = { ...request, Protocol: "QUIC" };
const closed: CreateListenerProtocol = CreateListenerProtocol.HTTPS;

// @ts-expect-error a required member is missing
const incomplete: CreateListenerRequest = { PortRanges: [] };
// @ts-expect-error a member is misspelt
const misspelt: CreateListenerRequest = { ...request, Protocl: "tcp" };
// @ts-expect-error a member of a member is misspelt
const inside: CreateListenerRequest = { ...request, PortRanges: [{ FromPort: 1, ToPrt: 1 }] };
// @ts-expect-error a value has the wrong type
const mistyped: CreateListenerRequest = { ...request, ProxyProtocol: "true" };
// @ts-expect-error the closed type takes documented values only
const unknown: CreateListenerProtocol = "QUIC";
// @ts-expect-error an option is misspelt
new GaClient({ credentials, endPoint: "ga.cn-hangzhou.aliyuncs.com" });

export async function use(): Promise<void> {
  const { ListenerId, RequestId }: CreateListenerResponse = await ga.createListener(request);
  const id: string = ListenerId + RequestId;
  await createListener(new Client({ credentials }), request, {
    signal: new AbortController().signal,
    timeout: { total: 1000 },
    retry: false,
  });

  try {
    await ga.createListener(request);
  } catch (error) {
    if (isCreateListenerError(error)) {
      const code: CreateListenerErrorCode = error.code;
      switch (error.code) {
        case CreateListenerErrorCode.PortConflictListener:
        case "NotExist.Accelerator":
          break;
        // @ts-expect-error no such code is documented
        case "PortConflict.Listner":
          break;
      }
      console.log(code, error.status, error.requestId, error.attempts, error.retryable);
    } else if (error instanceof ServiceError) {
      const code: string = error.code;
      console.log(code);
    }
  }

  console.log(id, parameters, documented, later, closed);
  console.log(incomplete, misspelt, inside, mistyped, unknown);
}
