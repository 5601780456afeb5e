import type { BridgeCommand } from "../shared/client-connections.ts";
import type { EntryShape } from "./client-table.ts";
import { isTable, type ConfigValue } from "./formats/config-format.ts";

/** Says where a bridge looks; an entry of another data folder is another entry. */
const OURS = ["AGENTPASS_DATA_DIR"];

/** The entry that makes a client start the bridge; what a person has added to an entry of ours stays in it. */
export function entryFor(bridge: BridgeCommand, shape: EntryShape, before: unknown): ConfigValue {
  // One that starts nothing, e.g. names an address, is none of ours.
  const kept = isTable(before) && shape.command in before ? before : {};
  const variables = isTable(kept[shape.env]) ? kept[shape.env] : {};
  const others = Object.entries(variables as Record<string, ConfigValue>).filter(
    ([name]) => !OURS.includes(name),
  );
  const { enabled: _, disabled: __, [shape.env]: ___, ...additions } = kept as Record<string, ConfigValue>;
  const env = { ...Object.fromEntries(others), ...bridge.env };
  return {
    ...shape.fixed,
    ...additions,
    [shape.command]: bridge.command,
    [shape.args]: bridge.args,
    ...(Object.keys(env).length === 0 ? {} : { [shape.env]: env }),
  };
}

/** The command of an entry, as a client would start it; null where it starts none. */
export function commandOf(entry: unknown, shape: EntryShape): BridgeCommand | null {
  if (!isTable(entry)) return null;
  const { [shape.command]: command, [shape.args]: args = [], [shape.env]: env = {} } = entry;
  if (typeof command !== "string" || !isTexts(args) || !isTable(env) || !isTexts(Object.values(env)))
    return null;
  return { command, args, env: env as Record<string, string> };
}

/** Whether the client starts our bridge, and may use it. */
export function startsBridge(entry: unknown, shape: EntryShape, bridge: BridgeCommand): boolean {
  const found = commandOf(entry, shape);
  return (
    found !== null &&
    isTable(entry) &&
    entry["enabled"] !== false &&
    entry["disabled"] !== true &&
    found.command === bridge.command &&
    found.args.join("\0") === bridge.args.join("\0") &&
    OURS.every((name) => found.env[name] === bridge.env[name])
  );
}

function isTexts(values: unknown): values is string[] {
  return Array.isArray(values) && values.every((value) => typeof value === "string");
}
