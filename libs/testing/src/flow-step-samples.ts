import type { FlowStep } from '@flowpilot/metrics';

/** Steps for specs: a question with its answers and where each leads. */
export function question(id: string, answers: Record<string, string | undefined>): FlowStep {
  const options = Object.entries(answers).map(([label, next]) => (next === undefined ? { label } : { label, next }));
  return { id, kind: 'question', title: `Is it ${id}?`, options };
}

export function instruction(id: string, next?: string): FlowStep {
  return { id, kind: 'instruction', title: `Do ${id}`, ...(next === undefined ? {} : { next }) };
}

export function outcome(id: string): FlowStep {
  return { id, kind: 'outcome', title: 'Resolved', outcome: 'resolved' };
}

/** A flow of seven steps; the last one is unfinished. */
export function vpnSteps(): FlowStep[] {
  return [
    { ...question('networks', { Yes: 'update', 'Only at home': 'wired' }), title: 'Does it drop on every network?' },
    { ...instruction('update', 'still'), title: 'Update the client' },
    { ...question('still', { No: 'resolved', Yes: 'force' }), title: 'Still dropping?' },
    outcome('resolved'),
    { ...instruction('force', 'escalated'), title: 'Force TCP 443' },
    { id: 'escalated', kind: 'outcome', title: 'Escalated', outcome: 'escalated' },
    { ...instruction('wired'), title: 'Ask for a wired test' },
  ];
}
