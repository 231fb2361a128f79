import { expect } from '@jest/globals';

import type { Page } from '@flowpilot/contracts';
import type { FigureRows } from '@flowpilot/metrics';

import type { TestApplication } from '../application.js';

/** What a row of one of the lists may hold. */
export interface ListedRow {
  id: string;
  created_at: string;
  status?: string;
  resolved_at?: string | null;
  match_confidence?: number | null;
  hours_logged?: number | null;
}

const ROUTES: Readonly<Record<FigureRows['list'], string>> = {
  sessions: '/sessions',
  'psa-activities': '/psa/activities',
  'psa-pushes': '/psa/pushes',
  flows: '/flows',
};

const COUNTS: Readonly<Record<FigureRows['list'], string | null>> = {
  sessions: '/sessions/count',
  'psa-activities': '/psa/activities/sum',
  'psa-pushes': null,
  flows: null,
};

/** Reads the rows behind figures as a team_admin; the same list once only, while nothing is recorded. */
export class ListedRows {
  private readonly read = new Map<string, Promise<ListedRow[]>>();

  constructor(
    private readonly application: TestApplication,
    private readonly token: string,
    private readonly pageSize: number,
  ) {}

  of(rows: FigureRows): Promise<ListedRow[]> {
    const url = `${ROUTES[rows.list]}?${parametersOf(rows).toString()}`;
    const listed = this.read.get(url) ?? this.everyPage(url);
    this.read.set(url, listed);
    return listed;
  }

  /** Rows in the CSV of the same list. */
  async exported(rows: FigureRows): Promise<number> {
    const url = `${ROUTES[rows.list]}.csv?${parametersOf(rows).toString()}`;
    const { status, text } = await this.application.inject({ method: 'GET', url, token: this.token });
    expect([url, status]).toEqual([url, 200]);
    return text.trim().split('\r\n').length - 1;
  }

  /** What the route that counts the list says; null of a list without one. */
  async counted(rows: FigureRows): Promise<number | null> {
    const path = COUNTS[rows.list];
    if (path === null) return null;
    const url = `${path}?${parametersOf(rows).toString()}`;
    return (await this.application.inject<{ count: number }>({ method: 'GET', url, token: this.token })).body.count;
  }

  private async everyPage(url: string): Promise<ListedRow[]> {
    const rows: ListedRow[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { items, next_cursor: next } = await this.page(`${url}&limit=${this.pageSize}${cursor && `&cursor=${cursor}`}`);
      rows.push(...items);
      cursor = next;
    }
    return rows;
  }

  private async page(url: string): Promise<Page<ListedRow>> {
    const { status, body } = await this.application.inject<Page<ListedRow>>({ method: 'GET', url, token: this.token });
    expect([url, status]).toEqual([url, 200]);
    return body;
  }
}

function parametersOf({ query }: FigureRows): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const each of [value].flat()) parameters.append(name, each);
  }
  return parameters;
}
