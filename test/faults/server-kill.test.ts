import { expect, onTestFailed, test } from "vitest";
import { AgentClient, codeOf } from "../support/agent-client.ts";
import { connectToEmbedded, waitsOpen } from "../support/embedded-database.ts";
import { History } from "../support/history.ts";
import { randomCode, RunningServer } from "../support/running-server.ts";
import { verifies } from "../support/verifies.ts";

const HITS = 2;

/** Finer than a timer's millisecond, with the event loop running. */
async function afterMs(ms: number): Promise<void> {
  const end = performance.now() + ms;
  while (performance.now() < end) await new Promise((resolve) => setImmediate(resolve));
}

test(
  verifies(
    "F8",
    "a server killed between COMMIT and push: the waiting agent gets its code after the restart, once",
  ),
  async () => {
    await using server = await RunningServer.start();
    onTestFailed(() => console.log(server.output.slice(-4_000)));
    await using agent = await AgentClient.connect(server.environment);
    await using database = await connectToEmbedded(server.dataFolder);
    await agent.lease();
    const history = new History(new Map([[agent.phoneNumber, "agent"]]));
    const isCommitted = async (id: string): Promise<boolean> =>
      (await database.query("select from messages where provider_message_id = $1", [id])).rowCount === 1;

    // Freezes the server at a moment that is moved until it falls between the two, and only then kills it.
    let momentMs = 3;
    for (let rounds = 0; history.faults("between commit and push") < HITS; rounds++) {
      expect(rounds, "the moment between commit and push was not found").toBeLessThan(150);
      const code = randomCode();
      const wait = { answered: false };
      const waiting = agent.wait().finally(() => (wait.answered = true));
      await waitsOpen(database, agent.phoneNumber);
      const sms = server.prepareSms(agent.phoneNumber, `Your code is ${code}`, `+1202555${1000 + rounds}`);
      history.sent({ id: sms.id, to: agent.phoneNumber, code });
      const delivery = sms.send().catch(() => 0);
      await afterMs(momentMs);
      server.freeze();
      // These need no server: when they are answered, the bridge has handled everything that the server had sent.
      for (const body of ["Your code is 1234", "Your code is 5678"])
        await agent.call("extract_otp_from_sms", { sms_body: body });
      const committed = await isCommitted(sms.id);
      if (committed && !wait.answered) {
        history.fault("between commit and push");
        await server.stop("SIGKILL");
        await server.start();
      } else {
        momentMs = Math.max(0, momentMs + (committed ? -0.4 : 0.3));
        server.thaw();
      }
      if ((await delivery) === 200) history.acknowledged(sms.id);
      const answer = await waiting;
      expect(codeOf(answer)).toBe(code);
      const { id, to, redelivered } = answer.structuredContent ?? {};
      history.received({
        consumer: "agent",
        id: String(id),
        to: String(to),
        code: codeOf(answer),
        redelivered: redelivered === true,
      });
      expect(await sms.send(), "the provider tries again what was not acknowledged").toBe(200);
      expect(codeOf(await agent.wait({ timeout: 0 }))).toBe("no code: timeout");
    }
    expect(history.violations()).toEqual([]);
  },
);
