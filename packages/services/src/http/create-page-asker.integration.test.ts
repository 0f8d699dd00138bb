import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createPageAsker } from './create-page-asker.ts';

const open: (() => void)[] = [];

afterEach(() => {
  for (const close of open.splice(0)) close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('asking whether a page is there', () => {
  it('tells a page from none, on the site of the installation itself', async () => {
    const origin = await serve(({ url }, response) => response.writeHead(url === '/price' ? 200 : 404).end());
    const ask = createPageAsker({ own: [origin] });
    expect(await ask(`${origin}/price#plans`)).toBe('there');
    expect(await ask(`${origin}/pric`)).toBe('gone');
  });

  it('asks again by GET where a server refuses HEAD', async () => {
    const origin = await serve(({ method }, response) => response.writeHead(method === 'HEAD' ? 404 : 200).end('page'));
    expect(await createPageAsker({ own: [origin] })(`${origin}/`)).toBe('there');
  });

  it('follows where it is sent on to', async () => {
    const origin = await serve(({ url }, response) => {
      if (url === '/old') response.writeHead(301, { location: '/gone' }).end();
      else response.writeHead(404).end();
    });
    expect(await createPageAsker({ own: [origin] })(`${origin}/old`)).toBe('gone');
  });

  it('calls no address of another private network, nor says a word of it', async () => {
    let calls = 0;
    const origin = await serve((_request, response) => {
      calls++;
      response.writeHead(404).end();
    });
    const byName = origin.replace('127.0.0.1', 'localhost');
    const ask = createPageAsker({ own: ['http://sodate.test'] });
    expect([await ask(`${origin}/x`), await ask(`${byName}/x`)]).toEqual(['unknown', 'unknown']);
    expect(calls).toBe(0);
    expect(await createPageAsker({ own: [], allowPrivate: true })(`${origin}/x`)).toBe('gone');
  });

  it('is not sent on into a private network either', async () => {
    let calls = 0;
    const inside = await serve((_request, response) => {
      calls++;
      response.writeHead(404).end();
    });
    const own = await serve((_request, response) => response.writeHead(302, { location: `${inside}/x` }).end());
    expect(await createPageAsker({ own: [own] })(`${own}/`)).toBe('unknown');
    expect(calls).toBe(0);
  });

  it('says nothing of a page that takes too long, or whose server has a bad moment', async () => {
    const origin = await serve(({ url }, response) => {
      if (url === '/ill') response.writeHead(503).end();
    });
    const ask = createPageAsker({ own: [origin], limitMs: 200 });
    expect([await ask(`${origin}/ill`), await ask(`${origin}/slow`)]).toEqual(['unknown', 'unknown']);
  });

  it('takes a name that nobody has for a fault only where names can be looked up at all', async () => {
    const address = 'http://nobody-has-this-name.invalid/';
    expect(await createPageAsker({ own: [], findsNames: async () => true })(address)).toBe('no-host');
    expect(await createPageAsker({ own: [], findsNames: async () => false })(address)).toBe('unknown');
  });

  it('keeps an answer for a while', async () => {
    let calls = 0;
    const origin = await serve((_request, response) => {
      calls++;
      response.end();
    });
    const ask = createPageAsker({ own: [origin] });
    await Promise.all([ask(`${origin}/`), ask(`${origin}/#a`)]);
    await ask(`${origin}/`);
    expect(calls).toBe(1);
  });
});
