import type { AccountDto, UpdateAccountDto } from '@flowpilot/contracts';

/** What the form holds; a number is null while its field is empty. */
export interface AccountDraft {
  name: string;
  time_zone: string;
  min_sample: number | null;
  unlogged_after_hours: number | null;
}

export function draftOf({ name, time_zone, min_sample, unlogged_after_hours }: AccountDto): AccountDraft {
  return { name, time_zone, min_sample, unlogged_after_hours };
}

/** The body of `PATCH /account`: only what differs from what is stored. */
export function changesOf(draft: AccountDraft, stored: AccountDraft): UpdateAccountDto {
  const changes: UpdateAccountDto = {};
  if (draft.name.trim() !== stored.name) changes.name = draft.name.trim();
  if (draft.time_zone !== stored.time_zone) changes.time_zone = draft.time_zone;
  if (draft.min_sample !== null && draft.min_sample !== stored.min_sample) changes.min_sample = draft.min_sample;
  if (draft.unlogged_after_hours !== null && draft.unlogged_after_hours !== stored.unlogged_after_hours) {
    changes.unlogged_after_hours = draft.unlogged_after_hours;
  }
  return changes;
}

/** Whether leaving now would lose something. */
export function differs(draft: AccountDraft, stored: AccountDraft): boolean {
  return (Object.keys(stored) as (keyof AccountDraft)[]).some((field) => draft[field] !== stored[field]);
}
