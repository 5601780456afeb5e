import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { streamEventTypes } from "@agentpass/shared/feed";
import { expect, it } from "vitest";

const source = path.resolve(import.meta.dirname, "..");
const page = readFileSync(path.resolve(source, "../../docs/audit.md"), "utf8");

/** Every action that some code puts on record, but for those whose second word is put together. */
function actionsInCode(): string[] {
  const files = ["actions", "domain", "store", "twilio"].flatMap((folder) =>
    readdirSync(path.join(source, folder), { recursive: true, encoding: "utf8" }).map((file) =>
      path.join(source, folder, file),
    ),
  );
  const subjects =
    "agent|alerts|call|device|invitation|key|lease|member|message|number|owner_key|pairing|purchase|settings|sign_in|team|approval|gateway";
  const literal = new RegExp(`"((?:${subjects})\\.[a-z_]+)"`, "g");
  const code = files.filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  const found = code
    .map((file) => readFileSync(file, "utf8"))
    .join("\n")
    .matchAll(literal);
  const onlyEvents = new Set<string>(streamEventTypes);
  // These two are an event and an action.
  onlyEvents.delete("lease.started");
  onlyEvents.delete("lease.ended");
  return [...new Set(Array.from(found, ([, action = ""]) => action))].filter(
    (action) => !onlyEvents.has(action),
  );
}

it("docs/audit.md names every action that goes on record", () => {
  const actions = actionsInCode();
  expect(actions.length).toBeGreaterThan(30);
  expect(actions.filter((action) => !page.includes(`\`${action}\``))).toEqual([]);
});
