import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { Settings } from './settings.js';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts what must be stored and read again, but means nothing to whoever reads the database alone. */
@Injectable()
export class Sealer {
  private readonly key: Uint8Array;

  constructor(settings: Settings) {
    this.key = new Uint8Array(hkdfSync('sha256', settings.encryptionKey, '', 'flowpilot sealed values', 32));
  }

  /** `purpose` is bound to the value: it opens for the same purpose only. */
  seal(text: string, purpose: string): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.key, iv).setAAD(Buffer.from(purpose));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
  }

  /** @throws Error when the value was changed, sealed with another key or for another purpose */
  open(sealed: Buffer, purpose: string): string {
    const iv = sealed.subarray(0, IV_BYTES);
    const tag = sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
    const decipher = createDecipheriv(CIPHER, this.key, iv).setAAD(Buffer.from(purpose)).setAuthTag(tag);
    const text = Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
    return text.toString('utf8');
  }
}
