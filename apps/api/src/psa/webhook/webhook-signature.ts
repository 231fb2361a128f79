import { createHmac, timingSafeEqual } from 'node:crypto';

/** `t={seconds},v1={hex}`: HMAC-SHA256 of `{seconds}.{body}` with the shared secret. The time bounds a replay. */
export function webhookSignature(secret: string, body: string | Buffer, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000);
  return `t=${seconds},v1=${digest(secret, seconds, body)}`;
}

/** Whether the header is a signature of this body that is at most `toleranceSeconds` old. */
export function isSignedWith(
  secret: string,
  header: string,
  body: string | Buffer,
  { now, toleranceSeconds }: { now: Date; toleranceSeconds: number },
): boolean {
  const [, seconds, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(header) ?? [];
  if (seconds === undefined || signature === undefined) return false;
  if (Math.abs(now.getTime() / 1000 - Number(seconds)) > toleranceSeconds) return false;
  return timingSafeEqual(Buffer.from(signature), Buffer.from(digest(secret, Number(seconds), body)));
}

function digest(secret: string, seconds: number, body: string | Buffer): string {
  return createHmac('sha256', secret).update(`${seconds}.`).update(body).digest('hex');
}
