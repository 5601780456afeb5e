import * as every from "./every-language.ts";
import type { Language } from "./language.ts";

/** Every language that the extractor reads. A new one is a file in `languages/` and a line in `every-language.ts`. */
export const languages: readonly Language[] = Object.values(every);
