// The vendor's core, called as its product clients call it: by classes for requests and responses. Those of
// the operation are written here, since its product client need not be in a registry.
import { Buffer } from "node:buffer";
import { createRequire } from "node:module";
import { Readable } from "node:stream";

const require = createRequire(import.meta.url);
const core = require("@alicloud/openapi-core");
const fromCore = createRequire(require.resolve("@alicloud/openapi-core"));
const dara = fromCore("@darabonba/typescript");
const { Config, OpenApiRequest, Params } = core.$OpenApiUtil;

const params = new Params({
  action: "CreateListener",
  version: "2019-11-20",
  protocol: "HTTP",
  pathname: "/",
  method: "POST",
  authType: "AK",
  style: "RPC",
  reqBodyType: "formData",
  bodyType: "json",
});

const text = "string";
const number = "number";

class PortRange extends dara.Model {
  static names = () => ({ fromPort: "FromPort", toPort: "ToPort" });
  static types = () => ({ fromPort: number, toPort: number });
}

class CreateListenerRequest extends dara.Model {
  static names = () => ({
    acceleratorId: "AcceleratorId",
    portRanges: "PortRanges",
    regionId: "RegionId",
    clientToken: "ClientToken",
    protocol: "Protocol",
  });
  static types = () => ({
    acceleratorId: text,
    portRanges: { type: "array", itemType: PortRange },
    regionId: text,
    clientToken: text,
    protocol: text,
  });
  validate() {
    if (Array.isArray(this.portRanges)) dara.Model.validateArray(this.portRanges);
    super.validate();
  }
}

class CreateListenerBody extends dara.Model {
  static names = () => ({ listenerId: "ListenerId", requestId: "RequestId" });
  static types = () => ({ listenerId: text, requestId: text });
}

class CreateListenerResponse extends dara.Model {
  static names = () => ({ headers: "headers", statusCode: "statusCode", body: "body" });
  static types = () => ({
    headers: { type: "map", keyType: text, valueType: text },
    statusCode: number,
    body: CreateListenerBody,
  });
}

export const createCall = (endpoint, key) => {
  const { host } = new URL(endpoint);
  const client = new core.default(
    new Config({ ...key, type: "access_key", endpoint: host, protocol: "http" }),
  );
  const runtime = new dara.RuntimeOptions({});
  return async (input) => {
    const request = new CreateListenerRequest({
      acceleratorId: input.AcceleratorId,
      portRanges: input.PortRanges.map(
        ({ FromPort: fromPort, ToPort: toPort }) => new PortRange({ fromPort, toPort }),
      ),
      regionId: input.RegionId,
      clientToken: input.ClientToken,
      protocol: input.Protocol,
    });
    request.validate();
    const query = {};
    for (const [own, name] of Object.entries(CreateListenerRequest.names())) {
      if (request[own] !== undefined && request[own] !== null) query[name] = request[own];
    }
    const asked = new OpenApiRequest({ query: core.OpenApiUtil.query(query) });
    const answer = await client.callApi(params, asked, runtime);
    return { ListenerId: dara.cast(answer, new CreateListenerResponse({})).body.listenerId };
  };
};

export const createDryCall = (answer, key) => {
  // Their core hands a finished request to `httpx`, and reads what comes back as a stream.
  createRequire(fromCore.resolve("@darabonba/typescript"))("httpx").request = () => {
    const response = Readable.from([Buffer.from(answer)]);
    response.statusCode = 200;
    response.headers = { "content-type": "application/json" };
    return Promise.resolve(response);
  };
  return createCall("http://127.0.0.1:1", key);
};
