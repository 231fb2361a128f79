import { jest } from '@jest/globals';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideZonelessChangeDetection, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';

import { FileDownload } from '../../core/file-download.js';
import { coverageRow } from '../coverage/coverage-row-fixture';
import { flow } from '../flow-quality/flow-fixture';
import { WINDOW } from '../window-fixture.js';
import { AttentionCard } from './attention-card';
import { TopDomainsCard } from './top-domains-card';

describe('the lists of the overview', () => {
  async function fileOf(card: Type<unknown>, given: Record<string, unknown>) {
    TestBed.configureTestingModule({
      providers: [provideZonelessChangeDetection(), provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    const hand = jest.spyOn(TestBed.inject(FileDownload), 'hand').mockImplementation(() => undefined);
    const fixture = TestBed.createComponent(card);
    for (const [name, value] of Object.entries({ ...given, window: WINDOW })) fixture.componentRef.setInput(name, value);
    await fixture.whenStable();
    const button = (fixture.nativeElement as HTMLElement).querySelector<HTMLElement>('fp-download-button button');
    button?.click();
    TestBed.inject(HttpTestingController).verify();
    const [content, name] = hand.mock.calls[0] ?? [];
    return { label: button?.getAttribute('aria-label'), name, lines: content === undefined ? [] : (await textOf(content)).trim().split('\r\n') };
  }

  it('make a file of the flows that are shown', async () => {
    const file = await fileOf(AttentionCard, { flows: [flow({ flow_id: 'a' }), flow({ flow_id: 'b', name: 'RAID' })] });
    expect(file).toMatchObject({ label: 'Download these flows as CSV', name: 'flows-needing-attention.csv' });
    expect(file.lines).toHaveLength(3);
    expect(file.lines[2]).toMatch(/^b,RAID,/);
  });

  it('make a file of the domains that are shown', async () => {
    const file = await fileOf(TopDomainsCard, { domains: [coverageRow({ domain: 'VPN' })] });
    expect(file).toMatchObject({ label: 'Download these domains as CSV', name: 'top-domains.csv' });
    expect(file.lines).toHaveLength(2);
    expect(file.lines[1]).toMatch(/^VPN,/);
  });

  it('make none of nothing', async () => {
    expect((await fileOf(AttentionCard, { flows: [] })).label).toBeUndefined();
  });
});

/** jsdom's blobs have no `text`. */
function textOf(blob: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result as string));
    reader.readAsText(blob);
  });
}
