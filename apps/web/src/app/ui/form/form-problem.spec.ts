import { TestBed } from '@angular/core/testing';

import { FormProblem, type FormRefusal } from './form-problem.js';

describe('FormProblem', () => {
  async function shown(problem: Partial<FormRefusal>): Promise<string> {
    const fixture = TestBed.createComponent(FormProblem);
    fixture.componentRef.setInput('problem', { status: 422, detail: 'Not valid.', requestId: 'request-1', errors: [], ...problem });
    await fixture.whenStable();
    return (fixture.nativeElement as HTMLElement).textContent.replace(/\s+/g, ' ').trim();
  }

  it('says what was wrong with each part', async () => {
    const errors = [
      { pointer: '/name', message: 'name must not be blank' },
      { pointer: '/admin/email', message: 'email must be an email.' },
    ];
    expect(await shown({ errors })).toBe('Name must not be blank. Email must be an email.');
  });

  it('names the request of a failure of the server, and of no other', async () => {
    expect(await shown({ status: 500, detail: 'The server failed.' })).toBe('The server failed. Request request-1');
    expect(await shown({ status: 409, detail: 'Another has this name.' })).toBe('Another has this name.');
  });
});
