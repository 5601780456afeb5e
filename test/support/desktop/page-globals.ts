/** What code that runs in a page finds there, as far as tests use it: the tests themselves are compiled without the DOM. */
export interface PageGlobals {
  agentpass: { call(name: unknown, input: unknown): Promise<unknown> };
  document: PageDocument;
  location: { href: string };
  open: (url: string) => unknown;
  navigator: {
    permissions: { query(of: { name: string }): Promise<{ state: string }> };
    mediaDevices: { getUserMedia(of: object): Promise<unknown> };
    clipboard: { readText(): Promise<string> };
    geolocation: { getCurrentPosition(found: (at: unknown) => void, failed: (why: unknown) => void): void };
  };
  Notification: { requestPermission(): Promise<string> };
}

interface PageDocument {
  body: { append(element: PageElement): void };
  createElement(tag: string): PageElement;
  addEventListener(
    type: "securitypolicyviolation",
    listener: (event: { effectiveDirective: string }) => void,
  ): void;
}

interface PageElement {
  textContent: string;
  contentWindow?: object | null;
  setAttribute(name: string, value: string): void;
  click(): void;
  submit(): void;
}
