import type { NoticeView } from "../shared/app-state.ts";
import { Observable } from "./observable.ts";

/** What a person should know as long as it lasts. */
export class Notices {
  readonly all = new Observable<NoticeView[]>([]);

  /** Shows a notice in the place of the one with the same id; null takes it away. */
  set(id: string, text: string | null): void {
    const shown = this.all.value.find((notice) => notice.id === id);
    if ((shown?.text ?? null) === text) return;
    const others = this.all.value.filter((notice) => notice !== shown);
    this.all.set(text === null ? others : [...others, { id, text }]);
  }
}
