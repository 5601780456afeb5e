export interface Store {
  readonly todo: true;
}
