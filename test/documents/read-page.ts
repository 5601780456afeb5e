import { readFileSync } from "node:fs";
import path from "node:path";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { repositoryRoot } from "../../server/src/config/read-environment.ts";
import { beginsAsCommand, wholeLine } from "./agentpass-names.ts";

/** What begins a command that a document shows. Add a program here with the first page that names it. */
const PROGRAMS = [
  "agentpass",
  "apt-get",
  "caddy",
  "chattr",
  "claude",
  "cloudflared",
  "codex",
  "cp",
  "createdb",
  "createuser",
  "curl",
  "docker",
  "git",
  "goose",
  "mkdir",
  "nats",
  "nats-server",
  "nginx",
  "ngrok",
  "node",
  "npm",
  "npx",
  "openssl",
  "pg_basebackup",
  "pg_dump",
  "pg_restore",
  "pnpm",
  "prometheus",
  "promtool",
  "psql",
  "ssh",
  "sudo",
  "systemctl",
  "tar",
  "wsl",
  "wsl.exe",
];
const COMMAND = new RegExp(
  String.raw`^(?:[A-Z_][A-Z0-9_]*=(?:"[^"]*"|\S)* +)*(?:${PROGRAMS.join("|").replaceAll(".", "\\.")}) +[^\s<]`,
);

/** A command as a document shows it. */
export interface FoundCommand {
  /** From the repository's root, e.g. "docs/people.md". */
  page: string;
  /** From 1. */
  line: number;
  /** Spaces made one, a comment behind it left out; of a script its first comment, or the first line of one without. */
  text: string;
  /** What is typed: the text; of a script all of it. */
  typed: string;
  /** In a block of its own, as a whole script, or in a sentence. */
  form: "line" | "script" | "inline";
}

/** Another block in a fence that names its language. */
export interface FoundBlock {
  page: string;
  line: number;
  language: string;
  text: string;
}

export interface ReadPage {
  page: string;
  source: string;
  commands: FoundCommand[];
  blocks: FoundBlock[];
}

/** Finds every command and every block of a page of the repository. */
export function readPage(page: string): ReadPage {
  return findCommands(page, readFileSync(path.join(repositoryRoot, page), "utf8"));
}

/** The same of a text. */
export function findCommands(page: string, source: string): ReadPage {
  const read: ReadPage = { page, source, commands: [], blocks: [] };
  visit(fromMarkdown(source), (node) => {
    const line = node.position?.start.line ?? 0;
    if (node.type === "inlineCode") {
      const text = normal(node.value);
      if (COMMAND.test(text) || beginsAsCommand(text))
        read.commands.push({ page, line, text, typed: wholeLine(text), form: "inline" });
    } else if (node.type === "code") addBlock(read, { line, language: node.lang ?? "", text: node.value });
  });
  return read;
}

const SHELLS: ReadonlySet<string> = new Set(["bash", "sh"]);
/** Blocks in which commands stand among their output, and those that name no language. */
const MIXED: ReadonlySet<string> = new Set(["", "console", "text"]);

function addBlock(read: ReadPage, { line, language, text }: Omit<FoundBlock, "page">): void {
  const { page } = read;
  const first = language === "" ? line : line + 1;
  const lines = logicalLines(text);
  if (SHELLS.has(language) && !lines.every(({ text }) => COMMAND.test(text)))
    read.commands.push({ page, line: first, text: title(text), typed: text, form: "script" });
  else if (SHELLS.has(language) || MIXED.has(language))
    for (const found of lines)
      if (COMMAND.test(found.text))
        read.commands.push({
          page,
          line: first + found.line,
          text: found.text,
          typed: wholeLine(found.text),
          form: "line",
        });
  if (!SHELLS.has(language) && !MIXED.has(language)) read.blocks.push({ page, line, language, text });
}

/** The lines that are not empty, those that end in a backslash with their next one, without prompts and comments. */
function logicalLines(text: string): { line: number; text: string }[] {
  const found: { line: number; text: string }[] = [];
  let open: { line: number; text: string } | null = null;
  for (const [line, part] of text.split("\n").entries()) {
    if (open) open.text += `\n${part}`;
    else open = { line, text: part };
    if (part.endsWith("\\")) continue;
    const command = normal(open.text.replaceAll("\\\n", " ")).replace(/^\$ /, "");
    if (command !== "") found.push({ line: open.line, text: command });
    open = null;
  }
  return found;
}

function title(script: string): string {
  return /^#+ (.*)$/m.exec(script)?.[1] ?? script.split("\n")[0] ?? "";
}

function normal(text: string): string {
  return text
    .replaceAll(/(?<=\s{2,})#\s.*$/gm, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

function visit(node: Nodes, look: (node: Nodes) => void): void {
  look(node);
  if ("children" in node) for (const child of node.children) visit(child, look);
}
