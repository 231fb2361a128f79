import { HttpClient } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import { firstValueFrom, timeout } from 'rxjs';

import type { AccessTokenDto, MeAccountDto, MeDto } from '@flowpilot/contracts';

import { toProblem } from '../problem.js';
import { exclusively } from './exclusively.js';
import { LogInMark } from './log-in-mark.js';
import { WholePage } from './whole-page.js';

const REFRESH_TIMEOUT_MS = 20_000;

/**
 * Who is logged in. The access token lives in memory only; the refresh token in a cookie that no script can read.
 */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly mark = inject(LogInMark);
  private readonly page = inject(WholePage);
  private readonly granted = signal<AccessTokenDto | undefined>(undefined);
  private refreshing: Promise<string | undefined> | undefined;
  private restored: Promise<void> | undefined;

  /** Whoever else the browser's log-in now belongs to, since another tab has changed it. */
  readonly successor = signal<MeDto | undefined>(undefined);
  readonly user = computed<MeDto | undefined>(() => this.granted()?.user);
  readonly accessToken = computed(() => this.granted()?.access_token);

  /** Takes up the log-in of an earlier visit, once; afterwards `user` is known or absent. */
  restore(): Promise<void> {
    this.restored ??= this.mark.present() ? this.refresh().then(() => undefined) : Promise.resolve();
    return this.restored;
  }

  /** Fails with what HttpClient threw. */
  async logIn(email: string, password: string): Promise<void> {
    this.accept(await firstValueFrom(this.http.post<AccessTokenDto>('/auth/login', { email, password })));
  }

  /** Takes over a log-in that another request has brought, as set-up does. */
  accept(granted: AccessTokenDto): void {
    this.granted.set(granted);
    this.successor.set(undefined);
    this.mark.set();
  }

  /** The person has changed the account: pages write times in its zone from now on. */
  accountChanged({ id, name, time_zone, min_sample }: MeAccountDto): void {
    const account = { id, name, time_zone, min_sample };
    this.granted.update((granted) => granted && { ...granted, user: { ...granted.user, account } });
  }

  /**
   * A new access token, or undefined when the log-in has ended or is somebody else's: tabs share the cookie, and what
   * one person has typed must not be written by another. Callers that come together share one request.
   */
  refresh(): Promise<string | undefined> {
    this.refreshing ??= exclusively('flowpilot-refresh', () => this.requestRefresh()).finally(() => {
      this.refreshing = undefined;
    });
    return this.refreshing;
  }

  /** Fails with what HttpClient threw, still logged in: the cookie is the server's to take away. */
  async logOut(): Promise<void> {
    await firstValueFrom(this.http.post('/auth/logout', null));
    this.mark.clear();
    this.page.load('/login');
  }

  /** Goes on as the successor, from the start: this page may be of an account that is not theirs. */
  giveWay(): void {
    this.page.load('/');
  }

  /** The log-in ended by itself: asks for a new one, and comes back to this page then. */
  expire(): void {
    this.mark.clear();
    const queryParams = { return: this.router.url, ended: true };
    this.page.load(this.router.serializeUrl(this.router.createUrlTree(['/login'], { queryParams })));
  }

  private async requestRefresh(): Promise<string | undefined> {
    try {
      const request = this.http.post<AccessTokenDto>('/auth/refresh', null).pipe(timeout(REFRESH_TIMEOUT_MS));
      return this.take(await firstValueFrom(request));
    } catch (error) {
      if (toProblem(error).status !== 401) throw error;
      this.mark.clear();
      this.successor.set(undefined);
      return undefined;
    }
  }

  private take(granted: AccessTokenDto): string | undefined {
    const user = this.user();
    if (user !== undefined && user.id !== granted.user.id) {
      this.successor.set(granted.user);
      return undefined;
    }
    this.accept(granted);
    return granted.access_token;
  }
}
