/** So many milliseconds after a question has appeared nothing that is pressed counts: it was meant for what was there before. */
export const UNREAD_MS = 700;
