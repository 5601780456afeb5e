/**
 * What is promised, as data: each id has a test that cites it (`verifies`) and a patch in `test/patches/` that takes
 * the promise away; `pnpm test:patches` shows that the test turns red with it.
 *
 * T are threats, F faults; G is the setup guide's promise of that number. The others have a name.
 */
export const requirements = {
  T1: "A forged webhook is refused and leaves no row.",
} as const satisfies Record<string, string>;

export type RequirementId = keyof typeof requirements;
