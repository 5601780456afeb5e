/** A body longer than this is cut: ten concatenated SMS segments, the longest Twilio delivers. */
export const MAX_BODY_CHARACTERS = 1600;

// Controls but line feed and tab; everything Unicode renders as nothing (zero-width, bidirectional controls,
// variation selectors, the tag characters that hide text from people but not from models); interlinear marks.
const UNSEEN =
  /(?![\n\t])[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\u2028\u2029\ufff9-\ufffb]/gu;

/** Removes what a person cannot see and caps the length. What remains is still text from a stranger. */
export function cleanBody(body: string): string {
  const visible = body.toWellFormed().replace(/\r\n?/g, "\n").replace(UNSEEN, "");
  if (visible.length <= MAX_BODY_CHARACTERS) return visible;
  return visible.slice(0, MAX_BODY_CHARACTERS).toWellFormed();
}
