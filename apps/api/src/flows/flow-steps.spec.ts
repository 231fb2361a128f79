import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { FlowDetailDto, FlowDto, Page, ProblemDto } from '@flowpilot/contracts';
import { type FlowStep, MAX_FLOW_STEPS } from '@flowpilot/metrics';
import { instruction, outcome, question, vpnSteps } from '@flowpilot/testing';

import { type SignedIn, startTestApplication, type TestApplication } from '../../test/application.js';

describe('the steps of a flow', () => {
  let application: TestApplication;
  let admin: SignedIn;

  beforeAll(async () => {
    application = await startTestApplication();
  });
  afterAll(() => application.stop());
  beforeEach(async () => {
    admin = await application.signIn('team_admin');
  });

  const whole = (): FlowStep[] => [...vpnSteps().slice(0, -1), { ...instruction('wired', 'resolved'), body: 'With a cable.' }];
  const create = <Body = FlowDetailDto>(given: object = {}) =>
    application.inject<Body>({
      method: 'POST',
      url: '/flows',
      token: admin.token,
      payload: { name: 'VPN drops', tree_type: 'troubleshooting', ...given },
    });
  const patch = <Body = FlowDetailDto>(id: string, payload: object) =>
    application.inject<Body>({ method: 'PATCH', url: `/flows/${id}`, token: admin.token, payload });
  const get = (id: string) => application.inject<FlowDetailDto>({ method: 'GET', url: `/flows/${id}`, token: admin.token });
  const pointers = ({ body }: { body: ProblemDto }) => body.errors?.map(({ pointer }) => pointer);

  it('are kept with the flow, in their order, and shown with it', async () => {
    const { status, body } = await create({ steps: whole() });
    expect(status).toBe(201);
    expect(body.steps).toEqual(whole());
    expect((await get(body.id)).body.steps).toEqual(whole());
  });

  it('are left out of lists', async () => {
    await create({ steps: whole() });
    const { body } = await application.inject<Page<FlowDto>>({ method: 'GET', url: '/flows', token: admin.token });
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).not.toHaveProperty('steps');
  });

  it('make a version when they change, and none when they are sent again', async () => {
    const { body: flow } = await create({ steps: whole() });
    expect((await patch(flow.id, { steps: whole() })).body.version).toBe(1);
    const changed = whole().map((step) => ({ ...step, title: `${step.title}!` }));
    expect((await patch(flow.id, { steps: changed })).body).toMatchObject({ version: 2, steps: changed });
    expect((await patch(flow.id, { description: 'Often.' })).body).toMatchObject({ version: 2, steps: changed });
    expect((await patch(flow.id, { steps: [] })).body).toMatchObject({ version: 3, steps: [] });
  });

  it('may be unfinished while the flow is inactive', async () => {
    const unfinished = [question('a', { Yes: undefined, No: 'gone' }), { ...instruction('b', 'a'), title: '' }, outcome('c')];
    const { status, body: flow } = await create({ steps: unfinished, is_active: false });
    expect(status).toBe(201);
    const activation = await patch<ProblemDto>(flow.id, { is_active: true });
    expect(activation.status).toBe(422);
    expect(activation.body.code).toBe('validation_failed');
    expect(pointers(activation)).toEqual([
      '/steps/0/options/0/next',
      '/steps/0/options/1/next',
      '/steps/1/title',
      '/steps/1',
      '/steps/2',
    ]);
    expect((await get(flow.id)).body).toMatchObject({ is_active: false, version: 1 });
    expect((await patch(flow.id, { is_active: true, steps: whole() })).body).toMatchObject({ is_active: true, version: 2 });
  });

  it('cannot become unfinished while the flow is active', async () => {
    const { body: flow } = await create({ steps: whole() });
    const answer = await patch<ProblemDto>(flow.id, { steps: vpnSteps() });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual([{ pointer: '/steps/6/next', message: 'nothing follows here' }]);
    expect((await get(flow.id)).body).toMatchObject({ version: 1, steps: whole() });
    expect((await patch(flow.id, { steps: vpnSteps(), is_active: false })).status).toBe(200);
  });

  it.each<[string, unknown, string]>([
    ['a loop', [question('a', { Yes: 'b', No: 'c' }), instruction('b', 'a'), outcome('c')], '/steps/1/next'],
    ['a step that is not reached', [outcome('a'), outcome('b')], '/steps/1'],
    ['an unknown next', [question('a', { Yes: 'b', No: 'zz' }), outcome('b')], '/steps/0/options/1/next'],
    ['one option', [question('a', { Yes: 'b' }), outcome('b')], '/steps/0/options'],
    ['no outcome', [{ id: 'a', kind: 'outcome', title: 'End' }], '/steps/0/outcome'],
  ])('of an active flow are refused with %s', async (_, steps, pointer) => {
    expect(pointers(await create<ProblemDto>({ steps }))).toEqual([pointer]);
    expect((await create({ steps, is_active: false })).status).toBe(201);
  });

  it.each<[string, unknown, string]>([
    ['an id used twice', [instruction('a', 'b'), outcome('b'), outcome('b')], '/steps/2/id'],
    ['a field of another kind', [{ ...outcome('a'), next: 'a' }], '/steps/0/next'],
    ['too many options', [question('a', Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`${n}`, 'b'])))], '/steps/0/options'],
    ['too many steps', Array.from({ length: MAX_FLOW_STEPS + 1 }, (_, n) => outcome(`s${n}`)), '/steps'],
    ['an unknown kind', [{ id: 'a', kind: 'loop', title: 'Again' }], '/steps/0/kind'],
    ['an unknown field', [{ ...outcome('a'), colour: 'red' }], '/steps/0/colour'],
    ['an unknown field of an option', [{ ...question('a', {}), options: [{ label: 'Yes', goto: 'b' }] }], '/steps/0/options/0/goto'],
    ['a label that is no text', [{ ...question('a', {}), options: [{ label: 1 }] }], '/steps/0/options/0/label'],
    ['a title that is too long', [{ ...outcome('a'), title: 'x'.repeat(201) }], '/steps/0/title'],
    ['a step that is none', ['a'], '/steps/0'],
    ['no list', { 0: outcome('a') }, '/steps'],
    ['null', null, '/steps'],
    ['NUL', [{ ...outcome('a'), title: 'a\0b' }], '/steps/0/title'],
  ])('are refused with %s, active or not', async (_, steps, pointer) => {
    expect(pointers(await create<ProblemDto>({ steps, is_active: false }))).toContain(pointer);
  });

  it('take the largest flow', async () => {
    const chain = Array.from({ length: MAX_FLOW_STEPS }, (_, n) =>
      n === MAX_FLOW_STEPS - 1 ? outcome(`s${n}`) : { ...instruction(`s${n}`, `s${n + 1}`), body: 'How to do it. '.repeat(40) },
    );
    const { status, body } = await create({ steps: chain });
    expect(status).toBe(201);
    expect(body.steps).toHaveLength(MAX_FLOW_STEPS);
  });

  describe('changed by two at once', () => {
    it('are refused to the second, who names the version that it worked on', async () => {
      const { body: flow } = await create({ steps: whole() });
      expect((await patch(flow.id, { name: 'VPN', version: 1 })).body.version).toBe(2);
      const late = await patch<ProblemDto>(flow.id, { steps: [], version: 1 });
      expect(late).toMatchObject({ status: 409, body: { code: 'conflict' } });
      expect((await get(flow.id)).body.steps).toEqual(whole());
      expect((await patch(flow.id, { steps: [], version: 2 })).body.version).toBe(3);
      expect((await patch(flow.id, { name: 'Unsaid' })).body.version).toBe(4);
    });

    it('lets one of racing changes through', async () => {
      const { body: flow } = await create({ steps: whole() });
      const answers = await Promise.all(Array.from({ length: 6 }, (_, n) => patch(flow.id, { name: `Name ${n}`, version: 1 })));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409, 409]);
    });

    it('refuses a version that is none', async () => {
      const { body: flow } = await create();
      for (const version of [0, 1.5, '1', null]) expect((await patch(flow.id, { version })).status).toBe(422);
    });
  });
});
