import type { Page } from "playwright-core";
import type { AppState } from "../../../desktop/src/shared/app-state.ts";
import type {
  CallInput,
  CallName,
  CallOutputs,
  CallResult,
} from "../../../desktop/src/shared/ipc-contract.ts";

/** Makes a call as the window's own script does; fails where main refuses it. */
export async function windowCall<C extends CallName>(
  page: Page,
  name: C,
  input: CallInput<C>,
): Promise<CallOutputs[C]> {
  const script = `agentpass.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`;
  const result = await page.evaluate<CallResult<C>>(script);
  if (!result.ok) throw new Error(`${name} was refused: ${result.problem.message}`);
  return result.value;
}

/** What main tells its windows. */
export async function stateOf(page: Page): Promise<AppState> {
  return windowCall(page, "state.get", undefined);
}
