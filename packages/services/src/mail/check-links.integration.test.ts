import { asId } from '@sodate/journey/id';
import { loadNodeTypes } from '@sodate/nodes/kit/load-node-types';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import type { Context } from '../context.ts';
import { internThings } from '../event/intern-things.ts';
import { pageOfUrl } from '../event/page-of-url.ts';
import type { PageAnswer } from '../http/create-page-asker.ts';
import { applyCommands } from '../journey/apply-commands.ts';
import { checkJourneyLinks } from '../journey/check-journey-links.ts';
import { createJourney } from '../journey/create-journey.ts';
import { readDraft } from '../journey/read-draft.ts';
import { checkLinks } from './check-links.ts';
import { createMail } from './create-mail.ts';
import { makeOrganisation } from './mail-world.ts';
import { saveMail } from './save-mail.ts';

let database: TestDatabase;
let context: Context;

beforeAll(async () => {
  database = await createTestDatabase();
  context = testContext({ database: database.pool.database, nodeTypes: await loadNodeTypes() });
});

afterAll(() => database.drop());

beforeEach(async () => {
  await database.pool.sql`truncate organisation, mail, lead, journey, thing cascade`;
  await makeOrganisation({ context });
});

async function write({ links, ...given }: { links: readonly string[]; id?: string; revision?: number }) {
  const id = given.id ?? (await createMail({ context, input: { name: 'お礼', kind: 'reply' } })).id;
  const buttons = links.map((href) => `<mj-button href="${href}">開く</mj-button>`).join('');
  const body = `<mjml><mj-body><mj-section><mj-column>${buttons}</mj-column></mj-section></mj-body></mjml>`;
  const content = { name: 'お礼', kind: 'reply', topic: 'marketing', subject: 'お礼', preview: '', body } as const;
  await saveMail({ context, input: { id, revision: given.revision ?? 0, content } });
  return id;
}

/** Pages that are there: the others of the site are not, and nothing is known of any other host. */
function siteWith(...paths: string[]) {
  const asked: string[] = [];
  const ask = async (address: string): Promise<PageAnswer> => {
    asked.push(address);
    const { host, pathname } = new URL(address);
    if (host !== 'aoba.example') return 'unknown';
    return paths.includes(pathname) ? 'there' : 'gone';
  };
  return { ask, asked };
}

async function sight(...urls: string[]) {
  const pages = urls.flatMap((url) => pageOfUrl({ kind: 'page', url }) ?? []);
  await internThings({ context, things: pages });
}

describe('the links of a mail', () => {
  it('are asked for, and what leads nowhere is told with the page that was meant', async () => {
    await sight('https://aoba.example/demo/price', 'https://other.example/demo/pric');
    const id = await write({
      links: ['https://aoba.example/demo/pric?a=1', 'https://aoba.example/demo', 'https://x.example/'],
    });
    const { ask } = siteWith('/demo');
    expect(await checkLinks({ context, input: { id }, ask })).toEqual([
      {
        address: 'https://aoba.example/demo/pric?a=1',
        fault: 'gone',
        meant: 'https://aoba.example/demo/price?a=1',
      },
    ]);
  });

  it('are left alone where something is filled in for each lead', async () => {
    const id = await write({ links: ['https://aoba.example/{{ lead.company }}', 'https://aoba.example/'] });
    const { ask, asked } = siteWith('/');
    expect(await checkLinks({ context, input: { id }, ask })).toEqual([]);
    expect(asked).toEqual(['https://aoba.example/']);
  });

  it('are a warning of each journey that sends the mail, until the mail is mended', async () => {
    const id = await write({ links: ['https://aoba.example/pric'] });
    const node = asId<'node'>('n_mail');
    const journey = await createJourney({ context, input: { name: '育成' } });
    await applyCommands({
      context,
      input: {
        journey: journey.id,
        clientId: 'tab',
        base: 0,
        commands: [
          {
            id: 'command-1',
            command: {
              kind: 'add-node',
              node: { id: node, type: 'send-mail', revision: 1, position: { x: 0, y: 0 }, config: { mail: id } },
            },
          },
        ],
      },
    });
    const warnings = async () =>
      (await readDraft({ context, input: { journey: journey.id } })).problems.filter(
        ({ message }) => message.ja === '本文のリンク先が見つかりません',
      );
    expect(await warnings()).toEqual([]);
    const { ask } = siteWith('/price');
    expect(await checkJourneyLinks({ context, input: { journey: journey.id }, ask })).toEqual({ broken: 1 });
    expect(await warnings()).toMatchObject([{ severity: 'warning', node: 'n_mail' }]);
    await write({ id, revision: 1, links: ['https://aoba.example/price'] });
    expect(await warnings()).toEqual([]);
    expect(await checkJourneyLinks({ context, input: { journey: journey.id }, ask })).toEqual({ broken: 0 });
    expect(await warnings()).toEqual([]);
  });
});
