import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from '../public/send-problem.ts';

/** A hook: nothing here unpacks a body, so that none can be larger than it came; who compressed one is told so. */
export async function refuseCompressed(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding === 'identity') return;
  await sendProblem({
    reply,
    status: 415,
    text: {
      ja: '圧縮した本文は受け取れません。content-encodingヘッダーを付けず、圧縮せずに送ってください。',
      en: 'A compressed body is not accepted. Send it as it is, without the header content-encoding.',
    },
  });
}
