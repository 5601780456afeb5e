import { expect, test } from "vitest";
import type { InboxMessage, InboxView } from "../../shared/app-state.ts";
import { settingsSchema, type Settings } from "../../shared/settings.ts";
import { Observable } from "../observable.ts";
import { CodeNotifications } from "./code-notifications.ts";
import type { NotificationText } from "./notification-text.ts";

const message: InboxMessage = {
  id: "SM1",
  from: "+12025550123",
  to: "+15551234567",
  service: "GitHub",
  code: "482913",
  receivedAt: 0,
  expiresAt: 600_000,
  state: "available",
  simulated: false,
};

function screen(change: Partial<Settings> = {}) {
  const settings = new Observable(settingsSchema.parse(change));
  const view = new Observable<InboxView>({ status: "ready", problem: null, messages: [], hasOlder: false });
  const shown: (NotificationText & { open: boolean; click: () => void })[] = [];
  const clicked: string[] = [];
  let arrive: (message: InboxMessage) => void = () => {};
  const notifications = new CodeNotifications({
    inbox: { view, onArrived: (listener) => (arrive = listener) },
    settings,
    show: (text, onClick) => {
      const one = { ...text, open: true, click: onClick };
      shown.push(one);
      return { close: () => void (one.open = false) };
    },
    onClick: (id) => clicked.push(id),
  });
  const list = (...messages: InboxMessage[]): void => view.set({ ...view.value, messages });
  return {
    shown,
    clicked,
    notifications,
    list,
    arrives: (one: InboxMessage): void => {
      list(one);
      arrive(one);
    },
  };
}

test("a code is shown with its service", () => {
  const { shown, arrives } = screen();
  arrives(message);
  expect(shown).toMatchObject([{ title: "GitHub code 482913", body: "Click to copy." }]);
});

test("a simulated one says that it is", () => {
  const { shown, arrives } = screen();
  arrives({ ...message, simulated: true });
  expect(shown).toMatchObject([{ body: "Simulated message. Click to copy." }]);
});

test("the code is kept from the screen where the person wants that", () => {
  const { shown, arrives } = screen({ notifications: "without_code" });
  arrives(message);
  expect(shown).toMatchObject([{ title: "New code from GitHub" }]);
  expect(JSON.stringify(shown)).not.toContain("482913");
});

test.each([{ notifications: "off" }, { paused: true }] as const)("nothing is shown with %o", (settings) => {
  const { shown, arrives, notifications } = screen(settings);
  arrives(message);
  notifications.say({ title: "Copied", body: "" });
  expect(shown).toEqual([]);
});

test.each(["held", "consumed", "superseded", "expired"] as const)(
  "one that is %s is not announced",
  (state) => {
    const { shown, arrives } = screen();
    arrives({ ...message, state });
    expect(shown).toEqual([]);
  },
);

test("a message without a code is not announced", () => {
  const { shown, arrives } = screen();
  const { code: _, ...codeless } = message;
  arrives(codeless);
  expect(shown).toEqual([]);
});

test.each(["consumed", "superseded", "expired"] as const)(
  "the notification goes when its code is %s",
  (state) => {
    const { shown, arrives, list } = screen();
    arrives(message);
    list({ ...message, state: "claimed" });
    expect(shown[0]?.open).toBe(true);
    list({ ...message, state });
    expect(shown[0]?.open).toBe(false);
  },
);

test("the notification goes with its message", () => {
  const { shown, arrives, list } = screen();
  arrives(message);
  list();
  expect(shown[0]?.open).toBe(false);
});

test("a click tells whose it was", () => {
  const { shown, clicked, arrives } = screen();
  arrives(message);
  shown[0]?.click();
  expect(clicked).toEqual(["SM1"]);
});
