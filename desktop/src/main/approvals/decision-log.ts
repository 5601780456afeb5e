import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import type { DecisionView } from "../../shared/app-state.ts";
import { Observable } from "../observable.ts";

const KEPT = 200;

const decisions = z.array(
  z.object({
    at: z.number(),
    agentName: z.string(),
    phoneNumber: z.string().optional(),
    service: z.string().optional(),
    decision: z.enum(["allow", "allow_service", "deny", "no_answer"]),
  }),
);

/** What was decided on this computer, the newest first; kept in a file. Numbers are masked, codes are not in it. */
export class DecisionLog {
  readonly all = new Observable<DecisionView[]>([]);
  /** Why they could not be saved the last time; null: they were. */
  readonly problem = new Observable<string | null>(null);
  readonly #path: string;
  #saving: Promise<void> = Promise.resolve();

  private constructor(path: string) {
    this.#path = path;
  }

  /** A file that is missing or cannot be read is an empty log. */
  static async load(path: string): Promise<DecisionLog> {
    const log = new DecisionLog(path);
    const text = await readFile(path, "utf8").catch(() => "[]");
    log.all.set(parse(text));
    return log;
  }

  add(decision: DecisionView): void {
    this.all.set([decision, ...this.all.value].slice(0, KEPT));
    this.#saving = this.#saving.then(() => this.#save());
  }

  /** Resolves when everything up to now is saved, or could not be. */
  saved(): Promise<void> {
    return this.#saving;
  }

  async #save(): Promise<void> {
    try {
      await mkdir(dirname(this.#path), { recursive: true, mode: 0o700 });
      await writeFile(`${this.#path}.new`, JSON.stringify(this.all.value), { mode: 0o600 });
      await rename(`${this.#path}.new`, this.#path);
      this.problem.set(null);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.problem.set(`The log of decisions could not be saved, and is lost when AgentPass ends: ${why}`);
    }
  }
}

function parse(text: string): DecisionView[] {
  try {
    const known = decisions.safeParse(JSON.parse(text));
    return known.success ? known.data.map(withoutAbsent) : [];
  } catch {
    return [];
  }
}

function withoutAbsent({ phoneNumber, service, ...rest }: z.output<typeof decisions>[number]): DecisionView {
  return {
    ...rest,
    ...(phoneNumber === undefined ? {} : { phoneNumber }),
    ...(service === undefined ? {} : { service }),
  };
}
