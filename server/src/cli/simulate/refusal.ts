import { z } from "zod";

/** What the server answers with when it refuses. */
const refusal = z.object({ problem: z.object({ message: z.string() }) });

/** Why the webhook refused, from the body of its answer. */
export function reasonIn(body: string): string {
  try {
    return refusal.parse(JSON.parse(body)).problem.message;
  } catch {
    return body.slice(0, 500);
  }
}
