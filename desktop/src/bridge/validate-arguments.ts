import { meantArgument } from "./argument-names.ts";
import { checkValue, type ArgumentValue } from "./check-value.ts";
import { inputSchemaOf, type ToolName } from "./tool-definitions.ts";
import type { Refusal, ToolCall } from "./tool-errors.ts";

export type ToolArguments = Record<string, ArgumentValue>;

export type ValidArguments = { ok: true; values: ToolArguments } | { ok: false; refusal: Refusal };

export interface CallToCheck {
  tool: ToolName;
  given: Readonly<Record<string, unknown>>;
  /** The number this client was given last: what a call that forgot its number most likely means. */
  lastNumber: string | null;
}

/**
 * Checks a call's arguments against the tool's schema and gives all faults at once, with the call that would work.
 * Null counts as left out: models write it for optional arguments.
 */
export function validateArguments({ tool, given, lastNumber }: CallToCheck): ValidArguments {
  const { properties, required = [] } = inputSchemaOf(tool);
  const faults: string[] = [];
  const values: ToolArguments = {};
  const corrected: ToolArguments = {};
  const known = Object.keys(properties);

  const take = (name: string, value: unknown): void => {
    const schema = properties[name];
    if (schema === undefined) return;
    const checked = checkValue(name, schema, value);
    if (checked.ok) {
      values[name] = checked.value;
      corrected[name] = checked.value;
      return;
    }
    faults.push(`${name} ${shown(name, value)}: ${checked.message}`);
    if (checked.mended !== undefined) corrected[name] = checked.mended;
  };

  const present = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
  for (const [name, value] of present) if (Object.hasOwn(properties, name)) take(name, value);
  for (const [name, value] of present) {
    if (Object.hasOwn(properties, name)) continue;
    const meant = meantArgument(name, known);
    const hint = meant === null ? `known are ${known.join(", ")}` : `did you mean "${meant}"?`;
    faults.push(`unknown argument "${name.slice(0, 40)}": ${hint}`);
    const schema = meant === null ? undefined : properties[meant];
    if (meant === null || schema === undefined || meant in corrected) continue;
    const checked = checkValue(meant, schema, value);
    const usable = checked.ok ? checked.value : checked.mended;
    if (usable !== undefined) corrected[meant] = usable;
  }
  for (const name of required) {
    const isGiven = given[name] !== null && given[name] !== undefined;
    if (!isGiven && !(name in corrected)) faults.push(`${name} is missing: ${askFor(name)}`);
  }
  if (faults.length === 0) return { ok: true, values };
  return { ok: false, refusal: { tool, faults, corrected: complete({ tool, corrected, lastNumber }) } };
}

function askFor(name: string): string {
  return name === "phone_number" ? "pass the number from get_phone_number" : "pass the text of the SMS";
}

/** Fills in what the model forgot; where only another call can give it, gives that call. */
function complete({ tool, corrected, lastNumber }: CorrectedCall): ToolCall {
  const { required = [] } = inputSchemaOf(tool);
  if (required.includes("phone_number") && corrected["phone_number"] === undefined) {
    if (lastNumber === null) return { name: "get_phone_number", arguments: {} };
    return { name: tool, arguments: { phone_number: lastNumber, ...corrected } };
  }
  if (required.includes("sms_body") && corrected["sms_body"] === undefined)
    return { name: tool, arguments: { sms_body: "Your code is 482913", ...corrected } };
  return { name: tool, arguments: corrected };
}

interface CorrectedCall {
  tool: ToolName;
  corrected: ToolArguments;
  lastNumber: string | null;
}

/** A text from outside is not repeated in our own words. */
function shown(name: string, value: unknown): string {
  if (name === "sms_body") return `(${typeof value})`;
  const text = JSON.stringify(value) ?? typeof value;
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`;
}
