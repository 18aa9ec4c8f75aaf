import { GaClient, createListener, Client } from "../../../generated/ga-20191120/dist/esm/index.js";

export const createCall = (endpoint, credentials) => {
  const client = new GaClient({ credentials, endpoint });
  return (input) => client.createListener(input);
};

export const createDryCall = (answer, credentials) => {
  const response = { status: 200, headers: { "content-type": "application/json" }, body: answer };
  const transport = { send: () => Promise.resolve(response) };
  const client = new Client({ credentials, endpoint: "http://127.0.0.1:1", transport });
  return (input) => createListener(client, input);
};
