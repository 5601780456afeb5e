import type { InboxMessage, InboxView } from "../../shared/app-state.ts";
import type { Settings } from "../../shared/settings.ts";
import type { Observable } from "../observable.ts";
import { isNews, notificationText, type NotificationText } from "./notification-text.ts";

/** Shows one notification of the system. */
export type ShowNotification = (text: NotificationText, onClick: () => void) => OpenNotification;

export interface OpenNotification {
  close(): void;
}

export interface CodeNotificationsOptions {
  inbox: {
    view: Observable<InboxView>;
    onArrived(listener: (message: InboxMessage) => void): unknown;
  };
  settings: Observable<Settings>;
  show: ShowNotification;
  /** A person has clicked the notification of this message. */
  onClick: (id: string) => void;
}

/** One notification a code: it goes when the code is used, replaced, past its time or erased. Decides nothing. */
export class CodeNotifications {
  readonly #options: CodeNotificationsOptions;
  readonly #open = new Map<string, OpenNotification>();

  constructor(options: CodeNotificationsOptions) {
    this.#options = options;
    options.inbox.onArrived((message) => this.#announce(message));
    options.inbox.view.onChange(({ messages }) => this.#closeOld(messages));
  }

  /** A short word on what the person has just asked for. */
  say(text: NotificationText): void {
    const { notifications, paused } = this.#options.settings.value;
    if (notifications !== "off" && !paused) this.#options.show(text, () => {});
  }

  closeAll(): void {
    for (const notification of this.#open.values()) notification.close();
    this.#open.clear();
  }

  #announce(message: InboxMessage): void {
    const { settings, show, onClick } = this.#options;
    const text = notificationText(message, settings.value);
    if (text === null) return;
    this.#open.set(
      message.id,
      show(text, () => {
        this.#open.delete(message.id);
        onClick(message.id);
      }),
    );
  }

  #closeOld(messages: readonly InboxMessage[]): void {
    for (const [id, notification] of this.#open) {
      const message = messages.find((one) => one.id === id);
      if (message !== undefined && isNews(message)) continue;
      notification.close();
      this.#open.delete(id);
    }
  }
}
