import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { DataSource } from 'typeorm';

import type { ProblemDto } from '@flowpilot/contracts';

import { startTestApplication, type TestApplication, type TestRequest } from '../../test/application.js';
import { ACCESS, PUBLIC_ACCESS } from '../auth/access.js';
import { HealthController } from '../health/health.controller.js';
import { HealthService } from '../health/health.service.js';

const JSON_TYPE = { 'content-type': 'application/json' };

describe('problems', () => {
  let application: TestApplication;
  let token: string;

  beforeAll(async () => {
    application = await startTestApplication();
    ({ token } = await application.signIn());
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });
  afterAll(() => application.stop());

  const send = (request: Partial<TestRequest>) =>
    application.inject<ProblemDto>({ method: 'POST', url: '/auth/login', ...request });

  it('have the shape of RFC 9457, a stable code and the id of the request', async () => {
    const answer = await send({ method: 'GET', url: '/account' });
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toEqual({
      type: 'urn:flowpilot:problem:unauthenticated',
      title: expect.any(String),
      status: 401,
      detail: expect.any(String),
      code: 'unauthenticated',
      instance: answer.headers['x-request-id'],
    });
  });

  it.each<[string, number, string, Partial<TestRequest>]>([
    ['a body that is not JSON', 400, 'malformed_request', { payload: '{"email":', headers: JSON_TYPE }],
    ['a body that is not UTF-8', 400, 'malformed_request', { payload: Buffer.from([0x22, 0xff, 0x22]), headers: JSON_TYPE }],
    ['a poisoned prototype', 400, 'malformed_request', { payload: '{"__proto__":{"a":1}}', headers: JSON_TYPE }],
    ['another media type', 415, 'unsupported_media_type', { payload: 'a=1', headers: { 'content-type': 'text/plain' } }],
    ['a form', 415, 'unsupported_media_type', { payload: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    ['lines where an object is due', 415, 'unsupported_media_type', { payload: '{}', headers: { 'content-type': 'application/x-ndjson' } }],
    ['no media type', 415, 'unsupported_media_type', { payload: Buffer.from('{}') }],
    ['a body of more than 1 MiB', 413, 'payload_too_large', { payload: { email: 'x'.repeat(1_048_577), password: 'y' } }],
    ['no body', 422, 'validation_failed', {}],
    ['an empty body', 422, 'validation_failed', { payload: '', headers: JSON_TYPE }],
    ['a list', 422, 'validation_failed', { payload: '[]', headers: JSON_TYPE }],
    ['a text', 422, 'validation_failed', { payload: '"text"', headers: JSON_TYPE }],
    ['null', 422, 'validation_failed', { payload: 'null', headers: JSON_TYPE }],
    ['deep nesting', 422, 'validation_failed', { payload: `{"email":${'['.repeat(5000)}${']'.repeat(5000)}}`, headers: JSON_TYPE }],
    ['very deep nesting', 422, 'validation_failed', { payload: `{"email":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, headers: JSON_TYPE }],
    ['very many values', 422, 'validation_failed', { payload: `{"email":[${'0,'.repeat(400_000)}0]}`, headers: JSON_TYPE }],
    ['an unknown route', 404, 'not_found', { url: '/nothing' }],
    ['another method', 405, 'method_not_allowed', { method: 'DELETE', url: '/auth/login' }],
    ['a malformed address', 400, 'malformed_request', { method: 'GET', url: '/users/%zz' }],
    ['a very long id', 404, 'not_found', { method: 'GET', url: `/flows/${'a'.repeat(500)}` }],
  ])('tell of %s', async (_, status, code, request) => {
    const answer = await send(request);
    expect(answer).toMatchObject({ status, body: { status, code } });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.text).not.toMatch(/node_modules|\.js:|FST_|at Object/);
  });

  it('name the methods that an address takes', async () => {
    expect((await send({ method: 'PUT', url: '/users/123' })).headers.allow).toBe('PATCH, DELETE');
  });

  it.each<[string, object, string]>([
    ['NUL in a value', { name: 'a\0b' }, '/name'],
    ['half a surrogate pair', { name: 'a\ud800b' }, '/name'],
    ['NUL in a name', { 'na\0me': 'x' }, ''],
  ])('point at text that cannot be stored: %s', async (_, payload, pointer) => {
    const answer = await application.inject({ method: 'POST', url: '/categories', token, payload });
    expect(answer).toMatchObject({ status: 422, body: { code: 'validation_failed', errors: [{ pointer }] } });
  });

  it.each<[string, object, string]>([
    ['/categories', { name: 5 }, 'name must be a string'],
    ['/categories', {}, 'name must be a string'],
    ['/flows', { name: ['x'], tree_type: 'procedural' }, 'name must be a string'],
    ['/flows', { name: 'x', tree_type: 'procedural', steps: {} }, 'steps must be an array'],
    ['/sessions', { match_confidence: 'high' }, 'match_confidence must be a number conforming to the specified constraints'],
  ])('call a wrong type one: %s %j', async (url, payload, message) => {
    const answer = await application.inject<ProblemDto>({ method: 'POST', url, token, payload });
    expect(answer).toMatchObject({ status: 422, body: { detail: message, errors: [{ message }] } });
  });

  it.each<[string, TestRequest['method'], string]>([
    ['null', 'POST', '/sessions'],
    ['[]', 'POST', '/sessions'],
    ['"text"', 'POST', '/sessions'],
    ['', 'POST', '/sessions'],
    ['null', 'PATCH', '/account'],
    ['', 'PATCH', '/account'],
    ['null', 'PUT', '/psa/connection'],
    ['null', 'POST', `/sessions/${randomUUID()}/resolve`],
    ['[]', 'POST', `/sessions/${randomUUID()}/reopen`],
  ])('refuse a body that is no object: %j to %s %s', async (payload, method, url) => {
    const answer = await application.inject<ProblemDto>({ method, url, token, payload, headers: JSON_TYPE });
    const message = 'The body must be a JSON object.';
    expect(answer).toMatchObject({ status: 422, body: { code: 'validation_failed', errors: [{ pointer: '', message }] } });
  });

  it('refuse no body at all where an object is due, and make nothing of it', async () => {
    const answer = await application.inject({ method: 'POST', url: '/sessions', token });
    expect(answer).toMatchObject({ status: 422, body: { code: 'validation_failed' } });
    expect(await application.database.query('select from sessions')).toEqual([]);
  });

  it('tell of a query that a route does not read, field by field', async () => {
    const answer = await application.inject<ProblemDto>({ method: 'GET', url: '/account?bogus=1&other=2', token });
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'validation_failed', errors: [{ pointer: 'bogus', message: 'bogus is not a known field' }, { pointer: 'other' }] },
    });
  });

  it('refuse such text in addresses, and take every other', async () => {
    const query = await application.inject({ method: 'GET', url: '/users?cursor=%00', token });
    expect(query).toMatchObject({ status: 422, body: { errors: [{ pointer: 'cursor' }] } });
    expect((await application.inject({ method: 'GET', url: '/flows/%00', token })).status).toBe(422);
    const payload = { name: '🩺 Ünïcode \u2028 \t' };
    expect((await application.inject({ method: 'POST', url: '/categories', token, payload })).status).toBe(201);
  });

  it('tell nothing of an unexpected failure but its id', async () => {
    jest.spyOn(application.app.get(HealthService), 'assertReady').mockRejectedValue(new Error('secret detail'));
    const answer = await send({ method: 'GET', url: '/health/ready' });
    expect(answer).toMatchObject({ status: 500, body: { code: 'internal_error' } });
    expect(answer.text).not.toContain('secret');
  });

  it('refuse a route that declares no access to everyone', async () => {
    Reflect.deleteMetadata(ACCESS, HealthController);
    try {
      for (const who of [undefined, token, (await application.signIn('super_admin')).token]) {
        const answer = await application.inject({ method: 'GET', url: '/health/live', token: who });
        expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
      }
    } finally {
      Reflect.defineMetadata(ACCESS, PUBLIC_ACCESS, HealthController);
    }
    expect((await send({ method: 'GET', url: '/health/live' })).status).toBe(200);
  });
});

describe('a database that is gone', () => {
  it('is 503, says when to try again, and shows in the readiness only', async () => {
    const application = await startTestApplication();
    try {
      const { token } = await application.signIn();
      await dropUnder(application);
      const answer = await application.inject({ method: 'GET', url: '/account', token });
      expect(answer).toMatchObject({ status: 503, body: { code: 'unavailable' }, headers: { 'retry-after': '5' } });
      expect((await application.inject({ method: 'GET', url: '/health/ready' })).status).toBe(503);
      expect((await application.inject({ method: 'GET', url: '/health/live' })).status).toBe(200);
    } finally {
      await application.stop();
    }
  });
});

async function dropUnder(application: TestApplication): Promise<void> {
  const url = new URL(application.databaseUrl);
  const name = url.pathname.slice(1);
  url.pathname = '/postgres';
  const server = new DataSource({ type: 'postgres', url: url.href });
  await server.initialize();
  await server.query(`drop database ${name} with (force)`);
  await server.destroy();
}
