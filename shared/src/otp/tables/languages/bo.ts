import type { Language } from "../language.ts";

export const bo: Language = {
  tag: "bo",
  name: "Tibetan",
  code: "ཨང་རྟགས, གསང་ཨང, གསང་གྲངས, ཚབ་རྟགས, ཨང་གྲངས",
  act: "བདེན་དཔྱད, ར་སྤྲོད, ངོས་འཛིན, ནང་འཛུལ",
  copula: "ནི, ཁྱེད་ཀྱི",
  minute: "སྐར་མ",
};
