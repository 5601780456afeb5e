import { expect, test } from "vitest";
import { WorkInOrder } from "./work-in-order.ts";

test("one piece of work waits for the other; what gives no promise is done at once", async () => {
  const done: number[] = [];
  const work = new WorkInOrder((error) => done.push(Number(error)));
  const first = Promise.withResolvers<void>();
  work.add(() => done.push(0));
  expect(done).toEqual([0]);
  work.add(() => first.promise.then(() => done.push(1)));
  work.add(() => done.push(2));
  expect(done).toEqual([0]);
  first.resolve();
  await work.idle();
  expect(done).toEqual([0, 1, 2]);
});

test.each([
  ["throws", () => fails()],
  ["rejects", async () => fails()],
])("work that %s is the last, and is told of once", async (_, failing) => {
  const done: string[] = [];
  const work = new WorkInOrder((error) => done.push(String(error)));
  work.add(failing);
  work.add(() => done.push("after"));
  await work.idle();
  work.add(() => done.push("later"));
  expect(done).toEqual(["Error: no"]);
});

test("what is stopped begins nothing more, and is idle when what was begun is over", async () => {
  const done: string[] = [];
  const work = new WorkInOrder(() => done.push("failed"));
  const first = Promise.withResolvers<void>();
  work.add(() => first.promise.then(() => done.push("first")));
  work.add(() => done.push("second"));
  work.stop();
  first.resolve();
  await work.idle();
  expect(done).toEqual(["first"]);
});

function fails(): never {
  throw new Error("no");
}
