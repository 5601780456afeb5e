import { dataFolder as usualDataFolder } from "@agentpass/shared/data-folder";
import { fail, ProblemError } from "@agentpass/shared/problem";
import { access } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import type {
  BridgeCommand,
  ClientId,
  ClientView,
  ConnectOutcome,
  ConnectPreview,
  VerifyCheck,
  VerifyOutcome,
} from "../shared/client-connections.ts";
import { backUp } from "./backups.ts";
import { commandOf, entryFor, startsBridge } from "./client-entry.ts";
import { mcpClient, mcpClients, type Computer, type McpClient } from "./client-table.ts";
import {
  makeFolderOf,
  readConfigFile,
  removeConfigFile,
  replaceConfigFile,
  type FileContent,
} from "./config-file.ts";
import { ConnectionRecords } from "./connection-records.ts";
import { addEntry, isEmptyText, readEntry, removeEntry } from "./edit-entry.ts";
import { withClientLock } from "./client-lock.ts";
import { verifyCommand } from "./verify-command.ts";
import { FormatFault, lineAt } from "./formats/config-format.ts";

export interface ClientConnectionsOptions extends Computer {
  /** What clients start as the bridge now. */
  bridge: () => BridgeCommand;
  /** Keeps backups and what Connect did. Default: the platform's own. */
  dataFolder?: string;
  /** After so many milliseconds Connect looks again at a file that its program may write over. Default: 1500. */
  settleMs?: number;
}

/** So often an edit is begun anew when the file changed under it. */
const ATTEMPTS = 5;

/** The MCP clients of one user, and our entry in their configuration. Methods reject with a {@link ProblemError}. */
export class ClientConnections {
  readonly #computer: Computer;
  readonly #bridge: () => BridgeCommand;
  readonly #dataFolder: string;
  readonly #records: ConnectionRecords;
  readonly #settleMs: number;
  #last: Promise<unknown> = Promise.resolve();

  constructor({ bridge, dataFolder, settleMs = 1500, ...computer }: ClientConnectionsOptions) {
    this.#computer = computer;
    this.#bridge = bridge;
    this.#settleMs = settleMs;
    const uid = process.getuid?.();
    this.#dataFolder = dataFolder ?? usualDataFolder({ ...computer, ...(uid === undefined ? {} : { uid }) });
    this.#records = new ConnectionRecords(this.#dataFolder);
  }

  /** Every client, in the order of the table. */
  async list(): Promise<ClientView[]> {
    return Promise.all(mcpClients.map((client) => this.#view(client)));
  }

  /** Puts our entry into the client's configuration, or mends it. */
  async connect(id: ClientId): Promise<ConnectOutcome> {
    const client = mcpClient(id);
    const backup = await this.#inTurn(() => this.#edit(client, (content) => this.#connect(client, content)));
    if (client.rewritesFile === true) await pause(this.#settleMs);
    const view = await this.#view(client);
    const lost = `${client.name} has written over its file. Quit it first, then connect again.`;
    return { client: view, backup, next: view.state === "connected" ? client.next : lost };
  }

  /** Takes our entry out again, and nothing else; what Connect made goes where it is empty now. */
  async disconnect(id: ClientId): Promise<ClientView> {
    const client = mcpClient(id);
    await this.#inTurn(() => this.#edit(client, (content) => this.#disconnect(client, content)));
    if (client.rewritesFile === true) await pause(this.#settleMs);
    return this.#view(client);
  }

  /**
   * Starts the command of the client's own configuration, and asks it what the client would. Takes up to 90 s; tells of each
   * check as it ends.
   */
  async verify(id: ClientId, onCheck: (check: VerifyCheck) => void = () => {}): Promise<VerifyOutcome> {
    const client = mcpClient(id);
    const { view, entry } = await this.#look(client);
    const name = "The configuration has AgentPass";
    if (view.problem !== null)
      return { client: view, checks: [{ name, ok: false, detail: view.problem.message }] };
    const command = commandOf(entry, client.shape);
    if (command === null)
      return {
        client: view,
        checks: [
          {
            name,
            ok: false,
            detail: `${view.configFile} starts no agentpass-sms. Connect ${client.name} first.`,
          },
        ],
      };
    const found = { name, ok: true, detail: view.configFile };
    onCheck(found);
    const { clientName } = client;
    const checks = await verifyCommand(command, { computer: this.#computer, clientName, onCheck });
    return { client: view, checks: [found, ...checks] };
  }

  /** What Connect would write. Rejects where Connect would. */
  async preview(id: ClientId): Promise<ConnectPreview> {
    const client = mcpClient(id);
    const view = await this.#view(client);
    if (view.problem !== null) throw new ProblemError(view.problem);
    return this.#edit(client, async ({ text }) => {
      const change = await this.#changeOf(client, text);
      if (change === null) return { client: view, line: 1, lines: [] };
      const { undo, at } = change;
      const lead = /^[\s,]*\n/.exec(undo.inserted)?.[0].length ?? 0;
      const lines = undo.inserted.slice(lead).trimEnd().split(/\r?\n/);
      return { client: view, line: lineAt(change.text, at + lead), lines };
    });
  }

  async #connect(client: McpClient, content: FileContent): Promise<string | null | undefined> {
    const { id } = client;
    const { bytes, text } = content;
    const change = await this.#changeOf(client, text);
    if (change === null) return null;
    const file = client.configFile(this.#computer);
    const mended = change.before === undefined ? null : await this.#records.get(id, file);
    const madeFolder = bytes === null ? await makeFolderOf(content.path) : null;
    const backup =
      bytes === null ? null : await backUp(this.#dataFolder, { id, file, bytes, now: new Date() });
    await this.#records.set(id, {
      file,
      ...change.undo,
      madeTable: change.undo.madeTable || mended?.madeTable === true,
      madeFile: bytes === null || mended?.madeFile === true,
      madeFolder: madeFolder ?? mended?.madeFolder ?? null,
    });
    return (await replaceConfigFile(content, change.text)) ? backup : undefined;
  }

  /** The text with our entry as it is now; null where it is that already. */
  async #changeOf(client: McpClient, text: string) {
    const before = readEntry(text, client);
    const bridge = this.#bridge();
    if (startsBridge(before, client.shape, bridge)) return null;
    const record = await this.#records.get(client.id, client.configFile(this.#computer));
    const clean = before === undefined ? text : removeEntry(text, client, record);
    return { before, ...addEntry(clean, client, entryFor(bridge, client.shape, before)) };
  }

  async #disconnect(client: McpClient, content: FileContent): Promise<null | undefined> {
    const { id } = client;
    const { bytes, text } = content;
    const file = client.configFile(this.#computer);
    if (bytes === null || readEntry(text, client) === undefined) {
      await this.#records.set(id, null);
      return null;
    }
    const record = await this.#records.get(id, file);
    const without = removeEntry(text, client, record);
    await backUp(this.#dataFolder, { id, file, bytes, now: new Date() });
    const done =
      record?.madeFile === true && isEmptyText(without, client.format)
        ? await removeConfigFile(content, record.madeFolder)
        : await replaceConfigFile(content, without);
    if (!done) return undefined;
    await this.#records.set(id, null);
    return null;
  }

  /** Runs an edit on the file as it is, and again when it gives undefined: others have changed the file meanwhile. */
  async #edit<T>(client: McpClient, edit: (content: FileContent) => Promise<T | undefined>): Promise<T> {
    const file = client.configFile(this.#computer);
    return withClientLock(client.lock?.(file) ?? null, async () => {
      for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        const content = await readConfigFile(file);
        try {
          const result = await edit(content);
          if (result !== undefined) return result;
        } catch (error) {
          throw new ProblemError(problemOf(error, file));
        }
        await pause(attempt * 50);
      }
      return fail(
        "conflict",
        `${file} is being changed by another program all the time. Close ${client.name} and try again.`,
      );
    });
  }

  async #view(client: McpClient): Promise<ClientView> {
    return (await this.#look(client)).view;
  }

  /** How the client stands, with our entry as it was read for that; undefined where there is none. */
  async #look(client: McpClient): Promise<{ view: ClientView; entry: ReturnType<typeof readEntry> }> {
    const { id, name } = client;
    const configFile = client.configFile(this.#computer);
    try {
      const { bytes, text } = await readConfigFile(configFile);
      const entry = readEntry(text, client);
      if (entry !== undefined) {
        const state = startsBridge(entry, client.shape, this.#bridge()) ? "connected" : "changed";
        return { view: { id, name, state, configFile, problem: null }, entry };
      }
      const isThere = bytes !== null || (await this.#hasTrace(client));
      const state = isThere ? "not_connected" : "absent";
      return { view: { id, name, state, configFile, problem: null }, entry };
    } catch (error) {
      const problem = problemOf(error, configFile);
      return { view: { id, name, state: "unreadable", configFile, problem }, entry: undefined };
    }
  }

  async #hasTrace(client: McpClient): Promise<boolean> {
    const found = client.traces(this.#computer).map((trace) =>
      access(trace).then(
        () => true,
        () => false,
      ),
    );
    return (await Promise.all(found)).includes(true);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => {});
    return done;
  }
}

/** What is wrong with a client's file. Throws any other error again. */
function problemOf(error: unknown, file: string): ProblemError["problem"] {
  if (error instanceof ProblemError) return error.problem;
  // The parsers, and all that walks what they give, call themselves for each level.
  const fault = error instanceof RangeError ? new FormatFault("it is nested without end", null) : error;
  if (!(fault instanceof FormatFault)) throw error;
  const { line, message } = fault;
  const where = line === null ? file : `${file}, line ${line}`;
  return {
    code: "conflict",
    message: `${where}: ${message}. It was left as it is; mend it there, then connect again.`,
  };
}
