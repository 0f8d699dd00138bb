import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from '../context.ts';
import { ensureSecret } from '../secret/ensure-secret.ts';

/** The answer of this installation, and no other, to a question: says nothing of the secret it is made from. */
export async function proveInstallation({
  context,
  question,
}: {
  context: Context;
  question: string;
}): Promise<string> {
  const secret = await ensureSecret({ context, name: 'installation' });
  return createHmac('sha256', secret).update(`installation:${question}`).digest('base64url');
}

/** Whether the answer is ours. */
export async function isOurProof({
  context,
  question,
  answer,
}: {
  context: Context;
  question: string;
  answer: string;
}): Promise<boolean> {
  const ours = Buffer.from(await proveInstallation({ context, question }));
  const theirs = Buffer.from(answer);
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}
