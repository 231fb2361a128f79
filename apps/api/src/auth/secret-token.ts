import { hash, randomBytes } from 'node:crypto';

/** 256 random bits in text: beyond guessing, so that one fast hash protects them at rest. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token instead of the token. */
export function tokenHash(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}
