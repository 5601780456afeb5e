import type { Delivery, DeliveryAnswer } from "../signed-sms.ts";

/** A fault on an SMS's way, played against a server, and what must hold all the same. */
export type Scenario = ScenarioWords & (OnRunningServer | OnItsOwnServer);

interface ScenarioWords {
  /** What is typed. */
  name: string;
  /** One line for `--list`. */
  summary: string;
  /** What it does and what must hold, in plain words. */
  story: string;
}

interface OnRunningServer {
  server: "running";
  play: (stage: Stage) => Promise<Claim[]>;
}

/** For what mock mode cannot show: it starts what it needs, and has a number of its own. */
interface OnItsOwnServer {
  server: "its own";
  play: (wishes: Wishes) => Promise<Claim[]>;
}

/** What the person asked for, and how the scenario says what it does. */
export interface Wishes {
  from: string;
  /** Gives the text of the next SMS, each with a code of its own where the person named none. */
  nextBody: () => string;
  /** Milliseconds, for the scenario that delays. */
  delayMs: number;
  progress: (text: string) => void;
}

/** What a scenario has to play with. */
export interface Stage extends Pick<Wishes, "delayMs" | "progress"> {
  /** A new SMS to the scenario's number. */
  sms: () => Delivery;
  deliver: (delivery: Delivery) => Promise<DeliveryAnswer>;
  /** The messages of these deliveries that the server has, newest first, a repeat as often as it is there. */
  stored: (deliveries: readonly Delivery[]) => Promise<StoredSms[]>;
  /** Milliseconds within which the server has to have stored what it got. */
  longestStoreMs: number;
}

export interface StoredSms {
  id: string;
  /** ISO 8601. */
  receivedAt: string;
  state: string;
}

/** Something that must hold, and whether it did. */
export interface Claim {
  text: string;
  held: boolean;
  /** What was seen, in words. */
  seen: string;
}

/** The provider's id of a delivery's message. */
export function idOf({ form }: Delivery): string {
  return form["MessageSid"] ?? "";
}

/** That all of these were answered with that status. */
export function answered(text: string, answers: readonly DeliveryAnswer[], status = 200): Claim {
  const others = answers.filter((answer) => answer.status !== status).map((answer) => answer.status);
  const seen =
    others.length === 0 ? `${answers.length} times ${status}` : `also ${[...new Set(others)].join(", ")}`;
  return { text, held: others.length === 0, seen };
}

/** That each of these messages is there once, and nothing else of them. */
export function storedOnce(
  text: string,
  deliveries: readonly Delivery[],
  stored: readonly StoredSms[],
): Claim {
  const ids = new Set(stored.map(({ id }) => id));
  const held = stored.length === deliveries.length && deliveries.every((delivery) => ids.has(idOf(delivery)));
  return { text, held, seen: `${stored.length} stored of ${deliveries.length} sent, ${ids.size} different` };
}
