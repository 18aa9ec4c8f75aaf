// One contestant in a process of its own: run.mjs CONTESTANT dry|1|32 CALLS [ENDPOINT]. Prints microseconds of CPU per call.
import { performance } from "node:perf_hooks";
import process from "node:process";

const [contestant, mode, calls, endpoint] = process.argv.slice(2);
const key = { accessKeyId: "testid", accessKeySecret: "testsecret" };
const input = {
  AcceleratorId: "ga-bp1odcab8tmno0hdq****",
  PortRanges: [{ FromPort: 20, ToPort: 20 }],
  RegionId: "cn-hangzhou",
  ClientToken: "123e4567-e89b-12d3-a456-426655440000",
  Protocol: "tcp",
};
const answer = JSON.stringify({ ListenerId: "lsr-bp1bpn0kn908w4nbw****", RequestId: "04F0F334" });

const { createCall, createDryCall } = await import(`./${contestant}.mjs`);
const call = mode === "dry" ? createDryCall(answer, key) : createCall(endpoint, key);
const width = mode === "dry" ? 1 : Number(mode);

await run(Math.ceil(Number(calls) / 4));
const from = process.cpuUsage();
const begun = performance.now();
await run(Number(calls));
const { user, system } = process.cpuUsage(from);
const seconds = (performance.now() - begun) / 1000;
process.stdout.write(JSON.stringify({ cpu: (user + system) / calls, rate: calls / seconds }));
process.exit();

/** So many calls, some of them at a time. */
async function run(count) {
  let left = count;
  const work = async () => {
    while (left-- > 0) {
      const { ListenerId } = await call(input);
      if (ListenerId === undefined) throw new Error(`${contestant} got no answer`);
    }
  };
  await Promise.all(Array.from({ length: width }, work));
}
