import type { ToolAnswer } from "../support/bridge-process.ts";
import type { Call, Step, Task } from "./task.ts";
import type { World } from "./world.ts";

/** A model that is told twice what to do, and does the wrong thing again, gives up. */
const MOST_CORRECTIONS = 2;

/** Replays a task as a model would act: it takes the corrected call out of each error and makes exactly that. Gives how many. */
export async function replay(task: Task, world: World): Promise<number> {
  const model = new Model(world);
  for (const step of task.steps) await model.take(step);
  return model.corrections;
}

class Model {
  corrections = 0;
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  async take(step: Step): Promise<void> {
    if ("happens" in step) return this.#world.happen(step);
    if ("submit" in step) {
      for (const sms of step.submit) await this.#world.send(sms);
      return;
    }
    const calls = "both" in step ? step.both : [step];
    const running = Promise.all(calls.map((call) => this.#make(call)));
    for (const sms of step.meanwhile ?? []) await this.#world.send(sms);
    await running;
  }

  async #make(step: Call): Promise<void> {
    let call: ToolCall = { name: step.call, arguments: filled(this.#world, step.with) };
    for (let corrected = 0; ; corrected += 1) {
      const answer = await this.#untilAnswered(call);
      if (answer.error === null) return this.#check(step, answer);
      if (step.mend) {
        if (!step.mend.test(answer.error)) throw new Error(`no mend in: ${answer.error}`);
        if (answer.error.includes("Corrected call:"))
          throw new Error(`a call that does not help: ${answer.error}`);
        return;
      }
      const [, json] = /\nCorrected call: (\{.*\})$/.exec(answer.error) ?? [];
      if (json === undefined || corrected === MOST_CORRECTIONS) throw new Error(answer.error);
      call = JSON.parse(json) as ToolCall;
      this.corrections += 1;
    }
  }

  /** While a wait is pending, a model does what the answer says. */
  async #untilAnswered(call: ToolCall): Promise<Answer> {
    for (let now = call; ;) {
      const answer = await this.#call(now);
      const { status, remaining_ms } = answer.content;
      if (status !== "pending") return answer;
      now = { ...call, arguments: { ...call.arguments, timeout: remaining_ms } };
    }
  }

  async #call({ name, arguments: given }: ToolCall): Promise<Answer> {
    let answer: ToolAnswer;
    try {
      answer = await this.#world.agent.call(name, given);
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error), content: {} };
    }
    const { isError, content, structuredContent = {} } = answer;
    if (isError) return { error: content[0]?.text ?? "", content: {} };
    if (name === "get_phone_number") this.#world.number = String(structuredContent["phone_number"]);
    return { error: null, content: structuredContent };
  }

  #check({ gets, says }: Call, { content }: Answer): void {
    const code = gets === undefined ? null : this.#world.fillText(gets);
    if (code !== null && codeIn(content) !== code)
      throw new Error(`not ${code} in ${JSON.stringify(content)}`);
    const message = String(content["message"]);
    if (says && !says.test(message)) throw new Error(`not ${String(says)} but: ${message}`);
  }
}

interface ToolCall {
  name: string;
  arguments: Record<string, unknown>;
}

interface Answer {
  error: string | null;
  content: Record<string, unknown>;
}

interface AnswerWithCode {
  code?: string | null;
  otp?: { code: string } | null;
  messages?: AnswerWithCode[];
}

function filled(world: World, given: Record<string, unknown> = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, world.fill(value)]));
}

/** The code where each tool has it. */
function codeIn({ code, otp, messages }: AnswerWithCode): string | undefined {
  return code ?? (otp ?? messages?.[0]?.otp)?.code;
}
