import type { Problem } from "@agentpass/shared/problem";
import type { CallToolResult } from "@modelcontextprotocol/server";
import type { GivenNumbers } from "./given-numbers.ts";
import { inputSchemaOf, isToolName } from "./tool-definitions.ts";

export interface ToolCall {
  name: string;
  arguments: Record<string, unknown>;
}

export interface Refusal {
  tool: string;
  /** One a fault: field, value, mend. */
  faults: string[];
  /** Null where nobody can be sure what was meant. */
  corrected: ToolCall | null;
}

/** Text only: a v1 client rejects an error whose structured content does not fit the output schema. */
function errorResult(text: string): CallToolResult {
  return { isError: true, content: [{ type: "text", text }] };
}

/** A call whose arguments were refused: every fault, then the call that would work. */
export function refusalResult({ tool, faults, corrected }: Refusal): CallToolResult {
  const lines = [`${tool} was not run:`, ...faults.map((fault) => `- ${fault}`)];
  return errorResult([...lines, ...(corrected ? [correctedLine(corrected)] : [])].join("\n"));
}

/** A call that failed: what is wrong and the mend; with the corrected call where another call would help. */
export function problemResult(problem: Problem, call: ToolCall, numbers: GivenNumbers): CallToolResult {
  const text = `${call.name} failed: ${withField(problem)}`;
  const corrected = correctedCall(problem, call, numbers);
  return errorResult(corrected ? `${text}\n${correctedLine(corrected)}` : text);
}

function withField({ field, message }: Problem): string {
  if (field === undefined) return message;
  // Some messages begin with their field already, in either spelling.
  const named = [field, argumentName(field)].find((name) => message.startsWith(`${name}: `));
  return `${argumentName(field)}: ${named === undefined ? message : message.slice(named.length + 2)}`;
}

/** How an error ends that another call would mend. */
export function correctedLine(call: ToolCall): string {
  return `Corrected call: ${JSON.stringify(call)}`;
}

function correctedCall(problem: Problem, call: ToolCall, numbers: GivenNumbers): ToolCall | null {
  // What is suggested may be for another call, e.g. the number to release.
  const suggested = Object.entries(problem.suggestion ?? {})
    .map(([name, value]) => [argumentName(name), value] as const)
    .filter(([name]) => takes(call.name, name));
  if (suggested.length > 0)
    return { name: call.name, arguments: { ...call.arguments, ...Object.fromEntries(suggested) } };
  switch (problem.code) {
    case "not_found":
      return withOwnNumber(call, numbers);
    case "invalid_input":
    case "not_allowed":
    case "pool_exhausted":
      return withoutField(problem.field, call);
    case "unavailable":
    case "too_many_requests":
      return call;
    case "not_signed_in":
    case "limit_reached":
    case "conflict":
    case "outdated":
      return null;
  }
}

/** An unknown number and another agent's are one answer; either way a number of one's own is the way on. */
function withOwnNumber(call: ToolCall, numbers: GivenNumbers): ToolCall | null {
  // A number that is not held needs no release, and what is released is lost: no guessing.
  if (!takes(call.name, "phone_number") || call.name === "release_phone_number") return null;
  const wanted = String(call.arguments["phone_number"]);
  const request = numbers.requestOf(wanted);
  if (request !== null) return { name: "get_phone_number", arguments: { ...request } };
  const last = numbers.held.at(-1);
  if (last === undefined) return { name: "get_phone_number", arguments: {} };
  return { name: call.name, arguments: { ...call.arguments, phone_number: last } };
}

const takes = (tool: string, name: string): boolean =>
  isToolName(tool) && Object.hasOwn(inputSchemaOf(tool).properties, name);

function withoutField(field: string | undefined, call: ToolCall): ToolCall | null {
  const name = field === undefined ? "" : argumentName(field);
  if (!(name in call.arguments)) return null;
  return {
    name: call.name,
    arguments: Object.fromEntries(Object.entries(call.arguments).filter(([key]) => key !== name)),
  };
}

/** The agent API's name of a field as the tools spell it. */
function argumentName(field: string): string {
  const [first = ""] = field.split(".");
  return first === "timeoutMs" ? "timeout" : first.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
