/** A task as data: what an agent does, with its mistakes. Texts may hold the placeholders of `World.fill`. */
export interface Task {
  /** What the agent gets wrong, or has to cope with. */
  name: string;
  /** How many corrected calls it has to take out of answers until it succeeds. */
  corrections: 0 | 1 | 2;
  steps: readonly Step[];
}

export type Step = Call | Both | Submit | Happening;

/** An answer of `get_phone_number` makes its number the current one. */
export interface Call {
  call: string;
  with?: Record<string, unknown>;
  /** The code that the answer must hold, in the end. */
  gets?: string;
  /** The answer is none of an error, and says this. */
  says?: RegExp;
  /** No other call would help: the error must hold this mend, and no corrected call. */
  mend?: RegExp;
  /** SMS that come while the call runs. */
  meanwhile?: readonly Sms[];
}

/** Two calls at once. */
export interface Both {
  both: readonly [Call, Call];
  meanwhile: readonly Sms[];
}

/** The agent types its current number into the form, and the service sends these. */
export interface Submit {
  submit: readonly Sms[];
}

/** What others do meanwhile. */
export interface Happening {
  happens: "another agent takes a number" | "every number is taken" | "a number is free again";
}

export interface Sms {
  body: string;
  from?: string;
}
