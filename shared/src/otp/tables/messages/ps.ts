import type { TestMessage } from "./message.ts";

export const psMessages: readonly TestMessage[] = [{ body: "ستاسو د تایید کوډ 660341 دی.", code: "660341" }];
