import { expect, test } from "vitest";
import { createBadKeyLimit } from "./bad-key-limit.ts";

const wrong = async () => null;
const right = async () => ({ holder: "somebody" });

test("a thousand wrong keys at once cost a few looks, and a second later one more", async () => {
  let now = 0;
  const limit = createBadKeyLimit(() => now);
  let looks = 0;
  const look = async () => {
    looks += 1;
    await new Promise((resolve) => setImmediate(resolve));
    return null;
  };
  const flood = async (count: number) =>
    Promise.all(
      Array.from({ length: count }, (_, index) =>
        limit.lookUp({ address: "192.0.2.1", key: `${now} ${index}` }, look),
      ),
    );
  const answers = await flood(1_000);
  expect(answers.filter((answer) => answer === "refused").length).toBeGreaterThan(900);
  expect(looks).toBeLessThan(60);
  now += 1_000;
  looks = 0;
  await flood(1_000);
  expect(looks).toBeLessThan(30);
});

test("a key that was good here is looked up at once during a flood from its own address", async () => {
  const limit = createBadKeyLimit(() => 0);
  const address = "192.0.2.1";
  await limit.lookUp({ address, key: "mine" }, right);
  for (let count = 0; count < 30; count += 1) await limit.lookUp({ address, key: `wrong ${count}` }, wrong);
  // Fills the address's one place and its queue, for ever.
  for (let count = 0; count < 30; count += 1)
    void limit.lookUp({ address, key: `hanging ${count}` }, () => new Promise(() => {}));
  expect(await limit.lookUp({ address, key: "mine" }, right)).toEqual({ holder: "somebody" });
  expect(await limit.lookUp({ address, key: "new" }, right)).toBe("refused");
  expect(await limit.lookUp({ address: "192.0.2.2", key: "new" }, right)).toEqual({ holder: "somebody" });
});

test("a key that was good here and is revoked has the limits of a wrong one", async () => {
  const limit = createBadKeyLimit(() => 0);
  const revoked = { address: "192.0.2.1", key: "revoked" };
  await limit.lookUp(revoked, right);
  let looks = 0;
  const look = async () => {
    looks += 1;
    return null;
  };
  for (let count = 0; count < 5; count += 1) await limit.lookUp(revoked, look);
  looks = 0;
  const answers = await Promise.all(Array.from({ length: 1_000 }, () => limit.lookUp(revoked, look)));
  expect(answers.filter((answer) => answer === "refused").length).toBeGreaterThan(900);
  expect(looks).toBeLessThan(60);
});

test("hundreds of good keys from one address, as after a restart, all get their turn", async () => {
  const limit = createBadKeyLimit(() => 0);
  let atOnce = 0;
  let most = 0;
  const look = async () => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    await new Promise((resolve) => setImmediate(resolve));
    atOnce -= 1;
    return {};
  };
  const answers = await Promise.all(
    Array.from({ length: 500 }, (_, index) => limit.lookUp({ address: "::1", key: `${index}` }, look)),
  );
  expect(answers.filter((answer) => answer === "refused")).toEqual([]);
  expect(most).toBe(8);
});

test("a look that fails, the database being away, counts against nobody", async () => {
  const limit = createBadKeyLimit(() => 0);
  const address = "192.0.2.1";
  for (let count = 0; count < 50; count += 1)
    await expect(
      limit.lookUp({ address, key: `${count}` }, () => Promise.reject(new Error("away"))),
    ).rejects.toThrow("away");
  expect(await limit.lookUp({ address, key: "new" }, right)).toEqual({ holder: "somebody" });
});
