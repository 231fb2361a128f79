import type { HttpRequest } from '@angular/common/http';
import { Injectable } from '@angular/core';
import { v4 as uuid } from 'uuid';

/** The keys of writes whose outcome is not known: who sends the same again means the same write. */
@Injectable({ providedIn: 'root' })
export class RetryKeys {
  private readonly unsettled = new Map<string, string>();

  keyOf(request: HttpRequest<unknown>): string {
    const content = contentOf(request);
    // Not the browser's own `randomUUID`, which it withholds from pages without TLS.
    const key = this.unsettled.get(content) ?? uuid();
    this.unsettled.set(content, key);
    return key;
  }

  /** The server has said what became of it: the same again is another write. */
  settle(request: HttpRequest<unknown>): void {
    this.unsettled.delete(contentOf(request));
  }
}

function contentOf({ urlWithParams, body }: HttpRequest<unknown>): string {
  return `${urlWithParams}\n${JSON.stringify(body)}`;
}
