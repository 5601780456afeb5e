import { claimStdout } from "./own-stdout.ts";
import { wordsForPeople } from "./words-for-people.ts";

const words = wordsForPeople({ argv: process.argv, isTerminal: process.stdin.isTTY });
if (words === null) {
  const output = claimStdout();
  // No `await` here: a single executable's program is CommonJS.
  void import("./serve-bridge.ts").then(({ serveBridge }) => serveBridge({ input: process.stdin, output }));
} else process.stdout.write(words);
