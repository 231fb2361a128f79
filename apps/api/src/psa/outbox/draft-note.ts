import { MAX_PSA_TEXT_LENGTH } from '@flowpilot/contracts';

import type { DraftRow } from './push-draft.query.js';

/** The session in words: what it was about, what was followed, how it ended. */
export function draftNote({ summary, problem_domain: domain, status, flow, steps }: DraftRow): string {
  const titles = (steps ?? []).filter(({ kind }) => kind !== 'outcome').map(({ title }) => title);
  const followed = titles.filter((title) => typeof title === 'string').map((title) => `- ${title}`);
  const paragraphs = [
    summary ?? (domain === null ? '' : `Problem: ${domain}`),
    flow === null ? '' : [`Followed “${flow}”:`, ...followed].join('\n').replace(/:$/, '.'),
    status === 'active' ? '' : `Outcome: ${status}.`,
  ];
  return paragraphs.filter((paragraph) => paragraph.trim() !== '').join('\n\n').slice(0, MAX_PSA_TEXT_LENGTH);
}
