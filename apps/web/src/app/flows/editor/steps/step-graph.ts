import { type FlowStep, stepExits } from '@flowpilot/metrics';

/** Where a step leads on: one answer of a question, or an instruction's only way (`option` null). */
export interface StepPlace {
  readonly stepId: string;
  readonly option: number | null;
}

export type Steps = readonly FlowStep[];

export function stepOf(steps: Steps, id: string | undefined): FlowStep | undefined {
  return steps.find((step) => step.id === id);
}

export function samePlace(a: StepPlace | null, b: StepPlace | null): boolean {
  return a?.stepId === b?.stepId && a?.option === b?.option;
}

/** A place as a key of maps and lists. */
export function placeKey({ stepId, option }: StepPlace): string {
  return `${stepId}/${option ?? ''}`;
}

/** Every place of the flow with the id of the step that it leads to, in the order of the steps. */
export function placesOf(steps: Steps): { place: StepPlace; label: string | null; next: string | undefined }[] {
  return steps.flatMap((step) =>
    stepExits(step).map(({ option, label, next }) => ({ place: { stepId: step.id, option }, label, next })),
  );
}

/** The id of the step that stands at a place; null asks for the root. */
export function stepAt(steps: Steps, place: StepPlace | null): string | undefined {
  if (place === null) return steps[0]?.id;
  const owner = stepOf(steps, place.stepId);
  return owner && stepExits(owner).find((exit) => exit.option === place.option)?.next;
}

/** The steps with one place leading elsewhere, or nowhere. */
export function led(steps: Steps, place: StepPlace, next: string | undefined): FlowStep[] {
  return steps.map((step) => (step.id === place.stepId ? ledStep(step, place.option, next) : step));
}

/** The steps with every way to `from` leading to `to` instead; the root is replaced by coming first. */
export function redirected(steps: Steps, from: string, to: string | undefined): FlowStep[] {
  const changed = relinked(steps, (next) => (next === from ? to : next));
  return steps[0]?.id === from ? withRoot(changed, to) : changed;
}

/** The steps with each place leading where `target` says, given where it leads now. */
export function relinked(steps: Steps, target: (next: string | undefined) => string | undefined): FlowStep[] {
  return steps.map((step) =>
    stepExits(step).reduce((current, { option, next }) => {
      const wanted = target(next);
      return wanted === next ? current : ledStep(current, option, wanted);
    }, step),
  );
}

/** The steps with this one as their root. */
export function withRoot(steps: Steps, id: string | undefined): FlowStep[] {
  const root = stepOf(steps, id);
  return root ? [root, ...steps.filter((step) => step !== root)] : [...steps];
}

/** The ids that are reached from these, themselves included. */
export function reachedFrom(steps: Steps, ids: readonly (string | undefined)[]): Set<string> {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const reached = new Set<string>();
  const waiting = [...ids];
  while (waiting.length > 0) {
    const step = byId.get(waiting.pop() ?? '');
    if (!step || reached.has(step.id)) continue;
    reached.add(step.id);
    waiting.push(...stepExits(step).map((exit) => exit.next));
  }
  return reached;
}

/** The ids of the steps from which this one is reached, itself included. */
export function leadingTo(steps: Steps, id: string): Set<string> {
  const owners = new Map<string | undefined, string[]>();
  for (const { place, next } of placesOf(steps)) owners.set(next, [...(owners.get(next) ?? []), place.stepId]);
  const found = new Set<string>();
  const waiting = [id];
  for (let current = waiting.pop(); current !== undefined; current = waiting.pop()) {
    if (found.has(current)) continue;
    found.add(current);
    waiting.push(...(owners.get(current) ?? []));
  }
  return found;
}

/** The ids of the steps that a run of the flow can come to. */
export function reachedFromRoot(steps: Steps): Set<string> {
  return reachedFrom(steps, [steps[0]?.id]);
}

function ledStep(step: FlowStep, option: number | null, next: string | undefined): FlowStep {
  if (option === null) return withNext(step, next);
  const options = step.options?.map((given, index) => (index === option ? withNext(given, next) : given));
  return { ...step, options };
}

/** Without the key when nothing follows, so that equal steps look equal. */
function withNext<Owner extends { next?: string }>(owner: Owner, next: string | undefined): Owner {
  const { next: _previous, ...rest } = owner;
  return (next === undefined ? rest : { ...rest, next }) as Owner;
}
