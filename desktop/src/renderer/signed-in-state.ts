import type { AccountView, AppState } from "../shared/app-state.ts";

/** What the views of somebody who is signed in show. */
export type SignedInState = AppState & { account: AccountView };
