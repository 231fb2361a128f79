import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { keepFocusOver } from './keep-focus.js';

@Component({ template: '@for (row of rows(); track row) { <button [id]="row">{{ row }}</button> }' })
class Rows {
  readonly rows = signal(['a', 'b', 'c']);

  constructor() {
    keepFocusOver(this.rows);
  }
}

describe('keepFocusOver', () => {
  it.each([
    ['the row moves', ['b', 'c', 'a'], 'a'],
    ['the row stays', ['a', 'c', 'b'], 'a'],
    ['the row is gone', ['b', 'c'], ''],
  ])('leaves the focus where it was when %s', (_, rows, focused) => {
    const fixture = TestBed.createComponent(Rows);
    document.body.append(fixture.nativeElement as HTMLElement);
    TestBed.tick();
    document.getElementById('a')?.focus();
    fixture.componentInstance.rows.set(rows);
    TestBed.tick();
    expect(document.activeElement?.id).toBe(focused);
  });
});
