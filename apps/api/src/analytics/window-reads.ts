import { Injectable } from '@nestjs/common';

import type { WindowQueryDto } from '@flowpilot/contracts';

import type { Actor } from '../auth/index.js';
import { Replica } from '../database/replica.js';
import { SharedReads } from '../database/shared-reads.js';
import { type AccountWindow, WindowService } from '../window/index.js';

/** Answers of the read models, of which the same ones asked for together are read once. */
@Injectable()
export class WindowReads {
  private readonly shared = new SharedReads();

  constructor(
    private readonly windows: WindowService,
    private readonly replica: Replica,
  ) {}

  /** @param name of the read model. @throws Problem as `WindowService.resolve` */
  read<Answer>(
    name: string,
    { accountId }: Actor,
    query: WindowQueryDto,
    answer: (window: AccountWindow) => Promise<Answer>,
  ): Promise<Answer> {
    const key = JSON.stringify([name, accountId, Object.entries(query).sort()]);
    return this.shared.share(key, () =>
      this.replica.read(async (asOf) => answer({ ...(await this.windows.resolve(accountId, query)), asOf })),
    );
  }
}
