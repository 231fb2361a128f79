import { Injectable } from '@nestjs/common';

import type {
  PsaConnectionDto,
  PsaConnectionInputDto,
  PsaConnectionTestDto,
  PsaMembersDto,
  PsaStatusesDto,
} from '@flowpilot/contracts';

import { Sealer } from '../../config/sealer.js';
import { Settings } from '../../config/settings.js';
import { Database } from '../../database/database.js';
import { Problem } from '../../http/problem.js';
import { Clock } from '../../time/clock.js';
import type { Connection } from '../provider/psa-connection.js';
import { PsaError } from '../provider/psa-error.js';
import { PROVIDERS } from '../provider/providers.js';
import { addressRule, checkAddress } from '../transport/guarded-transport.js';
import { ForbiddenAddress } from '../transport/transport.js';
import { type ConnectionRow, deleteConnection, selectConnection, storeConnection } from './connection.query.js';
import { type ConnectedPsa, PsaClients } from './psa-clients.js';
import { requestedConnection } from './requested-connection.js';
import { sealedFor } from './sealed-for.js';

/** A person waits for the answer of a test. */
const TEST_TIMEOUT_MS = 5_000;

/** The account's connection to its PSA. Its secrets go in and never come out. */
@Injectable()
export class ConnectionService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly sealer: Sealer,
    private readonly clients: PsaClients,
  ) {}

  async find(accountId: string): Promise<PsaConnectionDto> {
    const row = await selectConnection(this.database, accountId);
    if (!row) throw Problem.notFound('PSA connection');
    return toDto(row);
  }

  async put(accountId: string, input: PsaConnectionInputDto): Promise<PsaConnectionDto> {
    const { secrets, ...connection } = await this.requested(accountId, input);
    const sealed = this.sealer.seal(JSON.stringify(secrets), sealedFor(accountId));
    const row = { ...connection, secrets: sealed, now: this.clock.now() };
    return toDto(await storeConnection(this.database, accountId, row));
  }

  async delete(accountId: string): Promise<void> {
    if (!(await deleteConnection(this.database, accountId))) throw Problem.notFound('PSA connection');
  }

  /** Tries what the input asks for before it is stored. */
  async test(accountId: string, input: PsaConnectionInputDto): Promise<PsaConnectionTestDto> {
    const connection = await this.requested(accountId, input);
    const timeoutMs = Math.min(TEST_TIMEOUT_MS, this.settings.psa.timeoutMs);
    const { client } = this.clients.connect(connection, timeoutMs);
    const checks = await client.testConnection();
    return { ok: checks.every(({ ok }) => ok), checks };
  }

  async members(accountId: string): Promise<PsaMembersDto> {
    return { items: await this.ask(accountId, ({ client }) => client.listMembers()) };
  }

  async statuses(accountId: string, ticketId: string): Promise<PsaStatusesDto> {
    const statuses = await this.ask(accountId, ({ client }) => client.listStatuses(ticketId));
    return { items: statuses.map(({ name, closed, timeAllowed }) => ({ name, closed, time_allowed: timeAllowed })) };
  }

  private async ask<T>(accountId: string, question: (psa: ConnectedPsa) => Promise<T>): Promise<T> {
    try {
      const psa = await this.clients.of(accountId);
      if (!psa) throw new Problem('psa_not_connected', 'Connect a PSA in the settings first.');
      return await question(psa);
    } catch (error) {
      if (!(error instanceof PsaError)) throw error;
      throw new Problem('psa_failed', error.message);
    }
  }

  private async requested(accountId: string, input: PsaConnectionInputDto): Promise<Connection> {
    const connection = requestedConnection(input, await this.stored(accountId));
    try {
      await checkAddress(connection.settings.base_url, addressRule(this.settings.psa));
    } catch (error) {
      if (!(error instanceof ForbiddenAddress)) throw error;
      throw Problem.invalid('/base_url', error.message);
    }
    return connection;
  }

  /** Null when there is none; without secrets when they cannot be read, so that they can be entered again. */
  private async stored(accountId: string): Promise<Connection | null> {
    const row = await selectConnection(this.database, accountId);
    if (!row) return null;
    try {
      return { ...row, secrets: this.clients.open(accountId, row) };
    } catch (error) {
      if (!(error instanceof PsaError)) throw error;
      return { ...row, secrets: {} };
    }
  }
}

function toDto(row: ConnectionRow): PsaConnectionDto {
  const { members, statuses, listsTimeEntries } = PROVIDERS[row.provider].capabilities;
  return {
    provider: row.provider,
    ...row.settings,
    capabilities: { members, statuses, time_entries: listsTimeEntries },
    reconciled_at: row.reconciled_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  };
}
