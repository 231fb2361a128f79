import { HttpClient } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';

import type { CreateApiKeyDto, CreatedApiKeyDto } from '@flowpilot/contracts';

import { toProblem } from '../../core/problem.js';
import { Toast } from '../../core/toast.js';

const FIRST: CreateApiKeyDto = { name: 'First session', scopes: ['sessions:write'] };

/**
 * The key of the first session, made on the spot and shown in the guide until the page is loaded anew, as a log-out
 * does: whoever first makes a flow finds it again.
 */
@Injectable({ providedIn: 'root' })
export class FirstKey {
  private readonly http = inject(HttpClient);
  private readonly toast = inject(Toast);

  readonly key = signal<string | undefined>(undefined);
  readonly making = signal(false);

  async make(): Promise<void> {
    if (this.making()) return;
    this.making.set(true);
    try {
      this.key.set((await firstValueFrom(this.http.post<CreatedApiKeyDto>('/api-keys', FIRST))).key);
    } catch (error) {
      this.toast.problem('Could not make a key.', toProblem(error), () => void this.make());
    }
    this.making.set(false);
  }
}
