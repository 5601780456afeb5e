import type { AgentAccount } from "../agent-socket/account.ts";
import type { DeviceConnection } from "../connection/device-connection.ts";
import { askServer } from "../connection/ask-server.ts";
import type { Account } from "./account.ts";

/** The signed-in account as local agents need it: this device's key makes their agents. */
export function agentAccount(account: Account, connection: DeviceConnection): AgentAccount {
  return {
    current: () => {
      const { value } = account.current;
      return value && { id: value.id, url: value.server };
    },
    onChange: (listener) => account.current.onChange(listener),
    createAgent: (agent) => askServer(connection, (client) => client.agent.create.mutate(agent)),
    renameAgent: (agent, name) =>
      askServer(connection, (client) => client.agent.rename.mutate({ agent, name })),
    removeAgent: (agent) => askServer(connection, (client) => client.agent.remove.mutate({ agent })),
  };
}
