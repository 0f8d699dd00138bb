import { findNearest } from '@sodate/journey/find-nearest';
import type { Text } from '@sodate/journey/text';
import type { Context } from '@sodate/services/context';
import type { MessageType } from '@sodate/services/event/message';
import { type ReceivedEvents, receiveEvents } from '@sodate/services/event/receive-events';
import { measured } from '@sodate/services/telemetry/measured';
import { mayWriteFrom } from '@sodate/services/write-key/may-write-from';
import { noteRefusedOrigin } from '@sodate/services/write-key/note-refused-origin';
import { noteRobots } from '@sodate/services/write-key/note-robots';
import { noteWriteKeyUsed } from '@sodate/services/write-key/note-write-key-used';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { authenticateWriter } from './authenticate-writer.ts';
import { allowOrigin, answerPreflight } from './cross-origin.ts';
import { limitWrongKeys } from './limit-wrong-keys.ts';
import { sendProblem, sendTooMany } from './send-problem.ts';

/** Segment's own limit for one request. */
const mostRequestBytes = 500 * 1024;

/** Addresses that its clients use, the short ones from browsers; undefined: a batch, whose events say their type. */
const routes: Readonly<Record<string, MessageType | undefined>> = {
  page: 'page',
  p: 'page',
  screen: 'screen',
  s: 'screen',
  track: 'track',
  t: 'track',
  identify: 'identify',
  i: 'identify',
  group: 'group',
  g: 'group',
  alias: 'alias',
  a: 'alias',
  batch: undefined,
  b: undefined,
  import: undefined,
};

/** Those that people write; the others are short for them. */
const paths = ['identify', 'track', 'page', 'screen', 'group', 'alias', 'batch'];

/**
 * Requests a minute from one address with one key. Generous, since a company's people, or all visitors where a proxy hides
 * their addresses, count as one.
 */
const usualLimits = { browser: 6_000, server: 30_000 } as const;
/** Requests a minute from one address with keys that are not known. */
const usualWrongKeys = 600;

/**
 * Takes events under `/v1` in the shape of the Segment spec, from its public clients unchanged: JSON, also as text/plain;
 * the write key by Basic auth or in the body. 200 {success: true}; a batch keeps its good events and names the others
 * under `rejected`, and what of the good ones nobody takes under `warnings`. 400 malformed, 401 unknown key, 403 foreign site, 413 over 500 KB, 429 too many requests.
 */
export async function registerV1({
  app,
  context,
  requestsPerMinute = usualLimits,
  wrongKeysPerMinute = usualWrongKeys,
}: {
  app: FastifyInstance;
  context: Context;
  requestsPerMinute?: Readonly<Record<'browser' | 'server', number>>;
  wrongKeysPerMinute?: number;
}): Promise<void> {
  const plugin: FastifyPluginAsync = async (v1) => {
    acceptJson(v1);
    v1.setErrorHandler((error, ...[request, reply]) => answerError({ error, request, reply }));
    const limit = v1.rateLimit({
      timeWindow: '1 minute',
      max: (request) => requestsPerMinute[request.writeKey?.kind ?? 'browser'],
      keyGenerator: (request) => `${request.writeKey?.id ?? 'none'} ${request.ip}`,
    });
    const wrongKeys = limitWrongKeys({ app: v1, perMinute: wrongKeysPerMinute });
    v1.decorateRequest('writeKey');
    v1.setNotFoundHandler((request, reply) => answerUnknown({ request, reply }));
    v1.options('/*', answerPreflight);
    // Else the editor's files would be sought there.
    v1.get('/*', (request, reply) => answerUnknown({ request, reply }));
    for (const [path, type] of Object.entries(routes)) {
      v1.post(`/${path}`, {
        bodyLimit: mostRequestBytes,
        preHandler: [(request, reply) => authenticateWriter({ context, wrongKeys, request, reply }), limit],
        handler: (request, reply) => receive({ context, request, reply, type }),
      });
    }
  };
  await app.register(plugin, { prefix: '/v1' });
}

/**
 * Browsers send JSON as text/plain: it needs no preflight, and a beacon has no other way. A key "__proto__" is dropped, so
 * that one odd event does not spoil its batch.
 */
function acceptJson(v1: FastifyInstance): void {
  const parse = v1.getDefaultJsonParser('remove', 'ignore');
  v1.removeContentTypeParser(['application/json', 'text/plain']);
  // Whatever the header says, or without it: curl calls what it is given a form.
  v1.addContentTypeParser('*', { parseAs: 'string' }, parse);
}

async function receive({
  context,
  request,
  reply,
  type,
}: {
  context: Context;
  request: FastifyRequest;
  reply: FastifyReply;
  type: MessageType | undefined;
}): Promise<FastifyReply> {
  allowOrigin({ request, reply });
  const { writeKey } = request;
  if (writeKey === undefined) throw new Error('a request without write key passed authentication');
  const { origin } = request.headers;
  if (writeKey.kind === 'browser' && origin !== undefined && !mayWriteFrom({ domains: writeKey.domains, origin })) {
    await noteRefusedOrigin({ context, key: writeKey, origin });
    return refuseOrigin({ reply, origin });
  }
  const body = request.body as { batch?: unknown; sentAt?: unknown };
  const events = type === undefined ? body.batch : [body];
  if (!Array.isArray(events))
    return sendProblem({
      reply,
      status: 400,
      text: { ja: 'batchにはイベントの配列を入れてください。', en: 'batch must be an array of events.' },
    });
  const userAgent = request.headers['user-agent'];
  const received = await measured({ context, work: { name: 'store-events' } }, () =>
    receiveEvents({
      context,
      events,
      writeKey,
      request: { sentAt: body.sentAt, ...(userAgent === undefined ? {} : { userAgent }) },
      ...(type === undefined ? {} : { type }),
    }),
  );
  context.telemetry?.received({ accepted: received.accepted, rejected: received.rejected.length });
  await noteRobots({ context, key: writeKey, robots: received.robots });
  await noteWriteKeyUsed({ context, key: writeKey });
  return answer({ reply, received });
}

function refuseOrigin({ reply, origin }: { reply: FastifyReply; origin: string }): FastifyReply {
  const site = origin.slice(0, 300);
  return sendProblem({
    reply,
    status: 403,
    text: {
      ja: `このサイト（${site}）からは、この書き込みキーで送れません。設定の「計測タグ」で、キーの受け取るサイトに加えてください。`,
      en: `This site (${site}) may not send with this write key. Add it to the sites of the key in Settings, Tracking tag.`,
    },
  });
}

function answer({ reply, received }: { reply: FastifyReply; received: ReceivedEvents }): FastifyReply {
  const { accepted, rejected, ignored } = received;
  const warnings = ignored.length === 0 ? {} : { warnings: ignored };
  if (rejected.length === 0) return reply.send({ success: true, ...warnings });
  // Clients do not repeat on 400, and must not: what is malformed stays so.
  if (accepted > 0) return reply.send({ success: true, rejected, ...warnings });
  return reply.code(400).send({ success: false, rejected, message: rejected[0]?.reason.en });
}

function answerUnknown({ request, reply }: { request: FastifyRequest; reply: FastifyReply }): FastifyReply {
  allowOrigin({ request, reply });
  const path = request.url.split('?')[0]?.replace(/^\/v1\//, '') ?? '';
  if (path in routes)
    return sendProblem({
      reply: reply.header('allow', 'POST'),
      status: 405,
      text: { ja: `/v1/${path} には POST で送ってください。`, en: `Send to /v1/${path} by POST.` },
    });
  const near = findNearest({ word: path, among: paths });
  return sendProblem({
    reply,
    status: 404,
    text: {
      ja: `この宛先はありません。${near === undefined ? '' : `/v1/${near} ではありませんか。`}あるのは POST の ${paths.map((one) => `/v1/${one}`).join('、')} です。`,
      en: `There is no such address.${near === undefined ? '' : ` Did you mean /v1/${near}?`} There are, by POST: ${paths.map((one) => `/v1/${one}`).join(', ')}.`,
    },
  });
}

const noBody: Text = {
  ja: '本文が空です。JSONのオブジェクトを送ってください。',
  en: 'The body is empty. Send a JSON object.',
};

function isEmpty({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;
}

function wordUnread(type: string | undefined): Text {
  const unread: Text = {
    ja: '本文がJSONとして読めません。引用符や括弧の閉じ忘れ、余分なカンマがないか確かめてください。',
    en: 'The body is not JSON. Look for a quote or bracket that is not closed, or a comma too many.',
  };
  if (/json|text\/plain/i.test(type ?? '')) return unread;
  return {
    ja: `${unread.ja}ヘッダーは ${type ?? 'なし'} でした。ヘッダーが何であっても、JSONとして読みます。`,
    en: `${unread.en} Its content-type was ${type ?? 'missing'}; whatever that says, JSON is expected.`,
  };
}

function answerError({
  error,
  request,
  reply,
}: {
  error: unknown;
  request: FastifyRequest;
  reply: FastifyReply;
}): FastifyReply {
  allowOrigin({ request, reply });
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  switch (status) {
    case 413:
      return sendProblem({
        reply,
        status,
        text: {
          ja: 'リクエストが大きすぎます（500 KBまで）。分けて送ってください。',
          en: 'The request is too large (at most 500 KB). Send it in parts.',
        },
      });
    case 429:
      return sendTooMany(reply);
    case 400:
      return sendProblem({
        reply,
        status,
        text: isEmpty(request) ? noBody : wordUnread(request.headers['content-type']),
      });
    default:
      request.log.error({ err: error }, 'events could not be stored');
      return sendProblem({
        reply,
        status: 503,
        text: {
          ja: 'いまは受け取れません。少し待ってから送ってください。',
          en: 'Events cannot be taken now. Wait a little, then send again.',
        },
      });
  }
}
