/**
 * What is promised, as data: each id has a test that cites it (`verifies`) and a patch in `test/patches/` that takes
 * the promise away; `pnpm test:patches` shows that the test turns red with it.
 *
 * T are threats, F faults; G is the setup guide's promise of that number. The others have a name.
 */
export const requirements = {
  T1: "A forged webhook is refused and leaves no row.",
  G1: "Mock mode starts with no setup, and says so in the guide's words.",
  G2: "Twilio mode says so, and how many numbers are in the pool.",
  G3: "What Twilio signed is the configured URL with its path prefix and the raw query; Host and X-Forwarded-* change nothing.",
  G4: "The MCP tools take and give exactly what their published schemas say.",
  G5: "A look at a number with curl shows what arrived and consumes nothing; without a key it prints the line that works.",
  G6: "agentpass doctor names what stands between Twilio and the agent.",
  G7: "Where no number is free one is bought, within the budget.",
  "G8-limits": "Calls of an agent are limited, and it is told when to come back.",
  "G8-alerts": "Failures, volume, exhaustion, latency, bad signatures and cost have alerts.",
  "G8-usage": "Usage is told for each agent.",
  "G8-rotation": "Two auth tokens are taken while one is rotated.",
  "G8-secret-files": "Every secret may come from a file.",
  G10: "doctor --fix offers the address of a running tunnel.",
  "webhook-get": "The webhook answers a GET without parameters, and takes a signed GET like a POST.",
  "webhook-secret": "WEBHOOK_SECRET is asked for in the way in which Twilio can send it.",
  "second-delivery": "A second delivery of an SMS is answered 200 and changes nothing.",
  "empty-counts-as-missing": "An empty variable counts as missing.",
  "all-faults": "A wrong configuration is refused with all its faults at once, and no secret.",
  "real-variables-win": "A real variable wins over .env.",
  "mock-never-by-accident": "Mock mode does not start by accident.",
  "own-number-only": "Nobody waits on a number that is another's, and nobody learns whose it is.",
  "wait-goes-on": "A message that does not match ends no wait and is left to others.",
  "newest-code": "The newest code wins, and cancels the older ones of its sender and service.",
  "never-twice": "A code is given once.",
  "no-expired-code": "No wait gets a code that is past its time.",
  "clean-stdio": "Nothing but the protocol reaches stdout.",
  "client-limit": "A call ends before its client's limit, and the wait goes on with the next.",
  "delivered-is-confirmed": "A code counts as delivered only once its client has shown that it got it.",
  quarantine: "A released number rests before others may have it.",
  "domain-bound": "A code's domain is read from the message's own line.",
  receipt: "Every code has a receipt of its hops.",
  demo: "pnpm demo exits 0 only where an MCP client got the right code.",
  watch: "agentpass watch shows each message once a state, in order.",
  "pool-in-database":
    "Which numbers are free is asked of the database, so that two processes never give one number to two agents.",
  approval: "A person is asked before an agent has a code, where that is wanted.",
  resume: "A feed goes on where it was, over any disconnect.",
  "provider-blocked": "A message that Twilio withholds ends the wait with that status.",
  "otp-refusal-told": "That Twilio may withhold codes is told before a number is bought.",
  readiness: "/readyz says whether requests should be sent here.",
  "metrics-key": "/metrics on the server's port wants a key.",
  extractor:
    "Amounts, dates and phone numbers are not taken for codes; hyphenated and lettered codes are found.",
  "headless-bridge": "A headless bridge needs nothing but a key.",
  "G5-sql": "The guide's SQL works on a view that holds no body.",
} as const satisfies Record<string, string>;

export type RequirementId = keyof typeof requirements;
