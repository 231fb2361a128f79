import { describe, expect, it } from '@jest/globals';
import { QueryFailedError } from 'typeorm';

import { PinoLogger } from './logger.js';

function logged(write: (logger: PinoLogger) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  write(new PinoLogger('info', { write: (line) => lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('PinoLogger', () => {
  it('writes structured lines with the context they came from', () => {
    expect(logged((logger) => logger.warn({ request: 'r1', status: 503, msg: 'unavailable' }, 'Http'))).toMatchObject([
      { level: 40, context: 'Http', request: 'r1', status: 503, msg: 'unavailable' },
    ]);
  });

  it('never writes the parameters of a failed statement', () => {
    const driverError = Object.assign(new Error('null value in column'), { code: '23502', detail: 'Failing row (hunter2)' });
    const error = new QueryFailedError('insert into users values ($1)', ['hunter2'], driverError);
    const lines = logged((logger) => logger.error({ msg: 'internal_error', err: error }, 'Http'));
    expect(lines).toMatchObject([{ err: { message: 'null value in column', stack: expect.any(String) } }]);
    expect(JSON.stringify(lines)).not.toContain('hunter2');
  });

  it('keeps what the framework says of its start for those who ask', () => {
    expect(logged((logger) => logger.log('Mapped {/users}', 'RouterExplorer'))).toEqual([]);
    expect(logged((logger) => logger.log('loaded', 'Demo'))).toMatchObject([{ msg: 'loaded', context: 'Demo' }]);
  });
});
