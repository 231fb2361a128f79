import { getSchemaPath } from '@nestjs/swagger';

import { RecordSessionDto, SessionTransitionDto } from '@flowpilot/contracts';

import { PUBLIC_ACCESS } from '../../auth/access.js';
import { describe as complete, type Operation } from './described-operation.js';

const ACCESS = { ...PUBLIC_ACCESS, public: false };

function operation(dto?: typeof RecordSessionDto | typeof SessionTransitionDto): Operation {
  if (!dto) return { responses: {} };
  const content = { 'application/json': { schema: { $ref: getSchemaPath(dto) } } };
  return { responses: {}, requestBody: { required: true, content } };
}

function statuses(method: string, access = ACCESS, dto?: typeof RecordSessionDto): string[] {
  const described = operation(dto);
  complete(described, method, '/sessions', access);
  return Object.keys(described.responses);
}

describe('a described operation', () => {
  it('names every problem that its kind can answer', () => {
    expect(statuses('get')).toEqual(['401', '403', '422', '429', '503']);
    expect(statuses('delete')).toEqual(['401', '403', '409', '422', '429', '503']);
    expect(statuses('post', ACCESS, RecordSessionDto)).toEqual(['400', '401', '403', '409', '413', '415', '422', '429', '503']);
    expect(statuses('post', PUBLIC_ACCESS, RecordSessionDto)).toEqual(['400', '413', '415', '422', '429', '503']);
  });

  it('says of a body whether it may be left out', () => {
    const due = operation(RecordSessionDto);
    const optional = operation(SessionTransitionDto);
    for (const one of [due, optional]) complete(one, 'post', '/sessions', ACCESS);
    expect([due, optional]).toMatchObject([{ requestBody: { required: true } }, { requestBody: { required: false } }]);
  });
});
