import type { FlowDto, Page, PsaActivityDto, SessionDto } from '@flowpilot/contracts';

import type { TestAnswer, TestApplication } from './application.js';

export type StepName = 'resolve' | 'escalate' | 'abandon' | 'reopen';

/** A client that records sessions, with one token. */
export class RecordingClient {
  constructor(
    private readonly application: TestApplication,
    readonly token: string,
  ) {}

  record(payload: object): Promise<TestAnswer<SessionDto>> {
    return this.application.inject({ method: 'POST', url: '/sessions', token: this.token, payload });
  }

  /** The id of a new session. */
  async session(payload: object = {}): Promise<string> {
    return (await this.record(payload)).body.id;
  }

  get(id: string): Promise<TestAnswer<SessionDto>> {
    return this.application.inject({ method: 'GET', url: `/sessions/${id}`, token: this.token });
  }

  update(id: string, payload: object): Promise<TestAnswer<SessionDto>> {
    return this.application.inject({ method: 'PATCH', url: `/sessions/${id}`, token: this.token, payload });
  }

  remove(id: string): Promise<TestAnswer<undefined>> {
    return this.application.inject({ method: 'DELETE', url: `/sessions/${id}`, token: this.token });
  }

  match(id: string, payload: object): Promise<TestAnswer<SessionDto>> {
    return this.application.inject({ method: 'POST', url: `/sessions/${id}/match`, token: this.token, payload });
  }

  step(id: string, name: StepName, payload?: object): Promise<TestAnswer<SessionDto>> {
    return this.application.inject({ method: 'POST', url: `/sessions/${id}/${name}`, token: this.token, payload });
  }

  list(query = ''): Promise<TestAnswer<Page<SessionDto>>> {
    return this.application.inject({ method: 'GET', url: `/sessions${query}`, token: this.token });
  }

  activity(payload: object): Promise<TestAnswer<PsaActivityDto>> {
    return this.application.inject({ method: 'POST', url: '/psa/activities', token: this.token, payload });
  }

  async newFlow(name = 'Flow', given: object = {}): Promise<FlowDto> {
    const payload = { name, tree_type: 'troubleshooting', ...given };
    return (await this.application.inject<FlowDto>({ method: 'POST', url: '/flows', token: this.token, payload })).body;
  }

  async flow(id: string): Promise<FlowDto> {
    return (await this.application.inject<FlowDto>({ method: 'GET', url: `/flows/${id}`, token: this.token })).body;
  }
}
