import { expect, test } from "vitest";
import { desktopEntry } from "./desktop-entry.ts";

const lineOf = (text: string, key: string): string | undefined =>
  text.split("\n").find((line) => line.startsWith(`${key}=`));

test("a desktop file starts the program with its arguments", () => {
  expect(desktopEntry({ command: ["/opt/AgentPass/agentpass", "--hidden"] })).toBe(`[Desktop Entry]
Type=Application
Name=AgentPass
Comment=One-time codes for you and your AI agents
Exec="/opt/AgentPass/agentpass" "--hidden"
TryExec=/opt/AgentPass/agentpass
Icon=agentpass
Terminal=false
`);
});

test("a path may hold what has a meaning in Exec", () => {
  const text = desktopEntry({ command: ['/home/ann/my "apps"/$100%/agentpass'] });
  expect(lineOf(text, "Exec")).toBe(String.raw`Exec="/home/ann/my \\"apps\\"/\\$100%%/agentpass"`);
  expect(lineOf(text, "TryExec")).toBe('TryExec=/home/ann/my "apps"/$100%/agentpass');
});

test("a path with a line break cannot write another line", () => {
  const text = desktopEntry({ command: ["/home/ann/a\nExec=evil"] });
  expect(text.split("\n").filter((line) => line.startsWith("Exec="))).toHaveLength(1);
});

test("the one for links takes the link, and is in no menu", () => {
  const text = desktopEntry({
    command: ["/opt/AgentPass/agentpass"],
    fieldCode: "%u",
    mimeType: "x-scheme-handler/agentpass",
    isHidden: true,
  });
  expect(lineOf(text, "Exec")).toBe('Exec="/opt/AgentPass/agentpass" %u');
  expect(lineOf(text, "MimeType")).toBe("MimeType=x-scheme-handler/agentpass;");
  expect(lineOf(text, "NoDisplay")).toBe("NoDisplay=true");
});
