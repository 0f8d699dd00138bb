import { readFile } from 'node:fs/promises';
import type { Language } from '@sodate/journey/text';
import type { Context } from '@sodate/services/context';
import { ensureDemoKey } from '@sodate/services/write-key/ensure-demo-key';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify';
import { findHomeLead, languageCookie } from './find-home-lead.ts';
import { pageAddress, writePage } from './layout.ts';
import { listDemoPages, writeNotFound } from './list-demo-pages.ts';
import { texts as english } from './texts.en.ts';
import { texts as japanese } from './texts.ja.ts';

const html = 'text/html; charset=utf-8';

/**
 * A small company's site at `/demo` (English at `/demo/en`) with our tracker on it, where a newcomer can be a visitor.
 * Its forms go to the tracker; posting them leads to a page of thanks and stores nothing else.
 */
export async function registerDemo({ app, context }: { app: FastifyInstance; context: Context }): Promise<void> {
  await ensureDemoKey({ context });
  const site: FastifyPluginAsync = async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { bodyLimit: 64 * 1024, parseAs: 'buffer' }, async () => undefined);
    // As an ordinary site has it: the next page may know where its visitor came from.
    scope.addHook('onSend', async (_request, reply) => {
      reply.header('referrer-policy', 'strict-origin-when-cross-origin');
    });
    for (const name of ['style.css', 'pages.css']) {
      const style = await readFile(new URL(name, import.meta.url));
      scope.get(`/demo/${name}`, async (_request, reply) =>
        reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=300').send(style),
      );
    }
    for (const texts of [japanese, english]) {
      const { language } = texts;
      for (const page of listDemoPages(texts)) {
        const document = writePage({ texts, page });
        scope.get(pageAddress({ language, path: page.path }), async (request, reply) => {
          const lead =
            page.path === ''
              ? findHomeLead({ url: request.url, headers: request.headers, served: language })
              : undefined;
          if (lead === undefined) return keepLanguage({ reply, language }).type(html).send(document);
          return keepLanguage({ reply, language: lead.language }).redirect(lead.address, 302);
        });
      }
      for (const form of ['/request', '/contact']) {
        scope.post(pageAddress({ language, path: form }), async (_request, reply) =>
          reply.redirect(pageAddress({ language, path: `${form}/thanks` }), 303),
        );
      }
      const missing = writePage({ texts, page: writeNotFound(texts) });
      scope.get(pageAddress({ language, path: '/*' }), async (request, reply) => {
        const [path = ''] = request.url.split('?');
        if (path.endsWith('/')) return reply.redirect(path.replace(/\/+$/, ''), 301);
        return reply.code(404).type(html).send(missing);
      });
    }
  };
  await app.register(site);
}

/** A site that was read in a language stays in it. */
function keepLanguage({ reply, language }: { reply: FastifyReply; language: Language }): FastifyReply {
  return reply
    .header('vary', 'accept-language, cookie')
    .header('set-cookie', `${languageCookie}=${language}; Path=/demo; SameSite=Lax`);
}
