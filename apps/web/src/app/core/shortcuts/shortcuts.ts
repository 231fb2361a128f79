import { DestroyRef, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';

import { isFree } from './key-target.js';
import { afterKey, type KeyHint, type Shortcut } from './shortcut.js';
import { tableTarget } from './table-moves.js';

const KEY = 'flowpilot.shortcuts';
/** How long `g` waits for its letter. */
const CHORD_MS = 1500;

/** Done by what has the focus, so listed only. */
const HINTS: readonly KeyHint[] = [
  { keys: ['Esc'], label: 'Close what is open', group: 'Anywhere' },
  { keys: ['Up', 'Down'], label: 'To the next row', group: 'In tables and charts' },
  { keys: ['Left', 'Right'], label: 'Along the row, or day by day', group: 'In tables and charts' },
  { keys: ['Home', 'End'], label: 'To the first and the last', group: 'In tables and charts' },
];

/** The one registry of keys that work on the whole page. Letters can be switched off; arrows in tables stay. */
@Injectable({ providedIn: 'root' })
export class Shortcuts {
  private readonly dialog = inject(MatDialog);
  private readonly added = signal<readonly Shortcut[]>([]);
  private pending: readonly string[] = [];
  private pressedAt = 0;

  readonly enabled = signal(localStorage.getItem(KEY) !== 'off');

  constructor() {
    const document = inject(DOCUMENT);
    const press = (event: KeyboardEvent) => this.press(event);
    document.addEventListener('keydown', press);
    inject(DestroyRef).onDestroy(() => document.removeEventListener('keydown', press));
  }

  /** All keys there are, for the list. */
  hints(): readonly KeyHint[] {
    return [...this.added(), ...HINTS];
  }

  add(shortcuts: readonly Shortcut[]): void {
    this.added.update((before) => [...before, ...shortcuts]);
  }

  enable(enabled: boolean): void {
    this.enabled.set(enabled);
    localStorage.setItem(KEY, enabled ? 'on' : 'off');
  }

  private press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !isFree(event.target)) return;
    if (this.dialog.openDialogs.length > 0) return;
    const target = tableTarget(event.target, event.key);
    if (target !== undefined) {
      event.preventDefault();
      target.focus();
    } else if (this.enabled()) this.letter(event);
  }

  private letter(event: KeyboardEvent): void {
    const before = event.timeStamp - this.pressedAt > CHORD_MS ? [] : this.pending;
    const { found, pending } = afterKey(before, event.key, this.added());
    this.pending = pending;
    this.pressedAt = event.timeStamp;
    if (found === undefined) return;
    event.preventDefault();
    found.run();
  }
}
