import type { Language } from "../language.ts";

export const bo: Language = {
  tag: "bo",
  name: "Tibetan",
  code: "ཨང་རྟགས, གསང་ཨང, གསང་གྲངས, ཚབ་རྟགས",
  act: "བདེན་དཔྱད, ར་སྤྲོད, ངོས་འཛིན, ནང་འཛུལ",
  minute: "སྐར་མ",
};
