// What must compile where Node's types and the DOM's are there too, with the vendor's credentials.

import Credential, { DefaultCredentialsProvider } from "@alicloud/credentials";
import { GaClient, type CreateListenerRequest, type Transport } from "ga-20191120";

const transport: Transport = {
  async send({ url, method, headers, body, signal }) {
    const init = { method, headers, body: body || null, signal, redirect: "manual" } as const;
    const response = await fetch(url, init);
    const { status } = response;
    return { status, headers: Object.fromEntries(response.headers), body: await response.text() };
  },
};
const request: CreateListenerRequest = {
  AcceleratorId: "ga-1",
  PortRanges: [{ FromPort: 20, ToPort: 20 }],
};
const ga = new GaClient({ credentials: new Credential(), transport });
new GaClient({ credentials: DefaultCredentialsProvider.builder().build() });

export async function call(): Promise<string> {
  const { signal } = new AbortController();
  await ga.createListener(request, { signal });
  const { ListenerId } = await ga.createListener(request, { signal: AbortSignal.timeout(1000) });
  return ListenerId;
}
