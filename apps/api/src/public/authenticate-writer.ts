import type { Context } from '@sodate/services/context';
import { findWriteKey, type WriteKey } from '@sodate/services/write-key/find-write-key';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { allowOrigin } from './cross-origin.ts';
import type { WrongKeyLimit } from './limit-wrong-keys.ts';
import { sendProblem, sendTooMany } from './send-problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set once the sender of events is known. */
    writeKey?: WriteKey;
  }
}

/** Finds the write key of a request: the user name of Basic auth, or `writeKey` in the body. Answers 400, 401 or 429 if none. */
export async function authenticateWriter({
  context,
  wrongKeys,
  request,
  reply,
}: {
  context: Context;
  wrongKeys: WrongKeyLimit;
  request: FastifyRequest;
  reply: FastifyReply;
}): Promise<FastifyReply | undefined> {
  allowOrigin({ request, reply });
  if (!isObject(request.body))
    return sendProblem({
      reply,
      status: 400,
      text: { ja: '本文はJSONのオブジェクトで送ってください。', en: 'The body must be a JSON object.' },
    });
  const { authorization } = request.headers;
  const key = keyOfHeader(authorization) ?? request.body.writeKey;
  if (typeof key !== 'string' || key === '') {
    return authorization === undefined ? refuseKey(reply) : refuseScheme(reply);
  }
  const seconds = await wrongKeys.secondsToWait({ request, key });
  if (seconds !== undefined) return sendTooMany(reply.header('retry-after', seconds));
  const found = await findWriteKey({ context, key });
  if (found === undefined) {
    await wrongKeys.noteWrong({ request, key });
    return refuseKey(reply);
  }
  wrongKeys.noteGood(key);
  request.writeKey = found;
  return undefined;
}

function refuseKey(reply: FastifyReply): FastifyReply {
  return sendProblem({
    reply,
    status: 401,
    text: {
      ja: '書き込みキーがないか、有効ではありません。設定の「計測タグ」にある書き込みキーを確かめてください。',
      en: 'The write key is missing or not valid. Check the write keys in Settings, Tracking tag.',
    },
  });
}

/** There is a header, and no key in it: most often one sent as Bearer. */
function refuseScheme(reply: FastifyReply): FastifyReply {
  return sendProblem({
    reply,
    status: 401,
    text: {
      ja: '書き込みキーは、Basic認証のユーザー名として送ってください。パスワードは空です。curlなら -u "KEY:" です。Bearerなどでは受け取れません。',
      en: 'Send the write key as the user name of Basic auth, with an empty password: -u "KEY:" with curl. Bearer and others are not read.',
    },
  });
}

function keyOfHeader(authorization: string | undefined): string | undefined {
  const encoded = /^Basic\s+([A-Za-z0-9+/=_-]+)$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  return Buffer.from(encoded, 'base64').toString('utf8').split(':')[0];
}

function isObject(body: unknown): body is Record<string, unknown> {
  return typeof body === 'object' && body !== null && !Array.isArray(body);
}
