import { DestroyRef, inject, Injectable } from '@angular/core';

/** What a page offers to find something in it. */
export interface SearchOffer {
  /** In the list of shortcuts: "Search the flows". */
  readonly label: string;
  /** Takes the focus there. */
  readonly reach: () => void;
  /** Absent where it is always there. */
  readonly isThere?: () => boolean;
}

/** The searches and filters of the page that is shown, for the key that leads to them. */
@Injectable({ providedIn: 'root' })
export class PageSearch {
  private readonly offers: SearchOffer[] = [];

  current(): SearchOffer | undefined {
    return this.offers.findLast(({ isThere }) => isThere?.() ?? true);
  }

  add(offer: SearchOffer): () => void {
    this.offers.push(offer);
    return () => void this.offers.splice(this.offers.indexOf(offer), 1);
  }
}

/** Lets `/` lead to what the component searches or filters, for as long as it is shown. Call it in its constructor. */
export function offerSearch(offer: SearchOffer): void {
  inject(DestroyRef).onDestroy(inject(PageSearch).add(offer));
}
