// Calls the endpoint, for places that have what the web has and nothing of Node.

import { GaClient, isCreateListenerError, isTransportError } from "ga-20191120";

const request = { AcceleratorId: "ga-1", PortRanges: [{ FromPort: 20, ToPort: 20 }] };

export async function call(endpoint, signature) {
  const { ListenerId } = await connect(endpoint, { signature }).createListener(request);
  return ListenerId;
}

export async function refuse(endpoint) {
  const error = await failure(connect(endpoint).createListener(request));
  return isCreateListenerError(error) && error.code;
}

export async function wait(endpoint) {
  const error = await failure(
    connect(endpoint, { timeout: { total: 50 } }).createListener(request),
  );
  return isTransportError(error) && error.reason;
}

export async function abort(endpoint) {
  const controller = new AbortController();
  const error = failure(connect(endpoint).createListener(request, { signal: controller.signal }));
  controller.abort();
  return isTransportError(await error) && (await error).reason;
}

function connect(endpoint, options) {
  const credentials = { accessKeyId: "testid", accessKeySecret: "testsecret" };
  return new GaClient({ credentials, endpoint, regionId: "cn-hangzhou", ...options });
}

function failure(call) {
  return call.then(
    () => undefined,
    (error) => error,
  );
}
