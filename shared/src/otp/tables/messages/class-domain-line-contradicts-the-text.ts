import type { TestMessage } from "./message.ts";

export const classDomainLineContradictsTheTextMessages: readonly TestMessage[] = [
  { body: "Your Acme code is 123456\n@acme.com #654321", code: "654321", domain: "acme.com" },
  { body: "Zentra: code 9982. Do not share.\n@id.zentra.io #7741", code: "7741", domain: "id.zentra.io" },
  { body: "Ihr Code lautet 110022\n@lumo.app #884411", code: "884411", domain: "lumo.app" },
];
