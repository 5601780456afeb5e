import type { TestMessage } from "./message.ts";

export const tkMessages: readonly TestMessage[] = [
  { body: "Siziň Orbita tassyklama kodyňyz: 660358", code: "660358", service: "Orbita" },
];
