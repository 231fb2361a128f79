import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { Settings } from '../../config/settings.js';

const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + IV_BYTES + TAG_BYTES;

/** The secrets were sealed with another key, or for another account. */
export class UnreadableSecrets extends Error {}

/**
 * Seals an account's secrets with AES-256-GCM. The account's id is authenticated with them, so that a row copied to
 * another account opens nothing. Layout: version, 12 bytes of nonce, 16 of tag, ciphertext.
 */
@Injectable()
export class SecretBox {
  private readonly key: Buffer;

  constructor(settings: Settings) {
    this.key = Buffer.from(hkdfSync('sha256', settings.encryptionKey, '', 'psa connection secrets', 32));
  }

  seal(accountId: string, secrets: Readonly<Record<string, string>>): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv).setAAD(Buffer.from(accountId));
    const sealed = Buffer.concat([cipher.update(JSON.stringify(secrets), 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.of(VERSION), iv, cipher.getAuthTag(), sealed]);
  }

  /** @throws UnreadableSecrets */
  open(accountId: string, box: Buffer): Record<string, string> {
    const iv = box.subarray(1, 1 + IV_BYTES);
    const tag = box.subarray(1 + IV_BYTES, HEAD_BYTES);
    try {
      if (box[0] !== VERSION) throw new Error('unknown version');
      const options = { authTagLength: TAG_BYTES };
      const decipher = createDecipheriv('aes-256-gcm', this.key, iv, options).setAAD(Buffer.from(accountId));
      decipher.setAuthTag(tag);
      const opened = Buffer.concat([decipher.update(box.subarray(HEAD_BYTES)), decipher.final()]);
      return JSON.parse(opened.toString('utf8')) as Record<string, string>;
    } catch {
      throw new UnreadableSecrets('The stored secrets cannot be read with this ENCRYPTION_KEY.');
    }
  }
}
