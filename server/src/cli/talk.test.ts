import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { openTalk } from "./talk.ts";

function terminal(isTTY = true) {
  const written: string[] = [];
  const input = Object.assign(new PassThrough(), { isTTY });
  const output = Object.assign(new PassThrough(), { isTTY, columns: 40 });
  output.on("data", (chunk: Buffer) => written.push(chunk.toString()));
  return { input, output, written: () => written.join("") };
}
const args = ["number", "release", "+15551234567", "--reason", "it's old"];

describe("a confirmation", () => {
  it.each(["y", "yes", "YES", " y "])("goes on at %j", async (answer) => {
    const t = terminal();
    const talk = openTalk({ yes: false, args }, t);
    const asked = talk.confirm("Release +15551234567?");
    t.input.write(`${answer}\n`);
    await expect(asked).resolves.toBeUndefined();
    expect(t.written()).toContain("Release +15551234567? [y/N]");
    talk.close();
  });

  it.each(["", "n", "yess", "no"])("stops at %j", async (answer) => {
    const t = terminal();
    const talk = openTalk({ yes: false, args }, t);
    const asked = talk.confirm("Release +15551234567?");
    t.input.write(`${answer}\n`);
    await expect(asked).rejects.toMatchObject({ problem: { code: "conflict" } });
    talk.close();
  });

  it("takes the end of input for no", async () => {
    const t = terminal();
    const talk = openTalk({ yes: false, args }, t);
    const asked = talk.confirm("Release +15551234567?");
    t.input.end();
    await expect(asked).rejects.toMatchObject({ problem: { code: "conflict" } });
    talk.close();
  });

  it("is given by --yes, and without a terminal refused with the line to type", async () => {
    const quiet = terminal(false);
    await openTalk({ yes: true, args }, quiet).confirm("Release?");
    const refused = openTalk({ yes: false, args }, quiet).confirm("Release +15551234567?");
    await expect(refused).rejects.toMatchObject({
      problem: {
        code: "invalid_input",
        message: expect.stringContaining(
          String.raw`type: pnpm agentpass number release +15551234567 --reason 'it'\''s old' --yes`,
        ),
      },
    });
    expect(quiet.written()).toBe("");
  });

  it("shows a stranger's name without what would move the cursor", async () => {
    const t = terminal();
    const talk = openTalk({ yes: false, args }, t);
    const asked = talk.confirm("Remove \u001b[2JMallory\u009b1A?");
    t.input.write("n\n");
    await expect(asked).rejects.toMatchObject({ problem: { code: "conflict" } });
    expect(t.written()).not.toContain("\u001b[2J");
    expect(t.written()).not.toContain("\u009b");
    talk.close();
  });
});

describe("progress", () => {
  it("appears on a terminal after a second, fits its width, and is wiped away", async () => {
    const t = terminal();
    const talk = openTalk({ yes: false, args }, t);
    talk.progress(`Buying a number ${"at Twilio ".repeat(10)}`);
    await expect.poll(t.written, { timeout: 5000 }).toContain("Buying a number");
    for (const line of t.written().split("\r")) expect(line.replace("\u001b[K", "").length).toBeLessThan(40);
    talk.close();
    expect(t.written().endsWith("\r\u001b[K")).toBe(true);
  });

  it("writes nothing where there is no terminal", async () => {
    const t = terminal(false);
    const talk = openTalk({ yes: false, args }, t);
    talk.progress("Buying a number");
    const shown = terminal();
    const other = openTalk({ yes: false, args }, shown);
    // The same time long enough for a terminal to show something.
    await expect.poll(shown.written, { timeout: 5000 }).not.toBe("");
    expect(t.written()).toBe("");
    talk.close();
    other.close();
  });
});
