import type { TestMessage } from "./message.ts";

export const classChatMessages: readonly TestMessage[] = [
  { body: "meet me at 1830 outside gate 4412", code: null },
  { body: "i owe you 2500 from last time", code: null },
  { body: "lol my pin code area is 560001", code: null },
  { body: "did u get the code i sent u yesterday", code: null },
  { body: "the wifi password is on the fridge", code: null },
  { body: "bus 4471 leaves 2015 from platform 2", code: null },
  { body: "score was 1820 to 1790!!", code: null },
  { body: "ok call u at 7734120", code: null },
  { body: "my new flat is 1204, lift code works", code: null },
  { body: "it cost me 12000 lol", code: null },
  { body: "room 2204 tonight", code: null },
  { body: "i left the keys with 4412 next door", code: null },
  { body: "he ran 10000 steps in 4500 seconds", code: null },
  { body: "order me the 88120 one from the site", code: null },
  { body: "remember to confirm with mum about 2024 trip", code: null },
];
