/** What is asked before something is done. */
export interface Confirmation {
  title: string;
  /** What happens, a sentence or two each. */
  consequences: readonly string[];
  /** What the button says that does it. */
  act: string;
  /** It takes something away that does not come back by itself. */
  danger: boolean;
}
