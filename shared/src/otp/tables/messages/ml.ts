import type { TestMessage } from "./message.ts";

export const mlMessages: readonly TestMessage[] = [
  { body: "നിങ്ങളുടെ Lumo സ്ഥിരീകരണ കോഡ് 660330 ആണ്.", code: "660330", service: "Lumo" },
  { body: "ഒടിപി: 4483. 10 മിനിറ്റ് സാധുവാണ്. ആരുമായും പങ്കിടരുത്.", code: "4483", expires: 600 },
  { body: "നിങ്ങളുടെ നമ്പർ സ്ഥിരീകരിക്കാൻ 701571 നൽകുക.", code: "701571", class: "plain" },
  { body: "Pixo പരിശോധനാ നമ്പർ: 70418", code: "70418", class: "plain" },
];
