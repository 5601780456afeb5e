import type { CallName, CallOutputs, CheckedInput } from "../../shared/ipc-contract.ts";

/** One function a call; a call without one does not compile. An expected failure is thrown as a ProblemError. */
export type Handlers = {
  [C in CallName]: (input: CheckedInput<C>) => CallOutputs[C] | Promise<CallOutputs[C]>;
};
