/** Work that takes longer hangs: then it has failed, and is done again on the next connection. */
const WORK_MS = 30_000;

/** Runs every one of them, and resolves when all are done. Rejects as the first that failed, when the others are over too. */
export async function allDone<W>(
  works: Iterable<W>,
  run: (work: W) => Promise<void> | void,
  workMs = WORK_MS,
): Promise<void> {
  const results = await Promise.allSettled([...works].map((work) => inTime(async () => run(work), workMs)));
  for (const result of results) if (result.status === "rejected") throw result.reason;
}

async function inTime(work: () => Promise<void>, workMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it took longer than ${workMs / 1000} s.`)), workMs);
  });
  await Promise.race([work(), late]).finally(() => clearTimeout(timer));
}
