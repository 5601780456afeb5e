import { Observable } from "../observable.ts";

/** The system's clipboard, for text. */
export interface TextClipboard {
  read(): Promise<string>;
  write(text: string): Promise<void>;
  clear(): Promise<void>;
}

/** A code does not lie in the clipboard for longer than this. */
export const CLIPBOARD_MS = 60_000;

/** Puts codes into the clipboard and takes them out again, unless something else has been copied since. */
export class CodeClipboard {
  /** The message whose code was copied last, until it is taken out. */
  readonly copiedId = new Observable<string | null>(null);
  readonly #clipboard: TextClipboard;
  #code: string | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(clipboard: TextClipboard) {
    this.#clipboard = clipboard;
  }

  async copy({ id, code }: { id: string; code: string }): Promise<void> {
    await this.#clipboard.write(code);
    this.#code = code;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.clear(), CLIPBOARD_MS);
    this.copiedId.set(id);
  }

  /** Takes the code out now: its time is over, or the app ends. Does nothing where there is none of ours. */
  async clear(): Promise<void> {
    const code = this.#code;
    if (code === null) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#code = null;
    this.copiedId.set(null);
    if ((await this.#clipboard.read()) === code) await this.#clipboard.clear();
  }
}
