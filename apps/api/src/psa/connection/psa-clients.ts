import { Inject, Injectable } from '@nestjs/common';

import { Sealer } from '../../config/sealer.js';
import { Settings } from '../../config/settings.js';
import { Database } from '../../database/database.js';
import { Clock } from '../../time/clock.js';
import type { Connection, ConnectionSecrets, ConnectionSettings } from '../provider/psa-connection.js';
import { PsaError } from '../provider/psa-error.js';
import type { PsaCapabilities, PsaClient } from '../provider/psa-provider.js';
import { PROVIDERS } from '../provider/providers.js';
import type { Transport } from '../transport/transport.js';
import { type ConnectionRow, selectConnection } from './connection.query.js';
import { sealedFor } from './sealed-for.js';

/** Injection token of what carries requests to PSAs. */
export const PSA_TRANSPORT = Symbol('psa transport');

export interface ConnectedPsa {
  client: PsaClient;
  capabilities: PsaCapabilities;
  settings: ConnectionSettings;
}

const KEPT_CLIENTS = 500;

/** The accounts' PSAs. A client is kept, with what it has learnt, until its connection is changed. */
@Injectable()
export class PsaClients {
  private readonly kept = new Map<string, { updatedAt: number; psa: ConnectedPsa }>();

  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
    private readonly settings: Settings,
    @Inject(PSA_TRANSPORT) private readonly transport: Transport,
  ) {}

  /** Null while the account has no connection. @throws PsaError when its secrets cannot be read. */
  async of(accountId: string): Promise<ConnectedPsa | null> {
    const row = await selectConnection(this.database, accountId);
    if (!row) return null;
    const kept = this.kept.get(accountId);
    if (kept?.updatedAt === row.updated_at.getTime()) return kept.psa;
    const psa = this.connect({ ...row, secrets: this.open(accountId, row) });
    this.keep(accountId, row.updated_at, psa);
    return psa;
  }

  connect(connection: Connection, timeoutMs = this.settings.psa.timeoutMs): ConnectedPsa {
    const provider = PROVIDERS[connection.provider];
    const client = provider.connect(connection, { transport: this.transport, timeoutMs, now: () => this.clock.now() });
    return { client, capabilities: provider.capabilities, settings: connection.settings };
  }

  /** @throws PsaError `permission` when they were sealed with another key, or for another account */
  open(accountId: string, { secrets }: ConnectionRow): ConnectionSecrets {
    try {
      return JSON.parse(this.sealer.open(secrets, sealedFor(accountId))) as ConnectionSecrets;
    } catch {
      throw new PsaError('permission', 'The stored secrets of the connection cannot be read; enter them again.');
    }
  }

  private keep(accountId: string, updatedAt: Date, psa: ConnectedPsa): void {
    this.kept.delete(accountId);
    this.kept.set(accountId, { updatedAt: updatedAt.getTime(), psa });
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT_CLIENTS && oldest !== undefined) this.kept.delete(oldest);
  }
}
