import type { FeedItem } from "@agentpass/shared/feed";
import type { FeedClient } from "@agentpass/shared/feed-client/feed-session";
import { FeedSupervisor, type FeedState } from "@agentpass/shared/feed-client/feed-supervisor";
import { feedUrl } from "@agentpass/shared/feed-client/feed-url";
import { ProblemError, type Problem } from "@agentpass/shared/problem";
import type { ServerHello } from "@agentpass/shared/server-api";
import type { ConnectionView } from "../../shared/app-state.ts";
import type { SignedInAccount } from "../account/account.ts";
import type { Observable } from "../observable.ts";
import { clockOffset, contactServer, outdated } from "../server-contact/contact-server.ts";
import type { CursorFile } from "./cursor-file.ts";

interface AccountLinkOptions {
  cursors: CursorFile;
  view: Observable<ConnectionView>;
  onHello: (hello: ServerHello, clockOffsetMs: number) => void;
  onItem: (item: FeedItem, client: FeedClient) => Promise<void>;
  onFresh: (client: FeedClient) => Promise<void>;
  serverOf?: (account: SignedInAccount) => Promise<string>;
  version?: string;
}

/** One account's connection, as long as the account is the one signed in. */
export class AccountLink {
  readonly account: SignedInAccount;
  readonly #options: AccountLinkOptions;
  #feed: FeedSupervisor | null = null;
  #stopped = false;
  #server: string;
  #isFresh = false;
  #offlineSince: number | null = null;
  /** What a look at the server found since it is away; null: it has not answered. */
  #found: Problem | null = null;

  constructor(account: SignedInAccount, options: AccountLinkOptions) {
    this.account = account;
    this.#server = account.server;
    this.#options = options;
    void this.#start();
  }

  get client(): FeedClient | null {
    const state = this.#feed?.state;
    return state?.state === "live" ? state.client : null;
  }

  retry(): void {
    this.#feed?.hurry();
  }

  stop(): void {
    this.#stopped = true;
    this.#feed?.stop();
  }

  async #start(): Promise<void> {
    const { cursors, version } = this.#options;
    const cursor = await cursors.load(this.account.id);
    if (this.#stopped) return;
    this.#feed = new FeedSupervisor({
      cursor,
      endpoint: async () => ({
        url: feedUrl(await this.#findServer()),
        key: this.account.key,
        ...(version === undefined ? {} : { version }),
      }),
      onStarted: (client) => this.#started(client),
      onItem: (item, newer, client) => this.#work(item, newer, client),
      onState: (state) => this.#enter(state),
    });
    this.#feed.start();
  }

  async #findServer(): Promise<string> {
    this.#server = (await this.#options.serverOf?.(this.account)) ?? this.account.server;
    return this.#server;
  }

  async #started(client: FeedClient): Promise<void> {
    const askedAt = Date.now();
    const hello = await client.server.hello.query();
    const misfit = outdated(hello.version);
    if (misfit !== null) throw new ProblemError(misfit.problem);
    this.#options.onHello(hello, clockOffset(hello, { askedAt, answeredAt: Date.now() }));
    if (!this.#isFresh) await this.#freshen(client);
  }

  async #work(item: FeedItem, cursor: string, client: FeedClient): Promise<void> {
    if (item.type === "gap") await this.#freshen(client);
    await this.#options.onItem(item, client);
    if (!this.#stopped) this.#options.cursors.save(this.account.id, cursor);
  }

  async #freshen(client: FeedClient): Promise<void> {
    this.#isFresh = false;
    await this.#options.onFresh(client);
    this.#isFresh = true;
  }

  #enter(state: FeedState): void {
    if (this.#stopped) return;
    if (state.state === "live") {
      this.#offlineSince = null;
      this.#found = null;
      this.#options.view.set({ state: "connected", since: Date.now() });
    }
    if (state.state !== "away") return;
    this.#offlineSince ??= Date.now();
    this.#options.view.set(this.#viewOf(state, this.#offlineSince));
    if (state.problem === null || state.problem.code === "outdated") void this.#look();
  }

  #viewOf({ problem, retryAt }: Extract<FeedState, { state: "away" }>, offlineSince: number): ConnectionView {
    if (problem?.code === "not_signed_in" || problem?.code === "not_allowed")
      return { state: "refused", problem: { code: problem.code, message: refused(this.account) } };
    if (problem?.code !== "outdated")
      return { state: "reconnecting", retryAt, offlineSince, problem: problem ?? this.#found };
    const { value } = this.#options.view;
    return value.state === "outdated" ? value : { state: "outdated", who: "app", problem };
  }

  /** A WebSocket that was not to be had says little of why; one plain call tells a person more. */
  async #look(): Promise<void> {
    const server = this.#server;
    const hello = await contactServer(server).catch((error: unknown) => {
      if (error instanceof ProblemError) return error.problem;
      throw error;
    });
    const { view } = this.#options;
    if (this.#stopped || this.#feed?.state.state === "live") return;
    if ("version" in hello) {
      const misfit = outdated(hello.version);
      if (misfit !== null) view.set({ state: "outdated", ...misfit });
      return;
    }
    this.#found = hello;
    if (view.value.state === "reconnecting" && view.value.problem === null)
      view.set({ ...view.value, problem: hello });
  }
}

function refused({ deviceName, team }: SignedInAccount): string {
  return `The server does not let ${JSON.stringify(deviceName)} into the team ${JSON.stringify(team)} any more: it was removed, or its key was revoked. Connect this computer again, or ask an admin of the team.`;
}
