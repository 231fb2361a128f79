import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';

import { PassesFocus } from './passes-focus.js';

@Component({
  imports: [PassesFocus],
  template: `
    <main tabindex="-1" id="content">
      <section fpPassesFocus>
        @for (row of rows(); track row) {
          <a href="/rows" [id]="row">{{ row }}</a>
        }
        @if (hasMore()) {
          <button id="more" type="button" (click)="more()">Load more</button>
        }
      </section>
    </main>
  `,
})
class List {
  readonly rows = signal(['a', 'b', 'c']);
  readonly hasMore = signal(true);
  private pages = 0;

  more(): void {
    this.pages += 1;
    this.rows.update((rows) => [...rows, `page-${this.pages.toString()}`]);
    this.hasMore.set(this.pages < 2);
  }
}

describe('the focus of a control that goes', () => {
  let fixture: ComponentFixture<List>;
  const focused = () => document.activeElement?.id;
  const focus = (id: string) => document.getElementById(id)?.focus();

  beforeEach(() => {
    fixture = TestBed.createComponent(List);
    document.body.append(fixture.nativeElement as HTMLElement);
    TestBed.tick();
  });

  it.each([
    ['the next', 'b', ['a', 'c'], 'c'],
    ['the next that stays', 'a', ['c'], 'c'],
    ['none, while it stays', 'a', ['a', 'c'], 'a'],
  ])('passes to %s', (_, at, rows, heir) => {
    focus(at);
    fixture.componentInstance.rows.set(rows);
    TestBed.tick();
    expect(focused()).toBe(heir);
  });

  it('passes to the last row that stood before the last page', () => {
    focus('more');
    for (const expected of ['more', 'page-1']) {
      document.getElementById('more')?.click();
      TestBed.tick();
      expect(focused()).toBe(expected);
    }
  });

  it('passes to the content when nothing is left', () => {
    focus('b');
    fixture.componentInstance.rows.set([]);
    fixture.componentInstance.hasMore.set(false);
    TestBed.tick();
    expect(focused()).toBe('content');
  });

  it('is not taken from what has it meanwhile', () => {
    focus('b');
    focus('more');
    fixture.componentInstance.rows.set([]);
    TestBed.tick();
    expect(focused()).toBe('more');
  });
});
