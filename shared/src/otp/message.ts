import { type Hit, Lexicon } from "./lexicon.ts";
import { composeHits } from "./compose.ts";
import { findSpans, type Span } from "./spans.ts";
import { type NormalText, normalise } from "./normal-text.ts";
import { findSentences } from "./sentences.ts";
import { languages } from "./tables/index.ts";

/** A message read once: what the finders, the score, the expiry and the service look at. */
export interface Message extends NormalText {
  hits: Hit[];
  /** Links, addresses and hashes: nothing in them is a code. */
  spans: Span[];
  /** Sentence number of each unit. */
  sentences: Uint16Array;
  /** Ends in an app hash or begins with its mark: written for an app that reads its code by itself. */
  forApp: boolean;
}

const lexicon = new Lexicon(languages);

export function readMessage(body: string): Message {
  const normal = normalise(body);
  const spans = findSpans(normal);
  const sentences = findSentences(normal);
  const hits = composeHits(outside(spans, lexicon.scan(normal)), { ...normal, sentences });
  const forApp = spans.some((span) => span.kind === "hash") || /^\s*(?:<#>|\[#\])/u.test(normal.text);
  return { ...normal, hits, spans, sentences, forApp };
}

/** A word of a link or a hash announces nothing. Both lists are in the order of the message. */
function outside(spans: readonly Span[], hits: readonly Hit[]): Hit[] {
  let next = 0;
  return hits.filter(({ start, end }) => {
    while ((spans[next]?.end ?? Infinity) <= start) next++;
    const span = spans[next];
    return !span || end <= span.start;
  });
}
