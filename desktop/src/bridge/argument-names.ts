import { nearName, squashed } from "./near-name.ts";

/** What models call an argument when they do not look at the schema; the first one that the tool has is meant. */
const meant: Record<string, readonly string[]> = {
  number: ["phone_number"],
  phone: ["phone_number"],
  to: ["phone_number"],
  msisdn: ["phone_number"],
  recipient: ["phone_number"],
  mobile: ["phone_number"],
  wait: ["timeout"],
  maxwait: ["timeout"],
  waittime: ["timeout"],
  duration: ["timeout"],
  sender: ["from"],
  senders: ["from"],
  fromnumber: ["from"],
  body: ["sms_body", "body_contains"],
  sms: ["sms_body"],
  smstext: ["sms_body"],
  text: ["sms_body", "body_contains"],
  content: ["sms_body", "body_contains"],
  message: ["sms_body", "body_contains"],
  messagebody: ["sms_body"],
  regex: ["match"],
  regexp: ["match"],
  pattern: ["match"],
  coderegex: ["match"],
  contains: ["body_contains"],
  keyword: ["body_contains"],
  domain: ["service"],
  website: ["service"],
  site: ["service"],
  url: ["service"],
  servicename: ["service"],
  app: ["service"],
  passport: ["passport_id"],
  agentid: ["passport_id"],
  id: ["passport_id"],
  countrycode: ["country"],
  region: ["country"],
  count: ["limit"],
  max: ["limit"],
  pagesize: ["limit"],
  cursor: ["before", "after"],
  since: ["after"],
  nextbefore: ["before"],
};

const units: readonly (readonly [ending: RegExp, ms: number])[] = [
  [/(millis(econds?)?|ms|msecs?)$/, 1],
  [/(seconds?|secs?|insec|ins)$/, 1_000],
  [/(minutes?|mins?)$/, 60_000],
];

export interface MeantArgument {
  name: string;
  /** Milliseconds that one of its units has, where the name given says it. */
  unitMs?: number;
}

/** The known argument that an unknown name probably means, or null. */
export function meantArgument(name: string, known: readonly string[]): MeantArgument | null {
  const found = named(name, known);
  if (found !== null) return { name: found };
  for (const [ending, unitMs] of known.includes("timeout") ? units : []) {
    const bare = squashed(name).replace(ending, "");
    if (bare === squashed(name)) continue;
    // "seconds" alone can only be how long to wait.
    if (bare === "" || named(bare, known) === "timeout") return { name: "timeout", unitMs };
  }
  const near = nearName(name, known);
  return near === null ? null : { name: near };
}

function named(name: string, known: readonly string[]): string | null {
  const plain = squashed(name);
  const same = known.find((candidate) => squashed(candidate) === plain);
  const guesses = Object.hasOwn(meant, plain) ? (meant[plain] ?? []) : [];
  return same ?? guesses.find((guess) => known.includes(guess)) ?? null;
}
