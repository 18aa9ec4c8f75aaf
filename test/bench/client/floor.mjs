// The least there is: one call, written by hand over node:http, with nothing of docwright in it.
import { createHash, createHmac, randomUUID } from "node:crypto";
import { Agent, request } from "node:http";

const encode = (text) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
const hash = (text) => createHash("sha256").update(text).digest("hex");
const nothing = hash("");

function flatten(value, key, into) {
  if (Array.isArray(value)) value.forEach((item, at) => flatten(item, `${key}.${at + 1}`, into));
  else if (typeof value === "object" && value !== null) {
    for (const name of Object.keys(value))
      flatten(value[name], key ? `${key}.${name}` : name, into);
  } else if (value !== undefined && value !== null) into[key] = String(value);
  return into;
}

function sign({ host, accessKeyId, accessKeySecret }, parameters) {
  const names = Object.keys(parameters).sort();
  const query = names.map((name) => `${encode(name)}=${encode(parameters[name])}`).join("&");
  const headers = {
    host,
    "x-acs-action": "CreateListener",
    "x-acs-content-sha256": nothing,
    "x-acs-date": `${new Date().toISOString().slice(0, 19)}Z`,
    "x-acs-signature-nonce": randomUUID(),
    "x-acs-version": "2019-11-20",
  };
  const signed = Object.keys(headers);
  const lines = signed.map((name) => `${name}:${headers[name]}\n`).join("");
  const canonical = hash(`POST\n/\n${query}\n${lines}\n${signed.join(";")}\n${nothing}`);
  const hmac = createHmac("sha256", accessKeySecret).update(`ACS3-HMAC-SHA256\n${canonical}`);
  const signature = hmac.digest("hex");
  headers.authorization = `ACS3-HMAC-SHA256 Credential=${accessKeyId},SignedHeaders=${signed.join(";")},Signature=${signature}`;
  headers.accept = "application/json";
  return { path: `/?${query}`, headers };
}

const agent = new Agent({ keepAlive: true });

function send({ path, headers }, port) {
  return new Promise((resolve, reject) => {
    const outgoing = request({
      method: "POST",
      port,
      host: "127.0.0.1",
      path,
      headers,
      agent,
      setHost: false,
    });
    outgoing.on("error", reject);
    outgoing.on("response", (incoming) => {
      let text = "";
      incoming.setEncoding("utf8");
      incoming.on("data", (chunk) => (text += chunk));
      incoming.on("end", () => resolve(text));
    });
    outgoing.end();
  });
}

/** One call over the network. */
export const createCall = (endpoint, key) => {
  const { host, port } = new URL(endpoint);
  return async (input) =>
    JSON.parse(await send(sign({ host, ...key }, flatten(input, "", {})), port));
};

/** The same without a network: what the answer would be is given. */
export const createDryCall = (answer, key) => async (input) => {
  sign({ host: "127.0.0.1:1", ...key }, flatten(input, "", {}));
  return JSON.parse(answer);
};
