import { meantArgument, type MeantArgument } from "./argument-names.ts";
import { checkValue, type ArgumentValue } from "./check-value.ts";
import { parsedJson } from "./meant-values.ts";
import { inputSchemaOf, type ToolName } from "./tool-definitions.ts";
import type { Refusal, ToolCall } from "./tool-errors.ts";

export type ToolArguments = Record<string, ArgumentValue>;

export type ValidArguments = { ok: true; values: ToolArguments } | { ok: false; refusal: Refusal };

export interface CallToCheck {
  tool: ToolName;
  given: Readonly<Record<string, unknown>>;
  /** The numbers that this client was given and holds; a call that forgot its number most likely means the last. */
  ownNumbers: readonly string[];
}

/**
 * Checks a call's arguments against the tool's schema and gives all faults at once, with the call that would work.
 * Null counts as left out: models write it for optional arguments.
 */
export function validateArguments({ tool, given, ownNumbers }: CallToCheck): ValidArguments {
  const { properties, required = [] } = inputSchemaOf(tool);
  const faults: string[] = [];
  const values: ToolArguments = {};
  const corrected: ToolArguments = {};
  const known = Object.keys(properties);

  const take = (name: string, value: unknown): void => {
    const schema = properties[name];
    if (schema === undefined) return;
    const checked = checkValue({ name, schema, ownNumbers }, value);
    if (checked.ok) {
      values[name] = checked.value;
      corrected[name] = checked.value;
      return;
    }
    faults.push(`${name} ${shown(name, value)}: ${checked.message}`);
    if (checked.mended !== undefined) corrected[name] = checked.mended;
  };

  const correct = ({ name, unitMs }: MeantArgument, value: unknown): void => {
    const schema = properties[name];
    if (schema === undefined || name in corrected) return;
    const inUnits = unitMs === undefined ? value : inMs(value, unitMs);
    const checked = checkValue({ name, schema, ownNumbers }, inUnits);
    const usable = checked.ok ? checked.value : checked.mended;
    if (usable !== undefined) corrected[name] = usable;
  };

  const present = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
  for (const [name, value] of present) if (Object.hasOwn(properties, name)) take(name, value);
  for (const [name, value] of present) {
    if (Object.hasOwn(properties, name)) continue;
    const shownName = `unknown argument "${name.slice(0, 40)}"`;
    const meant = meantArgument(name, known);
    const nested = meant === null ? nestedArguments(value, known) : [];
    if (meant !== null) {
      faults.push(`${shownName}: did you mean "${meant.name}"?`);
      correct(meant, value);
    } else if (nested.length > 0) {
      faults.push(`${shownName}: pass the arguments in it directly`);
      for (const [inner, innerValue] of nested) correct(inner, innerValue);
    } else faults.push(`${shownName}: known are ${known.join(", ")}`);
  }
  for (const name of required) {
    const isGiven = given[name] !== null && given[name] !== undefined;
    if (!isGiven && !(name in corrected)) faults.push(`${name} is missing: ${askFor(name, ownNumbers)}`);
  }
  if (faults.length === 0) return { ok: true, values };
  return { ok: false, refusal: { tool, faults, corrected: complete({ tool, corrected, ownNumbers }) } };
}

function inMs(value: unknown, unitMs: number): unknown {
  const amount = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof amount === "number" && Number.isFinite(amount) ? Math.round(amount * unitMs) : value;
}

/** The arguments within an object that was given as an argument, e.g. in "params", also as JSON text. */
function nestedArguments(value: unknown, known: readonly string[]): (readonly [MeantArgument, unknown])[] {
  const object = typeof value === "string" ? parsedJson(value) : value;
  if (typeof object !== "object" || object === null) return [];
  return Object.entries(object).flatMap(([name, inner]) => {
    const meant = meantArgument(name, known);
    return meant === null ? [] : [[meant, inner] as const];
  });
}

function askFor(name: string, ownNumbers: readonly string[]): string {
  if (name !== "phone_number")
    return "pass the text of the SMS; list_sms shows those that came, with their codes";
  const several = ownNumbers.length > 1 ? `; you hold ${ownNumbers.join(", ")}` : "";
  return `pass the number from get_phone_number${several}`;
}

/** Fills in what the model forgot; where only another call can give it, gives that call. Null: nobody can be sure. */
function complete({ tool, corrected, ownNumbers }: CorrectedCall): ToolCall | null {
  const { required = [] } = inputSchemaOf(tool);
  if (required.includes("phone_number") && corrected["phone_number"] === undefined) {
    const last = ownNumbers.at(-1);
    // What is released is lost: no guessing between several.
    if (tool === "release_phone_number" && ownNumbers.length !== 1) return null;
    if (last === undefined) return { name: "get_phone_number", arguments: {} };
    return { name: tool, arguments: { phone_number: last, ...corrected } };
  }
  // Without a text of its own the call can only mean an SMS that came; its code stands there already.
  if (required.includes("sms_body") && corrected["sms_body"] === undefined)
    return { name: "list_sms", arguments: {} };
  return { name: tool, arguments: corrected };
}

interface CorrectedCall {
  tool: ToolName;
  corrected: ToolArguments;
  ownNumbers: readonly string[];
}

/** A text from outside is not repeated in our own words. */
function shown(name: string, value: unknown): string {
  if (name === "sms_body") return `(${typeof value})`;
  const text = JSON.stringify(value) ?? typeof value;
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`;
}
