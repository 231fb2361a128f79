import type { Page } from '@playwright/test';

import * as act from './screen-acts.ts';
import { CONNECTION, DRIFT_ENTRIES, INVITED, KEYS, MEMBERS, PUSHES, SET_UP } from './screen-answers.ts';

/** What is photographed, and looked through by axe. A new screen or state is a line. */
export interface Screen {
  /** Of the file: `coverage.error`. What stands before the point is the place. */
  readonly name: string;
  readonly path: string;
  /** Who looks; `nobody` is not logged in, `newcomer` administers an account without anything. */
  readonly as?: Looker;
  /** Before the page is opened, such as a server that fails. */
  readonly given?: (page: Page) => Promise<void>;
  /** After the page is opened, such as a dialog that is opened. */
  readonly then?: (page: Page) => Promise<void>;
  /** What says that the page is there, where it is not the network's silence. */
  readonly shows?: string;
}

export type Looker = 'admin' | 'engineer' | 'newcomer' | 'nobody';

/** A page, and the answer without which it has nothing to show. */
interface Place {
  readonly path: string;
  readonly answer: string;
  readonly as?: Looker;
  readonly shows?: string;
}

const UNKNOWN_ID = '019ab2f3-5a7c-7e11-9d40-1f2e3d4c5b6a';
const PLOT = '.plot svg';

const PLACES = {
  overview: { path: '/analytics/overview?period=30d', answer: '**/analytics/flowpilot?*', shows: PLOT },
  coverage: { path: '/analytics/coverage?period=30d', answer: '**/analytics/flowpilot/coverage?*' },
  'flow-quality': { path: '/analytics/flow-quality?period=30d', answer: '**/analytics/flowpilot/flow-quality?*' },
  psa: { path: '/analytics/psa?period=30d', answer: '**/analytics/flowpilot/psa-metrics?*', shows: PLOT },
  flows: { path: '/flows', answer: '**/api/v1/flows?*' },
  sessions: { path: '/sessions', answer: '**/api/v1/sessions?*' },
  pushes: { path: '/psa/pushes', answer: '**/api/v1/psa/pushes?*' },
  unlogged: { path: '/psa/unlogged?period=30d', answer: '**/api/v1/psa/unlogged?*' },
  activities: { path: '/psa/activities', answer: '**/api/v1/psa/activities?*' },
  drift: { path: '/psa/drift?period=30d', answer: '**/api/v1/psa/drift/entries?*' },
  account: { path: '/settings/account', answer: '**/api/v1/account' },
  people: { path: '/settings/people', answer: '**/api/v1/users?*' },
  'api-keys': { path: '/settings/api-keys', answer: '**/api/v1/api-keys?*' },
  jobs: { path: '/settings/jobs', answer: '**/api/v1/jobs' },
  connection: { path: '/settings/psa', answer: '**/api/v1/psa/connection' },
  import: { path: '/settings/import', answer: '**/api/v1/imports?*' },
} as const satisfies Record<string, Place>;

/** With its timeline: the refusal of one would end the page that waits for the other. */
const session: Place = { path: `/sessions/${UNKNOWN_ID}`, answer: `**/api/v1/sessions/${UNKNOWN_ID}{,/timeline}` };
const flow: Place = { path: `/flows/${UNKNOWN_ID}/edit`, answer: `**/api/v1/flows/${UNKNOWN_ID}` };
const invitation: Place = { path: '/accept-invitation#an-unknown-link', answer: '**/api/v1/auth/invitation', as: 'nobody' };

export const SCREENS: readonly Screen[] = [
  { name: 'log-in', path: '/login', as: 'nobody' },
  { name: 'log-in.refused', path: '/login', as: 'nobody', then: act.refused },
  { name: 'set-up', path: '/login', as: 'nobody', given: (page) => act.given(page, '**/api/v1/setup', SET_UP) },
  { name: 'invitation', path: invitation.path, as: 'nobody', given: (page) => act.given(page, invitation.answer, INVITED) },
  { name: 'invitation.ended', path: invitation.path, as: 'nobody' },
  { name: 'invitation.loading', path: invitation.path, as: 'nobody', shows: '[role=status]', given: (page) => act.unanswered(page, invitation.answer) },
  ...failing('invitation', invitation),
  ...Object.entries(PLACES).flatMap(([name, place]) => states(name, place)),
  { name: 'flow.new', path: '/flows/new' },
  { name: 'flow.editor', path: '/flows', then: act.firstFlow },
  { name: 'flow.loading', path: flow.path, shows: '.sk', given: (page) => act.unanswered(page, flow.answer) },
  ...failing('flow', flow),
  { name: 'flow.unknown', path: flow.path },
  { name: 'flow.versions', path: '/flows', then: (page) => act.firstFlow(page).then(() => act.dialogOpened(page, /^Version \d+/)) },
  { name: 'flow.read', path: '/flows', as: 'engineer', then: act.firstFlow },
  { name: 'session', path: '/sessions', then: act.firstSession },
  { name: 'session.loading', path: session.path, shows: '.sk', given: (page) => act.unanswered(page, session.answer) },
  ...failing('session', session),
  { name: 'session.unknown', path: session.path },
  ...['Edit details', 'Resolve', 'Escalate'].map(
    (step): Screen => ({
      name: `session.${step.toLowerCase().replace(' ', '-')}`,
      path: '/sessions?status=active',
      then: (page) => act.firstSession(page).then(() => act.dialogOpened(page, step)),
    }),
  ),
  { name: 'sessions.filters', path: '/sessions?status=escalated', then: act.filterOpened },
  { name: 'sessions.none', path: '/sessions?client=Nobody' },
  { name: 'sessions.own', path: '/sessions', as: 'engineer' },
  { name: 'pushes.full', path: PLACES.pushes.path, given: (page) => act.given(page, PLACES.pushes.answer, PUSHES) },
  { name: 'drift.full', path: PLACES.drift.path, given: (page) => act.given(page, PLACES.drift.answer, DRIFT_ENTRIES) },
  { name: 'api-keys.full', path: PLACES['api-keys'].path, given: (page) => act.given(page, PLACES['api-keys'].answer, KEYS) },
  { name: 'account.password', path: PLACES.account.path, then: act.passwordAsked },
  { name: 'connection.full', path: PLACES.connection.path, given: connected },
  { name: 'people.invite', path: PLACES.people.path, then: (page) => act.dialogOpened(page, 'Invite a person') },
  { name: 'api-keys.create', path: PLACES['api-keys'].path, then: (page) => act.dialogOpened(page, 'Create an API key') },
  { name: 'first-run', path: '/analytics/overview', as: 'newcomer', shows: 'pre' },
  ...(['coverage', 'flow-quality', 'psa', 'flows', 'sessions', 'unlogged', 'activities', 'people'] as const).map(
    (name): Screen => ({ name: `${name}.empty`, path: PLACES[name].path, as: 'newcomer' }),
  ),
  { name: 'overview.stale', path: PLACES.overview.path, shows: PLOT, then: (page) => act.stale(page, PLACES.overview.answer) },
  { name: 'overview.range', path: PLACES.overview.path, shows: PLOT, then: (page) => act.dialogOpened(page, 'Custom') },
  { name: 'overview.explained', path: PLACES.overview.path, shows: PLOT, then: act.explained },
  { name: 'overview.offline', path: PLACES.overview.path, shows: PLOT, then: act.offline },
  { name: 'coverage.wait', path: PLACES.coverage.path, given: (page) => act.answered(page, PLACES.coverage.answer, 429) },
  { name: 'coverage.log-in-again', path: '/analytics/coverage', then: act.logInEnded },
  { name: 'flows.shortcuts', path: '/flows', then: (page) => page.keyboard.press('?').then(() => page.getByRole('dialog').waitFor()) },
  { name: 'import.columns', path: PLACES.import.path, then: act.ticketsChosen },
  { name: 'import.foretold', path: PLACES.import.path, then: act.ticketsChecked },
  { name: 'not-found', path: '/no/such/page', as: 'engineer' },
  { name: 'no-access', path: '/analytics/overview', as: 'engineer' },
];

/** A page as it is, while it loads, and when it cannot be loaded. */
function states(name: string, place: Place): Screen[] {
  const { path, answer, shows } = place;
  return [
    { name, path, ...(shows !== undefined && { shows }) },
    { name: `${name}.loading`, path, shows: '.sk', given: (page) => act.unanswered(page, answer) },
    ...failing(name, place),
  ];
}

function failing(name: string, { path, answer, as }: Place): Screen[] {
  return [{ name: `${name}.error`, path, shows: '[role=alert]', ...(as && { as }), given: (page) => act.answered(page, answer, 500) }];
}

async function connected(page: Page): Promise<void> {
  await act.given(page, PLACES.connection.answer, CONNECTION);
  await act.given(page, '**/api/v1/psa/members', MEMBERS);
}
