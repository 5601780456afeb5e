/** A message written for this project, with its answer. */
export interface TestMessage {
  body: string;
  /** Null where the message holds no one-time code. */
  code: string | null;
  service?: string;
  domain?: string;
  /** Seconds. */
  expires?: number;
  /** The hard class that it belongs to; "plain" if left out. */
  class?: string;
}

export interface OwnMessage extends TestMessage {
  language: string;
  class: string;
}
