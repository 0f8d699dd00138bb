import type { RootRouter } from '@sodate/api/procedures/root';
import type { Language } from '@sodate/journey/text';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { openContext } from './launch-chromium.ts';
import type { SharedSodate } from './with-sodate.ts';

export const firstAdmin = { name: '青木 結', email: 'aoki@sodate.test', password: 'correct horse battery' };

/** The API as the first admin sees it, without a browser: sets a fresh installation up, then signs in. */
export async function signInByApi({ sodate, language = 'ja' }: { sodate: SharedSodate; language?: Language }) {
  const { pathname, searchParams } = new URL(
    (await fetch(sodate.signInUrl, { redirect: 'manual' })).headers.get('location') ?? '',
    sodate.url,
  );
  const token = searchParams.get('token');
  if (token !== null && pathname === '/set-up') {
    const person = { ...firstAdmin, token, language, zone: 'Asia/Tokyo', organisation: '青木商店' } as const;
    await client({ sodate, cookie: '' }).session.setUp.mutate(person);
  }
  const answer = await fetch(`${sodate.url}/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: sodate.url },
    body: JSON.stringify({ email: firstAdmin.email, password: firstAdmin.password }),
  });
  if (!answer.ok) throw new Error(`sign-in was refused: ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return client({ sodate, cookie });
}

/** A browser of its own in which the first admin is signed in, without the screens of it. @throws where that is refused. */
export async function openSignedIn({
  sodate,
  browser,
  ...options
}: { sodate: SharedSodate; browser: Browser } & BrowserContextOptions): Promise<BrowserContext> {
  const context = await openContext({ browser, ...options });
  const answer = await context.request.post(`${sodate.url}/auth/sign-in/email`, {
    headers: { origin: sodate.url },
    data: { email: firstAdmin.email, password: firstAdmin.password },
  });
  if (!answer.ok()) throw new Error(`sign-in was refused: ${await answer.text()}`);
  return context;
}

function client({ sodate, cookie }: { sodate: SharedSodate; cookie: string }) {
  return createTRPCClient<RootRouter>({ links: [httpBatchLink({ url: `${sodate.url}/trpc`, headers: { cookie } })] });
}
