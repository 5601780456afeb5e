import type { Viewer } from "../domain/access.ts";
import type { Store } from "../store/store.ts";

export interface Context {
  store: Store;
  /** Who asks, checked anew; throws a problem where no valid key was given. */
  signedIn(): Viewer;
}
