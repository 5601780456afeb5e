/** Every text of the MCP clients' list, as texts.ts is for the rest of the window. */
import type { ClientView, VerifyCheck } from "../../shared/client-connections.ts";

export const clientTexts = {
  title: "MCP clients",
  explain:
    "Connect adds AgentPass to a client's settings. When the client first calls, you are asked whether it may use AgentPass.",
  loading: "Looking for MCP clients …",
  empty: "No MCP client was found",
  emptyText: "Install one and come back, or add AgentPass to any other client with the settings below.",
  absent: (number: number) => `Not found on this computer (${number})`,
  absentText: "Once you have started one of them, it shows above.",
  states: {
    absent: "Not found",
    not_connected: "Not connected",
    connected: "Connected",
    changed: "Needs repair",
    unreadable: "Not readable",
  } satisfies Record<ClientView["state"], string>,
  changed: "Its entry is switched off, or starts another copy of AgentPass. Repair mends it.",
  connect: "Connect",
  repair: "Repair",
  verify: "Verify",
  disconnect: "Disconnect",
  tryAgain: "Try again",
  openIn: (name: string) => `Open in ${name}`,
  editSettings: "Edit its settings",
  /** For screen readers: which client a button is for. */
  forClient: (action: string, name: string) => `${action}: ${name}`,
  working: {
    connect: "Connecting …",
    verify: "Checking …",
    disconnect: "Disconnecting …",
    install: "Opening …",
  },
  firstCall: "When it first calls, AgentPass asks you whether it may.",
  backup: "Its settings as they were:",
  installed: (name: string) => `${name} asks you whether to add AgentPass: say yes there, then come back.`,
  disconnected: (name: string) =>
    `AgentPass is out of its settings, and ${name} lets go of it once restarted. Where you have let it in, remove it above too.`,
  allPassed: (name: string) => `${name} reaches AgentPass: every check passed.`,
  checkFailed: (name: string) => `${name} does not reach AgentPass yet.`,
  passed: "Passed:",
  failed: "Failed:",
  checkSaid: ({ name, ok }: VerifyCheck) => `${ok ? "Passed" : "Failed"}: ${name}`,
  other: "Any other client",
  otherSettings: "In its MCP settings:",
  otherCommand: "Or on the command line, as Claude Code takes it:",
  copySettings: "Copy the settings",
  copyCommand: "Copy the command",
};
