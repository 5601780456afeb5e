export interface DesktopEntry {
  command: readonly [string, ...string[]];
  /** `%u`: where the desktop puts the link that is opened. */
  fieldCode?: "%u";
  mimeType?: string;
  /** Kept out of the menu of programs. */
  isHidden?: boolean;
}

/** The text of a desktop file, as https://specifications.freedesktop.org/desktop-entry-spec 1.5 has it. */
export function desktopEntry({ command, fieldCode, mimeType, isHidden }: DesktopEntry): string {
  const lines = [
    "[Desktop Entry]",
    "Type=Application",
    "Name=AgentPass",
    "Comment=One-time codes for you and your AI agents",
    `Exec=${[...command.map(quoted), ...(fieldCode ? [fieldCode] : [])].join(" ")}`,
    // Without the program, uninstalled or moved, the desktop passes over the file.
    `TryExec=${escaped(command[0])}`,
    "Icon=agentpass",
    "Terminal=false",
    ...(mimeType ? [`MimeType=${mimeType};`] : []),
    ...(isHidden ? ["NoDisplay=true"] : []),
  ];
  return `${lines.join("\n")}\n`;
}

/** An argument of `Exec`: quoted, then escaped as every string of the file. */
function quoted(argument: string): string {
  return escaped(`"${argument.replace(/["`$\\]/g, String.raw`\$&`).replaceAll("%", "%%")}"`);
}

function escaped(value: string): string {
  return value
    .replaceAll("\\", String.raw`\\`)
    .replaceAll("\n", String.raw`\n`)
    .replaceAll("\t", String.raw`\t`);
}
