import type { TestMessage } from "./message.ts";

export const paMessages: readonly TestMessage[] = [
  { body: "ਤੁਹਾਡਾ Lumo ਪੁਸ਼ਟੀਕਰਨ ਕੋਡ 660339 ਹੈ।", code: "660339", service: "Lumo" },
  { body: "ਤੁਹਾਡਾ ਓਟੀਪੀ 4492 ਹੈ। 10 ਮਿੰਟ ਲਈ ਵੈਧ। ਕਿਸੇ ਨਾਲ ਸਾਂਝਾ ਨਾ ਕਰੋ।", code: "4492", expires: 600 },
  { body: "ਆਪਣਾ ਨੰਬਰ ਤਸਦੀਕ ਕਰਨ ਲਈ 701531 ਦਰਜ ਕਰੋ।", code: "701531", class: "plain" },
];
