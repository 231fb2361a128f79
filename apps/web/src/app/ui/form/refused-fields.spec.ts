import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form } from '@angular/forms/signals';

import type { ServerProblem } from '../../core/problem.js';
import { refusedFields } from './refused-fields.js';

function problem(errors: ServerProblem['errors']): ServerProblem {
  return { code: 'validation_failed', status: 422, detail: 'Not valid.', requestId: undefined, retryAt: undefined, errors };
}

describe('refusedFields', () => {
  const fields = TestBed.runInInjectionContext(() => form(signal({ name: '', time_zone: '' })));
  const known = { '/name': fields.name, '/time_zone': fields.time_zone };

  it('gives each field its error, in a sentence', () => {
    const { errors, rest } = refusedFields(problem([{ pointer: '/time_zone', message: 'time_zone must be an IANA time zone' }]), known);
    expect(errors).toEqual([{ kind: 'refused', message: 'Time zone must be an IANA time zone', fieldTree: fields.time_zone }]);
    expect(rest).toBeUndefined();
  });

  it('leaves over what no field stands for', () => {
    const other = { pointer: '/other', message: 'other is unknown' };
    const { errors, rest } = refusedFields(problem([{ pointer: '/name', message: 'name is too long' }, other]), known);
    expect(errors).toHaveLength(1);
    expect(rest?.errors).toEqual([other]);
  });

  it('leaves over a failure that is about no field at all', () => {
    expect(refusedFields(problem([]), known)).toEqual({ errors: [], rest: problem([]) });
  });
});
