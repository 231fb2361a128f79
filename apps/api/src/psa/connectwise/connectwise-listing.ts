import type { ConnectWiseAnswer, ConnectWiseHttp } from './connectwise-http.js';
import { readList } from './connectwise-records.js';

/** The most that ConnectWise gives at once. */
const PAGE_SIZE = 1000;
const FORWARD_ONLY = { 'pagination-type': 'forward-only' };

/** `conditions` in ConnectWise's own language: strings quoted, dates in brackets. */
export function withConditions(path: string, conditions: string): string {
  return `${path}?conditions=${encodeURIComponent(conditions)}`;
}

/** Every page of a list, forward only. Of the `Link` only its `pageId` is used: the address stays ours. */
export async function* pages(http: ConnectWiseHttp, path: string): AsyncGenerator<ConnectWiseAnswer & { records: unknown[] }> {
  const base = `${path}${path.includes('?') ? '&' : '?'}pageSize=${PAGE_SIZE}`;
  for (let pageId: string | undefined = ''; pageId !== undefined; ) {
    const answer = await http.read(pageId === '' ? base : `${base}&pageId=${pageId}`, FORWARD_ONLY);
    yield { ...answer, records: readList(answer.body) };
    pageId = /[?&]pageId=(\d+)[^>]*>;\s*rel="?next"?/.exec(answer.headers.get('link') ?? '')?.[1];
  }
}

export async function all<T>(http: ConnectWiseHttp, path: string, read: (record: unknown) => T): Promise<T[]> {
  const records: T[] = [];
  for await (const page of pages(http, path)) records.push(...page.records.map(read));
  return records;
}
