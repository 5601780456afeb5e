/** What an admin may do with a number of the pool, and what is said before it is done. */
import type { NumberState, PoolNumber } from "@agentpass/shared/number-api";
import type { Confirmation } from "./confirmation.ts";

export type NumberAction = "lift" | "resume" | "suspend" | "quarantine" | "retire" | "release";

const byState: Record<NumberState, readonly NumberAction[]> = {
  available: ["suspend", "quarantine", "retire", "release"],
  leased: ["suspend", "quarantine", "retire", "release"],
  quarantined: ["lift", "suspend", "retire", "release"],
  suspended: ["resume", "retire", "release"],
  retired: ["release"],
};

/** In the order in which they are offered, what is undone most easily first. */
export function actionsOn({ state, provider, releasing, releasedAt }: PoolNumber): NumberAction[] {
  if (releasing || releasedAt !== null) return [];
  return byState[state].filter((action) => action !== "release" || provider === "twilio");
}

export const actionWords: Record<NumberAction, string> = {
  lift: "End rest",
  resume: "Resume",
  suspend: "Suspend",
  quarantine: "Let rest",
  retire: "Retire",
  release: "Give back",
};

/** What to ask before; null where nothing is lost. */
export function confirmationOf(action: NumberAction, number: PoolNumber): Confirmation | null {
  const { phoneNumber } = number;
  switch (action) {
    case "resume":
      return null;
    case "lift":
      return {
        title: `End the rest of ${phoneNumber}?`,
        consequences: ["Its next holder may be sent codes that were meant for the last."],
        act: "End rest",
        danger: false,
      };
    case "suspend":
      return {
        title: `Suspend ${phoneNumber}?`,
        consequences: ["It is not leased until it is resumed.", ...endedLease(number)],
        act: "Suspend",
        danger: number.state === "leased",
      };
    case "quarantine":
      return {
        title: `Let ${phoneNumber} rest?`,
        consequences: ["Nobody gets it meanwhile, its last holder neither.", ...endedLease(number)],
        act: "Let rest",
        danger: number.state === "leased",
      };
    case "retire":
      return {
        title: `Retire ${phoneNumber}?`,
        consequences: [
          "Messages to it are refused from then on. Its history stays.",
          "Its provider goes on charging for it, and only adding it again brings it back.",
          ...endedLease(number),
        ],
        act: "Retire",
        danger: true,
      };
    case "release":
      return {
        title: `Give ${phoneNumber} back to Twilio?`,
        consequences: [
          "This is for good: anybody may get the number then, and the codes that are still sent to it.",
          ...endedLease(number),
        ],
        act: "Give back for good",
        danger: true,
      };
  }
}

function endedLease({ state, agentName }: PoolNumber): string[] {
  return state === "leased"
    ? [`The agent "${agentName}" holds it: its lease ends with this, and what it waits for.`]
    : [];
}

export const stateWords: Record<NumberState, string> = {
  available: "Available",
  leased: "Leased",
  quarantined: "Resting",
  suspended: "Suspended",
  retired: "Retired",
};
