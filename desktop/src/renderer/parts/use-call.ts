import type {
  CallInput,
  CallName,
  CallOutputs,
  CallResult,
  MainWindowCall,
} from "../../shared/ipc-contract.ts";
import type { TeamCall, TeamCallInput, TeamCallOutput } from "../../shared/team-calls.ts";
import { texts } from "../texts.ts";
import { useAction, type Action, type Outcome } from "./use-action.ts";

/** Asks main; a call that does not come through is a problem as well, never an exception. */
export async function callMain<C extends CallName>(name: C, input: CallInput<C>): Promise<CallResult<C>> {
  try {
    return await window.agentpass.call(name, input);
  } catch {
    return { ok: false, problem: { code: "unavailable", message: texts.parts.noAnswer } };
  }
}

/** Asks the server through main, as this device. */
export async function callTeam<C extends TeamCall>(
  procedure: C,
  input: TeamCallInput<C>,
): Promise<Outcome<TeamCallOutput<C>>> {
  // The server checks it; of a type that is known only by its name TypeScript cannot tell that it is JSON.
  const json = input as CallInput<"team.call">["input"];
  const result = await callMain("team.call", { procedure, ...(json !== undefined && { input: json }) });
  // What the server gives was checked there, against the schema that this type is made of.
  return result.ok ? { ok: true, value: result.value as TeamCallOutput<C> } : result;
}

/** A call to main that a person sets off. */
export function useCall<C extends MainWindowCall>(name: C): Action<CallInput<C>, CallOutputs[C]> {
  return useAction<CallInput<C>, CallOutputs[C]>((input) => callMain(name, input));
}

/** A call to the server that a person sets off. */
export function useTeamCall<C extends TeamCall>(procedure: C): Action<TeamCallInput<C>, TeamCallOutput<C>> {
  return useAction<TeamCallInput<C>, TeamCallOutput<C>>((input) => callTeam(procedure, input));
}
