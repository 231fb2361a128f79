import type { SessionFilterDto } from '@flowpilot/contracts';
import { domainKey, type FunnelStep } from '@flowpilot/metrics';

import type { Actor } from '../../auth/index.js';
import { type AccountWindow, askedStretch } from '../../window/index.js';
import {
  DOC_PUSHED,
  IN_STATUS,
  IN_TIER,
  inWindow,
  LINKED_TO_TICKET,
  LOST_AFTER,
  MATCHED,
  SKIPPED_A_STEP,
  TIME_ENTRY_LOGGED,
  UNMAPPED,
  unlogged,
  WITH_CONFIDENCE,
  withTimeEntryIn,
} from './session-predicates.js';

/** Binds a value to the statement and answers its placeholder. */
export type Bind = (value: unknown) => string;

const STEPS: Readonly<Record<FunnelStep, string>> = {
  linked_to_ticket: LINKED_TO_TICKET,
  doc_pushed: DOC_PUSHED,
  time_entry_logged: TIME_ENTRY_LOGGED,
};

/** The conditions on `sessions` that the window and the filter state; all must hold. */
export function sessionConditions(
  actor: Actor,
  window: AccountWindow,
  filter: SessionFilterDto,
  bind: Bind,
): string[] {
  const account = bind(actor.accountId);
  return [
    `sessions.account_id = ${account}::uuid`,
    ...(filter.lifetime ? [] : [ofTheTime(account, window, filter, bind)]),
    ...(actor.ownSessionsOnly ? [`sessions.user_id = ${bind(actor.id)}::uuid`] : []),
    ...ofTheProblem(filter, bind),
    ...ofTheWork(filter, bind),
    ...ofThePsa(filter),
    ...(filter.unlogged ? [unlogged(bind(window.now), bind(window.unloggedAfterHours))] : []),
  ];
}

function ofTheTime(account: string, window: AccountWindow, filter: SessionFilterDto, bind: Bind): string {
  const stretch = askedStretch(window, filter);
  const [from, to] = [bind(stretch.from), bind(stretch.to)];
  return filter.entry_in_window ? withTimeEntryIn(account, from, to) : inWindow(from, to);
}

function ofTheProblem(filter: SessionFilterDto, bind: Bind): string[] {
  return [
    ...(filter.domain === undefined ? [] : [`sessions.domain_key = ${bind(domainKey(filter.domain))}::text`]),
    ...(filter.unmapped ? [UNMAPPED] : []),
    ...(filter.client === undefined ? [] : [`sessions.client = ${bind(filter.client)}::text`]),
  ];
}

function ofTheWork(filter: SessionFilterDto, bind: Bind): string[] {
  const { flow_id: flowId, user_id: userId, status, confidence_tier: tiers } = filter;
  return [
    ...(flowId === undefined ? [] : [`sessions.matched_flow_id = ${bind(flowId)}::uuid`]),
    ...(userId === undefined ? [] : [`sessions.user_id = ${bind(userId)}::uuid`]),
    ...(filter.matched ? [MATCHED] : []),
    ...(filter.has_confidence ? [WITH_CONFIDENCE] : []),
    ...(status === undefined ? [] : [either(status.map((each) => IN_STATUS[each]))]),
    ...(tiers === undefined ? [] : [either(tiers.map((each) => IN_TIER[each]))]),
  ];
}

function ofThePsa(filter: SessionFilterDto): string[] {
  return [
    ...(filter.step === undefined ? [] : [STEPS[filter.step]]),
    ...(filter.lost_after === undefined ? [] : [LOST_AFTER[filter.lost_after]]),
    ...(filter.skipped_a_step ? [SKIPPED_A_STEP] : []),
  ];
}

function either(conditions: readonly string[]): string {
  return conditions.length === 0 ? 'false' : conditions.join(' or ');
}
