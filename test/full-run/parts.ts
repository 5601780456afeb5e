/** One suite with the count of the full run. */
export interface FullRunPart {
  name: string;
  /** What is counted, and the figure to reach. */
  what: string;
  project: string;
  file: string;
  /** Of the test's title. */
  title: string;
  env: Readonly<Record<string, string>>;
  /** On two cores with nothing else to do. */
  aboutMinutes: number;
}

/** The figures to reach that CI runs in small. The parts that end soonest come first. */
export const parts: readonly FullRunPart[] = [
  {
    name: "bodies",
    what: "1,000 hostile bodies: nothing of them but where it is labelled",
    project: "faults",
    file: "test/faults/hostile-sms.test.ts",
    title: "",
    env: {},
    aboutMinutes: 1,
  },
  {
    name: "frames",
    what: "100,000 bad frames: each answered or its connection closed, nobody else slower",
    project: "pitfalls",
    file: "test/pitfalls/limits.test.ts",
    title: "whatever comes in a frame",
    env: { FAULT_FRAMES: "100000" },
    aboutMinutes: 2,
  },
  {
    name: "commands",
    what: "100,000 calls of any procedure by anybody: nobody shown another's message",
    project: "database",
    file: "server/src/rpc/access-model.test.ts",
    title: "whatever is asked in whatever order",
    env: { FAULT_CONVERSATIONS: "10000" },
    aboutMinutes: 3,
  },
  {
    name: "interleavings",
    what: "10,000 lives of recycled numbers: nobody shown another holder's code",
    project: "faults",
    file: "test/faults/recycled-numbers.test.ts",
    title: "",
    env: {},
    aboutMinutes: 5,
  },
  {
    name: "webhooks",
    what: "1,000,000 mutated webhooks: none stored",
    project: "unit",
    file: "server/src/webhook/forgery.test.ts",
    title: "any one changed, added or dropped parameter",
    env: { FAULT_WEBHOOKS: "1000000" },
    aboutMinutes: 20,
  },
  {
    name: "kills",
    what: "500 kills of the server under load: 0 lost, 0 foreign, 0 out of order, 0 twice",
    project: "faults",
    file: "test/faults/many-kills.test.ts",
    title: "",
    env: { FAULT_KILLS: "500" },
    aboutMinutes: 20,
  },
  {
    name: "faults",
    what: "every fault in 50 random orders: 0 lost, 0 foreign, 0 out of order, 0 twice",
    project: "faults",
    file: "test/faults/fault-loop.test.ts",
    title: "",
    env: { FAULT_SEEDS: "50" },
    aboutMinutes: 30,
  },
  {
    name: "tray-faults",
    what: "every fault of the tray in 50 random orders: 0 lost, 0 foreign, 0 twice",
    project: "faults",
    file: "test/faults/tray-loop.test.ts",
    title: "",
    env: { FAULT_SEEDS: "50" },
    aboutMinutes: 40,
  },
  {
    name: "soak",
    what: "an hour of ordinary work: nothing lost, memory flat (5 %)",
    project: "faults",
    file: "test/faults/soak.test.ts",
    title: "",
    env: { FAULT_SOAK_MINUTES: "60" },
    aboutMinutes: 61,
  },
];
