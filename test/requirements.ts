/**
 * What is promised, as data: each id has a test that cites it (`verifies`) and a patch in `test/patches/` that takes
 * the promise away; `pnpm test:patches` shows that the test turns red with it.
 *
 * T are threats, F faults; G is the setup guide's promise of that number. The others have a name.
 */
export const requirements = {
  T1: "A forged webhook is refused and leaves no row.",
  T2: "A replayed webhook changes nothing, for ever.",
  T3: "An agent sees its own messages, and nobody else's, by whatever it asks.",
  T4: "A recycled number shows nobody another holder's code.",
  T5: "The text of an SMS stands where it is labelled, cleaned, and nowhere else.",
  T6: "A revoked key hears nothing more, and its connections end within 1 s.",
  T7: "Whatever a connection does is bounded, and the others do not notice.",
  T8: "Floods are refused, and no validly signed webhook with them.",
  T9: "A stolen database shows no text and no code, and the master key can be rotated.",
  T10: "No log, metric or crash shows a code, a text, a key or a whole number.",
  T11: "Codes and texts are erased on time, with what opens them.",
  T12: "A pairing code cannot be guessed, and gives one key.",
  T13: "A web page can do nothing to a server on its visitor's machine, and a window of the app no more than its work.",
  T14: "Whatever an admin does is on a record that cannot be changed unnoticed.",
  T15: "A new, a building, a ranged and an unlocked dependency are refused.",
  T16: "No pattern and no text takes more than milliseconds.",
  T17: "A held message is hidden on every route, and so is whose a number is.",
  T18: "After a restore nothing of before works until an owner has looked.",
  F1: "No webhook is answered 2xx without its commit.",
  F2: "A message whose answer was lost is one row.",
  F3: "What came while the server was away is found at Twilio.",
  F4: "Lost hints between nodes cost less than a second and no message.",
  F5: "Commits in any order leave no gap in a stream.",
  F6: "A subscription that ended while its client came back is made again, from where it was.",
  F7: "A half-open peer is noticed: by the client in 2 s, by the server in 35 s.",
  F8: "A kill of the server at any moment loses nothing that was acknowledged, and gives nothing twice.",
  F9: "After a restart clients come back spread out, and miss nothing.",
  F10: "A slow reader costs less than 1 MiB and delays nobody.",
  F11: "A cursor that cannot be gone on from gets a gap, never silence.",
  F12: "Of several migrators one wins; a newer schema is refused.",
  F13: "A full disk, a read-only folder and a torn secret are named, and lose nothing acknowledged.",
  F14: "The bridge ends with its client; a wait outlives the tray.",
  F15: "An orphaned PostgreSQL is adopted; a second server on its folder is refused.",
  F16: "One SMS that comes by several ways at once is one row and one event.",
  F17: "A rolling restart shows no client an error.",
} as const satisfies Record<string, string>;

export type RequirementId = keyof typeof requirements;
