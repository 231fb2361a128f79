import { Injectable } from '@nestjs/common';

import type { CoverageDto, CoverageRowDto } from '@flowpilot/contracts';
import { firstInOrder } from '@flowpilot/metrics';

import { Database } from '../database/database.js';
import { RolledCounts, type WindowCounts } from '../rollups/index.js';
import { type AccountWindow, toWindowDto } from '../window/index.js';
import { coverageOrder, toCoverageRow } from './coverage-row.js';
import { coverageFacts } from './coverage.query.js';
import { DomainNames } from './domain-names.js';

/** Which problem domains the flows cover. */
@Injectable()
export class CoverageService {
  private readonly domainNames: DomainNames;

  constructor(
    private readonly database: Database,
    private readonly rolledCounts: RolledCounts,
  ) {
    this.domainNames = new DomainNames(database);
  }

  async read(window: AccountWindow): Promise<CoverageDto> {
    const facts = await this.rolledCounts.read(window, window.days, (counts) => coverageFacts(this.database, this.domainNames, counts, window));
    const domains = facts.domains.sort(coverageOrder).map((domain) => toCoverageRow(domain, window.minSample));
    return {
      domains,
      unmapped_session_count: facts.unmapped_session_count,
      total_domains: domains.length,
      uncategorised_flow_count: facts.uncategorised_flow_count,
      window: toWindowDto(window),
    };
  }

  /** The first domains of `read`, idle ones left out. */
  async readBusiest(window: AccountWindow, counts: WindowCounts, atMost: number): Promise<CoverageRowDto[]> {
    const { domains } = await coverageFacts(this.database, this.domainNames, counts, window);
    const busy = domains.filter(({ sessions }) => sessions > 0);
    return firstInOrder(busy, atMost, coverageOrder).map((domain) => toCoverageRow(domain, window.minSample));
  }
}
