import { contextBridge, ipcRenderer, type IpcRendererEvent } from "electron";
import { CALL_CHANNEL, EVENT_CHANNEL } from "../shared/ipc-channels.ts";
import type { AgentPassBridge, WindowEvents } from "../shared/ipc-contract.ts";

/** What main told before the page listened, e.g. where the click leads that opened this window. */
const early = new Map<string, unknown>();
const awaited = new Set<string>();
ipcRenderer.on(EVENT_CHANNEL, (_, name: string, value: unknown) => {
  if (!awaited.has(name)) early.set(name, value);
});

/** Everything a window's script has beyond the page itself. Main checks each call again. */
const bridge: AgentPassBridge = {
  call: (name, input) => ipcRenderer.invoke(CALL_CHANNEL, name, input),
  on: (event, listener) => {
    const hear = (_: IpcRendererEvent, name: unknown, value: WindowEvents[typeof event]): void => {
      if (name === event) listener(value);
    };
    ipcRenderer.on(EVENT_CHANNEL, hear);
    awaited.add(event);
    if (early.has(event)) listener(early.get(event) as WindowEvents[typeof event]);
    early.delete(event);
    return () => ipcRenderer.off(EVENT_CHANNEL, hear);
  },
};

contextBridge.exposeInMainWorld("agentpass", bridge);
