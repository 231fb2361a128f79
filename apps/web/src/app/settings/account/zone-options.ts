import { httpResource } from '@angular/common/http';
import { Component, computed, input, viewChild } from '@angular/core';
import { MatAutocomplete, MatOption } from '@angular/material/autocomplete';

import type { TimeZonesDto } from '@flowpilot/contracts';

import { LOCALE } from '../../ui/locale.js';
import { matchingZones, zoneNow } from './zone-search.js';

/** The zones that the server takes, for an input to choose from: `[matAutocomplete]="zones.panel()"`. */
@Component({
  selector: 'fp-zone-options',
  imports: [MatAutocomplete, MatOption],
  template: `
    <mat-autocomplete autoActiveFirstOption class="zones">
      @for (choice of choices(); track choice.zone) {
        <mat-option [value]="choice.zone"><span class="zone">{{ choice.zone }}<span class="faint small">{{ choice.now }}</span></span></mat-option>
      }
    </mat-autocomplete>
  `,
  styles: '.zone { display: flex; justify-content: space-between; gap: 12px; }',
})
export class ZoneOptions {
  readonly typed = input.required<string>();

  readonly panel = viewChild.required(MatAutocomplete);
  private readonly known = httpResource<TimeZonesDto>(() => '/account/time-zones');
  protected readonly choices = computed(() => {
    const zones = this.known.hasValue() ? this.known.value().time_zones : [];
    const now = new Date();
    return matchingZones(this.typed(), zones).map((zone) => ({ zone, now: zoneNow(zone, now, LOCALE) }));
  });
}
