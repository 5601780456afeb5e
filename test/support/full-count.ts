/** How often something is tried: `usual` in CI; the full run (`pnpm test:full`) says more by this variable. */
export const fullCount = (variable: string, usual: number): number => Number(process.env[variable] ?? usual);

/** What random choices are made from, so that a failure can be repeated: FAULT_SEED, else `usual`. */
export const faultSeed = (usual: number): number => fullCount("FAULT_SEED", usual);
