// Begins to change a folder, says so, and goes on only when it is told to.

import { openTransaction } from "../../dist/output/open-transaction.js";

const [folder] = process.argv.slice(2);
const transaction = await openTransaction(folder);
transaction.put("a.txt", "held");
if (process.argv.includes("--commit")) transaction.commit();
process.send?.("holds");
process.stdout.write("holds\n");
await new Promise((resolve) => process.stdin.once("data", resolve));
transaction.commit();
transaction.settle();
process.exit();
