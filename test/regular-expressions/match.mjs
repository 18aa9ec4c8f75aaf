// Matches texts that may take for ever: whoever waits for this can end it.
import { parentPort } from "node:worker_threads";

parentPort.on("message", ({ source, flags, attack: { before, part, behind }, size }) => {
  const expression = new RegExp(source, flags);
  const text = before + part.repeat(Math.ceil(size / part.length)) + behind;
  const start = process.cpuUsage().user;
  let matches = 0;
  if (expression.global && !expression.sticky)
    for (const found of text.matchAll(expression)) matches += found.length;
  else matches = expression.exec(text)?.length ?? 0;
  parentPort.postMessage({ ms: (process.cpuUsage().user - start) / 1000, matches });
});
