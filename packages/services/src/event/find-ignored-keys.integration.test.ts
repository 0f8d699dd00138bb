import { attributeDefinition, lead } from '@sodate/database/schema/lead';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import type { Context } from '../context.ts';
import { receiveEvents } from './receive-events.ts';

let test: TestDatabase;
let context: Context;

beforeAll(async () => {
  test = await createTestDatabase();
  context = testContext({ database: test.pool.database });
});
afterAll(() => test.drop());

beforeEach(async () => {
  await test.pool.sql`truncate event, visitor, lead, company, consent, attribute_definition, message_id cascade`;
});

const receive = (kind: 'server' | 'browser', events: readonly object[]) =>
  receiveEvents({ context, events, writeKey: { kind }, request: {} });

describe('what a system sends and nobody takes', () => {
  const told = async (...events: object[]) =>
    (await receive('server', events)).ignored.map(({ index, reason }) => `${index} ${reason.en}`);

  it('is told: keys that the call does not have, and traits that fill nothing', async () => {
    const identify = { type: 'identify', userId: 'u1' };
    expect(
      await told(
        { type: 'track', userId: 'u1', event: 'Tried', propertys: { a: 1 } },
        { ...identify, traits: { emial: 'a@aoba.example', planType: 'pro', company: { name: 'あおば', sise: 3 } } },
        { ...identify, properties: { a: 1 } },
      ),
    ).toEqual([
      '0 propertys is not a field of track, and was dropped. Did you mean properties?',
      expect.stringMatching(/^1 traits.emial was dropped.* Did you mean email\?/),
      expect.stringMatching(/^1 traits.planType was dropped: no field of a lead has this name. To keep it/),
      expect.stringMatching(/^1 traits.company.sise was dropped.* Did you mean size\?/),
      '2 properties is not a field of identify, and was dropped.',
    ]);
  });

  it('takes a trait into an own field of its name, and tells of a value that is not of its kind', async () => {
    const title = { ja: '拠点数', en: 'Sites' };
    await context.database.insert(attributeDefinition).values({ of: 'lead', name: 'sites', title, kind: 'number' });
    const identify = (sites: unknown) => ({
      type: 'identify',
      userId: 'u1',
      traits: { email: 'a@aoba.example', sites },
    });
    expect(await told(identify('12'))).toEqual([]);
    expect(await context.database.select().from(lead)).toMatchObject([{ attributes: { sites: 12 } }]);
    expect(await told(identify('many'))).toEqual(['0 traits.sites cannot be read as a number, and was dropped.']);
  });

  it('is told of a form without its id and a page without its address, with the key that looks like a slip', async () => {
    const form = { type: 'track', userId: 'u1', event: 'Form Submitted' };
    expect(
      await told(
        { ...form, properties: { from: 'webinar' } },
        { ...form, event: 'form_submitted', properties: { form: 7 } },
        { ...form, properties: { form: 'webinar', from: 'crm' } },
        { type: 'page', userId: 'u1', properties: { ulr: 'https://aoba.example/price' } },
        { type: 'page', userId: 'u1', context: { page: { url: 'https://aoba.example/price' } } },
      ),
    ).toEqual([
      expect.stringMatching(/^0 Without properties.form.* starts no journey. Instead of from, did you mean form\?$/),
      expect.stringMatching(/^1 Without properties.form, a text.* starts no journey.$/),
      expect.stringMatching(/^3 Without properties.url.* starts no journey. Instead of ulr, did you mean url\?$/),
    ]);
  });

  it('is told of an event whose name is nearly that of a form', async () => {
    const track = (event: string, properties = {}) => ({ type: 'track', userId: 'u1', event, properties });
    expect(
      await told(
        track('Form Submited', { form: 'webinar' }),
        track('form_submision', { form: 'webinar' }),
        track('Order Completed', { form: 'webinar' }),
        track('Form Viewed'),
      ),
    ).toEqual([
      expect.stringMatching(/^0 “Form Submited” counts as an event of your own. Only Form Submitted counts as a form/),
      expect.stringMatching(/^1 “form_submision” counts as an event of your own./),
    ]);
  });

  it('is told of a field of a form that is nearly one of a lead, and of none that the form asks of its own', async () => {
    const form = { type: 'track', userId: 'u1', event: 'Form Submitted' };
    expect(
      await told(
        { ...form, properties: { form: 'webinar', fields: { emial: 'a@aoba.example', date: '11/28', 予算: '未定' } } },
        { ...form, properties: { form: 'webinar', field: { email: 'a@aoba.example' } } },
        { ...form, properties: { form: 'webinar' } },
      ),
    ).toEqual([
      '0 properties.fields.emial is kept as an answer, and fills no field of a lead. Did you mean email?',
      expect.stringMatching(/^1 Without properties.fields.* Instead of field, did you mean fields\?$/),
    ]);
  });

  it('is silent over what public clients send beside, and towards browsers', async () => {
    const beside = { integrations: {}, context: {}, _metadata: {}, messageId: 'm1', timestamp: null };
    expect(await told({ type: 'track', userId: 'u1', event: 'Tried', ...beside })).toEqual([]);
    expect((await receive('browser', [{ type: 'page', anonymousId: 'a1', propertys: {} }])).ignored).toEqual([]);
  });
});
