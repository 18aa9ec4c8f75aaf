// The vendor's core, called as its product clients call it. Their classes for requests and responses
// would come on top.
import { Buffer } from "node:buffer";
import { createRequire } from "node:module";
import { Readable } from "node:stream";

const require = createRequire(import.meta.url);
const core = require("@alicloud/openapi-core");
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

export const createCall = (endpoint, key) => {
  const { host } = new URL(endpoint);
  const client = new core.default(
    new Config({ ...key, type: "access_key", endpoint: host, protocol: "http" }),
  );
  const runtime = Object.create(null);
  return async (input) => {
    const query = core.OpenApiUtil.query(input);
    return (await client.callApi(params, new OpenApiRequest({ query }), runtime)).body;
  };
};

export const createDryCall = (answer, key) => {
  // Their core hands a finished request to `httpx`, and reads what comes back as a stream.
  const fromCore = createRequire(require.resolve("@alicloud/openapi-core"));
  const fromDara = createRequire(fromCore.resolve("@darabonba/typescript"));
  fromDara("httpx").request = () => {
    const response = Readable.from([Buffer.from(answer)]);
    response.statusCode = 200;
    response.headers = { "content-type": "application/json" };
    return Promise.resolve(response);
  };
  return createCall("http://127.0.0.1:1", key);
};
