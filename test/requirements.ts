/**
 * What is promised, as data: each id has a test that cites it (`verifies`) and a patch in `test/patches/` that takes
 * the promise away; `pnpm test:patches` shows that the test turns red with it.
 *
 * T are threats, F faults; G is the setup guide's promise of that number. The others have a name.
 */
export const requirements = {
  "nothing-set":
    "With nothing set the server is a simulated one on 127.0.0.1:3846, and names the variables that are missing.",
  "mock-not-reachable": "Mock mode is not reachable from outside, nor in production, unless it is asked for.",
  "mock-numbers-only": "A simulated signature is valid for simulated numbers only.",
  "mock-never-leased": "A simulated number is never leased where numbers are real.",
  "simulated-marked": "A simulated message is marked as such.",
  simulate: "pnpm simulate delivers a message once, and repeats of it as often as told.",
  "always-validated": "Nothing turns the validation of signatures off, mock mode neither.",
  "loopback-url": "An address that Twilio cannot call is warned of at the start, with the mend.",
  "twilio-away": "Twilio's API being away is said once, and keeps no webhook from working.",
  "withheld-asked-for": "While a wait is open Twilio is asked for its number after 10, 20 and 40 s.",
  "master-key-wanted": "With DATABASE_URL a master key is required.",
  "master-key-once": "With the embedded database a master key is made once, for its owner's eyes only.",
  "secrets-not-printed": "No configuration prints a secret.",
  "env-not-in-git": "Git ignores every .env file but the example.",
  "data-folder": "The data folder is where the platform keeps such things, and a bridge finds it there.",
  "owner-key": "The owner's key is in its file before it holds.",
  "recover-owner": "A recovered owner's key is in its file before it holds, and on record.",
  "key-create": "key create --json prints the key, which is all that a bridge needs.",
  "every-command-json": "Every command has --json and examples that work.",
  "external-names": "The commands that people and scripts rely on keep their names.",
  "admin-script": "The admin script in the docs has at most ten lines and works.",
  "claude-line": "The start prints a line that connects Claude Code from any folder.",
  "home-page": "The page at / says the mode and the next steps, runs nothing and loads nothing.",
  "pair-page": "An invitation's page opens the app or says what to type, and nobody keeps it.",
  "look-not-kept": "No cache keeps what a look at a number shows.",
  "body-policy": "What admins may not read is on no route.",
  "G6-production": "doctor --production names each thing that the production checklist lacks.",
  "G6-hops": "doctor --listen tells each hop of a text.",
  "G7-exhausted": "Where no number is free and none is bought, the error says what to do.",
  pushed: "A message is pushed to its agent, long before a poll would find it.",
  gateways: "SMS gateways other than Twilio deliver by webhooks that are signed their way.",
  T1: "A forged webhook is refused and leaves no row.",
} as const satisfies Record<string, string>;

export type RequirementId = keyof typeof requirements;
