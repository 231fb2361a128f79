import { inject, Injectable } from '@angular/core';

import { Session } from '../../../core/session/session.js';
import type { FlowDraft } from './flow-draft.js';

/** A draft that the page was left with, and the version that it was made on; null for a new flow. */
export interface KeptDraft {
  readonly draft: FlowDraft;
  readonly version: number | null;
}

/** Keeps what was typed over a reload, or a log-in that ended meanwhile; for this tab and this person only. */
@Injectable({ providedIn: 'root' })
export class DraftKeeper {
  private readonly user = inject(Session).user;

  /** `id` null is a new flow. */
  keep(id: string | null, kept: KeptDraft): void {
    try {
      sessionStorage.setItem(this.key(id), JSON.stringify(kept));
    } catch {
      // A browser without room or storage keeps nothing; the page has asked before it was left.
    }
  }

  /** What was kept, once. */
  take(id: string | null): KeptDraft | null {
    const stored = sessionStorage.getItem(this.key(id));
    if (stored === null) return null;
    sessionStorage.removeItem(this.key(id));
    return JSON.parse(stored) as KeptDraft;
  }

  private key(id: string | null): string {
    return `flowpilot.draft.${this.user()?.id ?? ''}.${id ?? 'new'}`;
  }
}
