import { randomInt } from "node:crypto";
import { USER_CODE_LENGTH, USER_CODE_LETTERS } from "@agentpass/shared/user-code";

/** A random user code, bare. */
export function newUserCode(): string {
  const letter = (): string => USER_CODE_LETTERS.charAt(randomInt(USER_CODE_LETTERS.length));
  return Array.from({ length: USER_CODE_LENGTH }, letter).join("");
}
