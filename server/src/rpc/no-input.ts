import { z } from "zod";

/** For procedures that need to be told nothing: an empty object, or nothing at all. */
export const noInput = z.strictObject({}).optional();
