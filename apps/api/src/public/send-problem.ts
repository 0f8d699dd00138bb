import type { Text } from '@sodate/journey/text';
import type { FastifyReply } from 'fastify';

/** Answers a machine's request that cannot be carried out: why, and how to mend it, in both languages. */
export function sendProblem({
  reply,
  status,
  text,
}: {
  reply: FastifyReply;
  status: number;
  text: Text;
}): FastifyReply {
  return reply.code(status).send({ success: false, message: text.en, text });
}

/** 429; how long to wait stands in the header. */
export function sendTooMany(reply: FastifyReply): FastifyReply {
  return sendProblem({
    reply,
    status: 429,
    text: {
      ja: 'リクエストが多すぎます。少し待ってから送ってください。',
      en: 'Too many requests. Wait a little, then send again.',
    },
  });
}
