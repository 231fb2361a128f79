import type { ConnectWiseStandIn } from '@flowpilot/testing';

import { Settings, type PsaSettings } from '../src/config/settings.js';

/** What connects an account to the stand-in. */
export function connectWiseInput(standIn: ConnectWiseStandIn, changes: object = {}) {
  const { company, clientId, apiMember } = standIn.state;
  return {
    provider: 'connectwise',
    base_url: standIn.url,
    company,
    public_key: apiMember.publicKey,
    private_key: apiMember.privateKey,
    client_id: clientId,
    default_member_id: '201',
    ...changes,
  };
}

/** Short waits, and this machine may be reached. */
export function testPsaSettings(changes: Partial<PsaSettings> = {}): PsaSettings {
  const { psa } = new Settings({ jwtSecret: '', encryptionKey: '' });
  return {
    ...psa,
    allowPrivateAddresses: true,
    timeoutMs: 600,
    quietMs: 250,
    retryBaseMs: 20,
    pollMs: 20,
    ...changes,
  };
}
