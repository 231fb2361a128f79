/** What the process of the embedded server tells the application: its address, or why there is none. */
export type EmbeddedReport = { kind: 'started'; url: string } | { kind: 'failed'; message: string };

/** What the application tells it. Its own end, however it comes, says the same. */
export const STOP = 'stop';

export function isReport(message: unknown): message is EmbeddedReport {
  return typeof message === 'object' && message !== null && 'kind' in message;
}
