import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { Logger } from '@nestjs/common';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';

import type { CoverageDto } from '@flowpilot/contracts';

import { type SignedIn, startTestApplication, type TestApplication } from '../application.js';
import { ReplicatedServer } from '../replicated-server.js';
import { until } from '../until.js';

const PATIENCE_MS = 60_000;

describe('analytics from a replica', () => {
  let server: ReplicatedServer;
  let application: TestApplication;
  let admin: SignedIn;
  const said: string[] = [];
  /** Of this process to the replica. */
  const sockets: Socket[] = [];
  const opened = (message: unknown) => {
    const { socket } = message as { socket: Socket };
    socket.once('connect', () => socket.remotePort === server.replicaPort && sockets.push(socket));
  };

  beforeAll(async () => {
    server = await ReplicatedServer.start();
    subscribe('net.client.socket', opened);
    process.env.FLOWPILOT_TEST_SERVER_URL = server.url; // Of this file alone.
    application = await startTestApplication((databaseUrl) => ({ databaseReplicaUrl: server.replicaOf(databaseUrl) }));
  }, PATIENCE_MS);
  beforeEach(async () => {
    for (const level of ['warn', 'log'] as const) {
      jest.spyOn(Logger.prototype, level).mockImplementation((message: unknown) => {
        if (String(message).startsWith('The replica')) said.push(String(message));
      });
    }
    admin = await application.signIn();
    await server.caughtUp();
  });
  afterEach(() => {
    jest.restoreAllMocks();
    said.length = 0;
  });
  afterAll(async () => {
    unsubscribe('net.client.socket', opened);
    await application.stop();
    await server.stop();
  });

  async function coverage(path = 'coverage'): Promise<{ unmapped: number; asOf: string | undefined }> {
    const url = `/analytics/flowpilot/${path}?period=7d`;
    const { status, body } = await application.inject<CoverageDto>({ method: 'GET', url, token: admin.token });
    expect(status).toBe(200);
    return { unmapped: body.unmapped_session_count, asOf: body.window.as_of };
  }
  const record = async () => {
    const answer = await application.inject({ method: 'POST', url: '/sessions', token: admin.token, payload: {} });
    expect(answer.status).toBe(201);
  };

  it('say up to when they are complete, which is after all that they show', async () => {
    const before = Date.now();
    await record();
    await server.caughtUp();
    const { unmapped, asOf } = await coverage();
    expect(unmapped).toBe(1);
    expect(Date.parse(asOf ?? '')).toBeGreaterThanOrEqual(before);
    expect(Date.parse(asOf ?? '')).toBeLessThanOrEqual(Date.now());
    for (const path of ['', '/flow-quality', '/psa-metrics']) {
      const url = `/analytics/flowpilot${path}?period=7d`;
      const { body } = await application.inject<CoverageDto>({ method: 'GET', url, token: admin.token });
      expect(body.window.as_of).toMatch(/Z$/);
    }
  });

  it('show the lag', async () => {
    await record();
    await server.caughtUp();
    await server.pause();
    await sleep(5);
    const written = Date.now();
    await record();
    const behind = await coverage();
    expect(behind.unmapped).toBe(1);
    expect(Date.parse(behind.asOf ?? '')).toBeLessThan(written);
    const list = await application.inject<{ items: unknown[] }>({ method: 'GET', url: '/sessions', token: admin.token });
    expect(list.body.items).toHaveLength(2); // All else is read from the primary.
    await server.resume();
    await server.caughtUp();
    const present = await coverage();
    expect(present.unmapped).toBe(2);
    expect(Date.parse(present.asOf ?? '')).toBeGreaterThanOrEqual(written);
  });

  it('come from the primary for an account that the replica does not know yet', async () => {
    await server.pause();
    admin = await application.signIn();
    await record();
    expect(await coverage()).toEqual({ unmapped: 1, asOf: undefined });
    await server.resume();
    await server.caughtUp();
    expect((await coverage()).asOf).toBeDefined();
    expect(said).toEqual([]);
  });

  it('come from the primary while the replica is away, which is said once, and from the replica again', async () => {
    await record();
    await server.stopReplica();
    for (let n = 0; n < 4; n += 1) expect(await coverage()).toEqual({ unmapped: 1, asOf: undefined });
    expect(said).toEqual([expect.stringMatching(/^The replica does not answer: .+\. The primary does until it can\.$/)]);
    await server.startReplica();
    await server.caughtUp();
    await until('an answer of the replica', async () => {
      await record();
      return (await coverage()).asOf !== undefined;
    });
    expect(said.slice(1)).toEqual(['The replica answers again.']);
  }, PATIENCE_MS);

  it('come from the primary when the replica hangs, within seconds and then at once', async () => {
    await record();
    await server.caughtUp();
    expect((await coverage()).asOf).toBeDefined();
    const hanging = sockets.filter(({ destroyed }) => !destroyed);
    expect(hanging.length).toBeGreaterThan(0);
    const thaw = await server.freeze();
    expect(await coverage()).toEqual({ unmapped: 1, asOf: undefined });
    const before = performance.now();
    expect(await coverage()).toEqual({ unmapped: 1, asOf: undefined });
    expect(performance.now() - before).toBeLessThan(3_000);
    await until('an answer on new connections', async () => (await coverage()).asOf !== undefined);
    await until('the end of the connections that hang', () => hanging.every((socket) => socket.destroyed));
    thaw();
    expect(said).toEqual([expect.stringContaining('nothing came within'), 'The replica answers again.']);
  }, PATIENCE_MS);

  it('come from the primary when what was named as its replica is none', async () => {
    const other = await startTestApplication((databaseUrl) => ({ databaseReplicaUrl: databaseUrl }));
    const { token } = await other.signIn();
    const url = '/analytics/flowpilot/coverage';
    const { body } = await other.inject<CoverageDto>({ method: 'GET', url, token });
    expect(body.window).not.toHaveProperty('as_of');
    expect(said).toEqual([expect.stringContaining('the server follows no other')]);
    await other.stop();
  });
});
