import { fail } from "@agentpass/shared/problem";

/** One answer for a number that is unknown and one that somebody else holds: which of them it is, is nobody's business. */
export function failNotHeld(phoneNumber: string): never {
  fail(
    "not_found",
    `phone_number: this agent holds no number ${phoneNumber}. Call get_phone_number and use the number it gives.`,
    { field: "phone_number" },
  );
}
