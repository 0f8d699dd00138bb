import type { Language } from '@sodate/journey/text';
import type { MailTokenKind } from '@sodate/mail/tracking/mail-token';
import type { Context } from '@sodate/services/context';
import { findMailLink, type MailLink } from '@sodate/services/mail/find-mail-link';
import { findMailOwner } from '@sodate/services/mail/find-mail-owner';
import { followMailLink } from '@sodate/services/mail/follow-mail-link';
import { isMachine, isMachineOpening, type Reader } from '@sodate/services/mail/is-machine';
import { readTrackingKeys } from '@sodate/services/mail/read-tracking-keys';
import { recordMailOpened } from '@sodate/services/mail/record-mail-opened';
import { withdrawConsentByMail } from '@sodate/services/mail/withdraw-consent-by-mail';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { brokenLinkPage, type MailPage, unsubscribedPage, unsubscribePage, writeMailPage } from './mail-page.ts';

// One transparent pixel.
const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

type Tokened = FastifyRequest<{ Params: { token: string } }>;

/** The addresses that stand in mails: /m/o/TOKEN.gif (opened), /m/c/TOKEN (a link), /m/u/TOKEN (unsubscribe). */
export async function registerMailLinks({ app, context }: { app: FastifyInstance; context: Context }): Promise<void> {
  const find = async ({ request, kind }: { request: Tokened; kind: MailTokenKind }) => {
    const keys = await readTrackingKeys({ context });
    return findMailLink({ context, keys, text: request.params.token, kind });
  };

  const routes: FastifyPluginAsync = async (scope) => {
    // One-click unsubscribing posts a form (RFC 8058); what it says is known from the address.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { bodyLimit: 10_000, parseAs: 'string' }, async () => undefined);
    scope.addHook('onRequest', async (_request, reply) => {
      reply
        .header('cache-control', 'no-store')
        .header('referrer-policy', 'no-referrer')
        .header('x-robots-tag', 'noindex');
    });

    scope.route<{ Params: { token: string } }>({
      method: ['GET', 'HEAD'],
      url: '/m/o/:token.gif',
      handler: async (request, reply) => {
        const link = await find({ request, kind: 'open' });
        if (link !== undefined && !isMachineOpening(readerOf(request))) await recordMailOpened({ context, link });
        return reply
          .code(link === undefined ? 404 : 200)
          .header('cross-origin-resource-policy', 'cross-origin')
          .type('image/gif')
          .send(pixel);
      },
    });

    scope.route<{ Params: { token: string } }>({
      method: ['GET', 'HEAD'],
      url: '/m/c/:token',
      handler: async (request, reply) => {
        const link = await find({ request, kind: 'click' });
        const url = link && (await followMailLink({ context, link, machine: isMachine(readerOf(request)) }));
        if (url === undefined) return showBroken({ request, reply });
        return reply.redirect(url, 302);
      },
    });

    scope.route<{ Params: { token: string } }>({
      method: ['GET', 'HEAD'],
      url: '/m/u/:token',
      handler: async (request, reply) => {
        const link = await find({ request, kind: 'unsubscribe' });
        if (link === undefined) return showBroken({ request, reply });
        return show({ reply, page: unsubscribePage(await ownerOf({ context, link, request })) });
      },
    });

    scope.post<{ Params: { token: string } }>('/m/u/:token', async (request, reply) => {
      const link = await find({ request, kind: 'unsubscribe' });
      if (link === undefined) return showBroken({ request, reply });
      await withdrawConsentByMail({ context, link });
      return show({ reply, page: unsubscribedPage(await ownerOf({ context, link, request })) });
    });
  };
  await app.register(routes);
}

async function ownerOf({ context, link, request }: { context: Context; link: MailLink; request: FastifyRequest }) {
  const owner = await findMailOwner({ context, lead: link.mail.leadId });
  return owner ?? { sender: '', language: languageOf(request) };
}

function showBroken({ request, reply }: { request: FastifyRequest; reply: FastifyReply }) {
  return show({ reply: reply.code(404), page: brokenLinkPage(languageOf(request)) });
}

function show({ reply, page }: { reply: FastifyReply; page: MailPage }) {
  return reply.type('text/html; charset=utf-8').send(writeMailPage(page));
}

function languageOf(request: FastifyRequest): Language {
  return /^\s*en/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'ja';
}

function readerOf({ method, headers }: FastifyRequest): Reader {
  const purpose = headers['sec-purpose'] ?? headers.purpose ?? headers['x-purpose'] ?? headers['x-moz'] ?? '';
  return { method, userAgent: headers['user-agent'] ?? '', purpose: String(purpose) };
}
