import type { PsaConnectionDto, PsaConnectionInputDto } from '@flowpilot/contracts';
import type { PsaProviderName } from '@flowpilot/metrics';

/** What the form holds; a number is null while its field is empty, a secret is empty while it is not replaced. */
export interface ConnectionDraft {
  provider: PsaProviderName;
  base_url: string;
  company: string;
  client_id: string;
  public_key: string;
  private_key: string;
  signing_secret: string;
  default_member_id: string;
  use_default_member: boolean;
  time_increment_minutes: number | null;
  requests_per_minute: number | null;
}

const NEW: ConnectionDraft = {
  provider: 'connectwise',
  base_url: '',
  company: '',
  client_id: '',
  public_key: '',
  private_key: '',
  signing_secret: '',
  default_member_id: '',
  use_default_member: false,
  time_increment_minutes: 15,
  requests_per_minute: null,
};

/** A draft of what is stored, without its secrets; of a new connection when there is none. */
export function draftOf(stored: PsaConnectionDto | null): ConnectionDraft {
  if (stored === null) return NEW;
  return {
    ...NEW,
    provider: stored.provider,
    base_url: stored.base_url,
    company: stored.company ?? '',
    client_id: stored.client_id ?? '',
    default_member_id: stored.default_member_id ?? '',
    use_default_member: stored.use_default_member,
    time_increment_minutes: stored.time_increment_minutes,
    requests_per_minute: stored.requests_per_minute,
  };
}

/** The request that the draft makes: what the provider has, and only those secrets that were typed. */
export function requestOf(draft: ConnectionDraft): PsaConnectionInputDto {
  const { provider, time_increment_minutes: increment, requests_per_minute } = draft;
  const base = {
    provider,
    base_url: draft.base_url.trim(),
    ...(increment !== null && { time_increment_minutes: increment }),
    requests_per_minute,
  };
  if (provider === 'webhook') return { ...base, ...typed('signing_secret', draft.signing_secret) };
  return {
    ...base,
    company: draft.company.trim(),
    client_id: draft.client_id.trim(),
    ...typed('public_key', draft.public_key),
    ...typed('private_key', draft.private_key),
    default_member_id: draft.default_member_id.trim() === '' ? null : draft.default_member_id.trim(),
    use_default_member: draft.use_default_member,
  };
}

/** Whether the stored secrets go to where the draft sends them; elsewhere they have to be typed again. */
export function keepsSecrets({ provider, base_url: address, company }: ConnectionDraft, stored: PsaConnectionDto | null): boolean {
  if (stored?.provider !== provider) return false;
  return bare(address) === bare(stored.base_url) && (provider === 'webhook' || company.trim() === stored.company);
}

/** Whether leaving now would lose something. */
export function differs(draft: ConnectionDraft, stored: PsaConnectionDto | null): boolean {
  const before = draftOf(stored);
  return (Object.keys(before) as (keyof ConnectionDraft)[]).some((field) => draft[field] !== before[field]);
}

function typed(field: 'public_key' | 'private_key' | 'signing_secret', secret: string) {
  return secret === '' ? {} : { [field]: secret };
}

function bare(address: string): string {
  return address.trim().replace(/\/+$/, '').toLowerCase();
}
