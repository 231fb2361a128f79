import { type FlowTally, selectFlows, tallyFlows } from './flow-selection.js';
import type { Survey } from './survey.js';
import type { TimeReader } from './time-reader.js';

/** The flows to make for a file, each as old as the first session that names it and that the server takes, shifted. */
export function wantedFlows(survey: Survey, times: TimeReader, mostFrequent: number | null): FlowTally[] {
  return selectFlows(tallyFlows(shifted(survey, times)), mostFrequent);
}

function* shifted(survey: Survey, times: TimeReader) {
  for (const { flow, created, newest } of survey.finalRows.values()) {
    if (flow === null) continue;
    const session = { flow, created: times.shifted(created) };
    if (times.takes(session.created) && times.takes(times.shifted(newest))) yield session;
  }
}
