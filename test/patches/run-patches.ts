/**
 * `pnpm test:patches [ID…]`: takes each promise away and shows that its test turns red. Ends with 1 where one does not.
 */
import { requirements, type RequirementId } from "../requirements.ts";
import { patchFiles, type PatchFile } from "./patch-file.ts";
import { PatchedCheckout } from "./patched-checkout.ts";

const AT_ONCE = 2;

const wanted = process.argv.slice(2);
const unknown = wanted.filter((id) => !(id in requirements));
if (unknown.length > 0) {
  console.error(`No such requirement: ${unknown.join(", ")}. test/requirements.ts lists them.`);
  process.exit(2);
}
const waiting = patchFiles().filter(({ id }) => wanted.length === 0 || wanted.includes(id));
const total = waiting.length;
let failed = 0;

async function work(): Promise<void> {
  using checkout = new PatchedCheckout();
  for (let patch = waiting.shift(); patch !== undefined; patch = waiting.shift())
    await judge(checkout, patch);
}

async function judge(checkout: PatchedCheckout, patch: PatchFile): Promise<void> {
  const started = performance.now();
  const verdict = await checkout.judge(patch).catch((error: Error) => ({ red: false, why: error.message }));
  const seconds = ((performance.now() - started) / 1000).toFixed(0).padStart(3);
  console.log(`${verdict.red ? "red  " : "GREEN"} ${seconds} s  ${patch.name}`);
  console.log(`             ${requirements[patch.id as RequirementId]}`);
  console.log(`             ${patch.test}: ${verdict.why}`);
  if (!verdict.red) failed += 1;
}

await Promise.all(Array.from({ length: Math.min(AT_ONCE, total) }, work));
console.log(`\n${total - failed} of ${total} promises taken away turned their test red.`);
process.exitCode = failed === 0 ? 0 : 1;
