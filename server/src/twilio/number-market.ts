import type { Secret } from "@agentpass/shared/secret";
import type { TwilioClient } from "./twilio-client.ts";

/** The account whose numbers fill the pool, and what a number of it needs. */
export interface NumberMarket {
  readonly client: TwilioClient;
  /** Where a number's SMS are to go, credentials included: no log and no answer may show it. */
  webhookUrl(): string;
  /** Lets an order go on behind the call that began it; its failure is logged, and the order taken up again later. */
  inBackground(work: Promise<void>): void;
  /** Resolves when nothing that was begun in the background is under way, or after so many milliseconds. */
  settled(withinMs?: number): Promise<void>;
}

/** `webhookUrl`: as Twilio reaches it, without credentials. */
export function createNumberMarket({
  client,
  webhookUrl,
  webhookSecret,
  onError,
}: {
  client: TwilioClient;
  webhookUrl: () => string;
  webhookSecret: Secret | null;
  onError: (error: unknown) => void;
}): NumberMarket {
  const underWay = new Set<Promise<void>>();
  return {
    client,
    webhookUrl: () => withCredentials(webhookUrl(), webhookSecret),
    inBackground(work) {
      const watched: Promise<void> = work.catch(onError).finally(() => underWay.delete(watched));
      underWay.add(watched);
    },
    async settled(withinMs) {
      const all = async (): Promise<void> => {
        while (underWay.size > 0) await Promise.all(underWay);
      };
      if (withinMs === undefined) return all();
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([all(), new Promise((resolve) => (timer = setTimeout(resolve, withinMs)))]);
      clearTimeout(timer);
    },
  };
}

/** Twilio sends user name and password of the URL as HTTP Basic credentials; it signs the URL without them. */
export function withCredentials(url: string, secret: Secret | null): string {
  if (secret === null) return url;
  const full = new URL(url);
  full.username = "agentpass";
  full.password = encodeURIComponent(secret.reveal());
  return full.href;
}
