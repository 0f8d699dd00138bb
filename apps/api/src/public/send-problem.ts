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
