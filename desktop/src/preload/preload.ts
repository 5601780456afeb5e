import { contextBridge, ipcRenderer, type IpcRendererEvent } from "electron";
import { CALL_CHANNEL, EVENT_CHANNEL } from "../shared/ipc-channels.ts";
import type { AgentPassBridge, WindowEvents } from "../shared/ipc-contract.ts";

/** Everything a window's script has beyond the page itself. Main checks each call again. */
const bridge: AgentPassBridge = {
  call: (name, input) => ipcRenderer.invoke(CALL_CHANNEL, name, input),
  on: (event, listener) => {
    const hear = (_: IpcRendererEvent, name: unknown, value: WindowEvents[typeof event]): void => {
      if (name === event) listener(value);
    };
    ipcRenderer.on(EVENT_CHANNEL, hear);
    return () => ipcRenderer.off(EVENT_CHANNEL, hear);
  },
};

contextBridge.exposeInMainWorld("agentpass", bridge);
