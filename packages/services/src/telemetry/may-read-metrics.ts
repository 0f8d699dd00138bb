import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether a request may read the measures: from this very machine, or with the token that the settings name. */
export function mayReadMetrics({
  isLoopback,
  authorization,
  token,
}: {
  isLoopback: boolean;
  /** The header as it came. */
  authorization: string | undefined;
  token: string | undefined;
}): boolean {
  if (isLoopback) return true;
  return token !== undefined && authorization !== undefined && isSame(authorization, `Bearer ${token}`);
}

/** Takes as long whatever is wrong. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
