// Makes the calls in the file REPLAY with a transport that sends nothing, and prints what would have gone out.

import { readFileSync } from "node:fs";
import { GaClient } from "ga-20191120";

const { calls, ...options } = JSON.parse(readFileSync(process.env.REPLAY, "utf8"));
const sent = [];
for (const { credentials, signature, request } of calls) {
  const client = new GaClient({
    credentials,
    signature,
    // The vendor's clients check nothing, so that some of their calls break what the page says.
    validate: "off",
    // A call that is not repeated gets no token of the client's own.
    retry: false,
    endpoint: "ga.cn-hangzhou.aliyuncs.com",
    nonce: () => options.nonce,
    clock: () => new Date(options.timestamp),
    transport: {
      send({ url, headers, body }) {
        sent.push({ query: new URL(url).search.slice(1), headers, body });
        return Promise.resolve({ status: 200, headers: {}, body: "{}" });
      },
    },
  });
  await client.createListener(request);
}
console.log(JSON.stringify(sent));
