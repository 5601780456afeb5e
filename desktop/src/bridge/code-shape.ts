/** What a code looks like, at its longest; a domain's own line may hold anything in its place, instructions too. */
const CODE = /^[\p{L}\p{N}-]{1,12}$/u;

export const NO_CODE_SHAPE = "What stands in the place of a code has not the form of one.";

/** Whether a model may be told this as a code. */
export function isCodeShaped(code: string): boolean {
  return CODE.test(code);
}
