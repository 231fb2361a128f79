import { inject, Injectable, signal } from '@angular/core';

import { Session } from '../../../core/session/session.js';
import type { MappingDraft } from './mapping-draft.js';

/** A mapping made by hand, of a file that the page no longer has. */
export interface KeptDraft {
  readonly fileName: string;
  /** The columns that it names. */
  readonly heading: readonly string[];
  readonly draft: MappingDraft;
}

/** Keeps a mapping over a reload, which loses the file: for this tab, this person and their account only. */
@Injectable({ providedIn: 'root' })
export class KeptMapping {
  private readonly user = inject(Session).user;
  private readonly kept = signal(this.read());

  /** The file that has to be chosen again to go on with it. */
  readonly latest = this.kept.asReadonly();

  of(fileName: string): KeptDraft | null {
    const kept = this.kept();
    return kept?.fileName === fileName ? kept : null;
  }

  keep(kept: KeptDraft): void {
    this.kept.set(kept);
    try {
      sessionStorage.setItem(this.key(), JSON.stringify(kept));
    } catch {
      // A browser without room or storage keeps it as long as the page.
    }
  }

  forget(): void {
    this.kept.set(null);
    sessionStorage.removeItem(this.key());
  }

  private read(): KeptDraft | null {
    const stored = sessionStorage.getItem(this.key());
    return stored === null ? null : (JSON.parse(stored) as KeptDraft);
  }

  private key(): string {
    const user = this.user();
    return `flowpilot.import.${user?.account?.id ?? ''}.${user?.id ?? ''}`;
  }
}
