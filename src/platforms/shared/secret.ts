import { createHash, timingSafeEqual } from 'node:crypto';

/** Known to whoever knows the token and to nobody else, so it need not be one more setting. */
export function webhookSecret(token: string): string {
  return createHash('sha256').update(`webhook ${token}`).digest('hex');
}

/** Digests have one length, so the time taken tells nothing about the secret. */
export function isSecret(secret: string, given: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(secret), digest(given));
}

/** Whose token it is: the bot's number before the colon, which is no secret. */
export function accountIn(token: string): string {
  return token.split(':', 1)[0] ?? '';
}
