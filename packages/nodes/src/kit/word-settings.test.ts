import { emptySurroundings } from '@sodate/journey/graph/empty-surroundings';
import type { JsonObject } from '@sodate/journey/json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtIn } from '../built-in.ts';
import { wordSettings } from './word-settings.ts';

const surroundings = {
  ...emptySurroundings,
  users: [{ id: 'u-1', name: '高田 圭' }],
  calendars: [{ id: 'c-1', name: '営業カレンダー' }],
  mails: [{ id: 'm-1', name: 'お礼', subject: 'ありがとうございます', ready: true, kind: 'reply' as const }],
};

function settingsOf({
  type,
  config,
  around = surroundings,
}: {
  type: string;
  config: JsonObject;
  around?: typeof surroundings;
}) {
  const found = builtIn.find(({ contract }) => contract.type === type);
  if (found === undefined) throw new Error(`no ${type}`);
  const worded = wordSettings({ fields: found.described.fields, config, surroundings: around });
  return worded.map(({ title, lines }) => [title.en, ...lines.map(({ ja, en }) => (ja === en ? en : `${ja} | ${en}`))]);
}

const handOff = {
  to: { kind: 'user', user: 'u-1' },
  followUp: '資料の感想を聞く',
  questions: ['導入の時期', '予算'],
  sla: { amount: 4, unit: 'business-hours' },
  calendar: 'c-1',
};

describe('settings in words', () => {
  it('say a category of the score as it is called', () => {
    const config = { points: 10, note: 'セミナーに参加', category: '料金' };
    expect(settingsOf({ type: 'add-score', config })).toContainEqual(['Category', '料金 | Pricing']);
  });

  it('say a hand-off with its deadline, a line for each question', () => {
    expect(settingsOf({ type: 'hand-off', config: handOff })).toEqual([
      ['Hand to', '高田 圭'],
      ['What to do', '資料の感想を聞く'],
      ['Questions to ask', '導入の時期', '予算'],
      ['First response within', '4営業時間 | 4 business hours'],
      ['Business calendar', '営業カレンダー'],
    ]);
  });

  it('name nobody where people are not to be named', () => {
    const words = settingsOf({ type: 'hand-off', config: handOff, around: { ...surroundings, users: [] } });
    expect(words[0]).toEqual(['Hand to', '担当者1人 | one colleague']);
  });

  it('say branches with their whole conditions, and that one is not set up', () => {
    const config = {
      arms: [
        {
          id: 'a',
          title: '熱い',
          condition: {
            kind: 'all',
            of: [
              { kind: 'score', atLeast: 60 },
              { kind: 'stage', oneOf: ['mql'] },
            ],
          },
        },
      ],
    };
    expect(settingsOf({ type: 'branch', config })).toEqual([
      [expect.any(String), '熱い：スコア60以上、かつMQL | 熱い: score 60 or more and MQL'],
    ]);
    expect(settingsOf({ type: 'send-mail', config: {} })).toEqual([['Email', '設定がまだです | Not set up yet']]);
  });

  it('leave out what the form does not show', () => {
    const config = { attribute: { of: 'lead', name: 'title' }, clear: true, value: '部長' };
    expect(settingsOf({ type: 'set-attribute', config })).toEqual([
      ['Attribute', 'title'],
      ['Empty it', 'はい | Yes'],
    ]);
  });

  it('never fail, whatever a draft holds', () => {
    const json = fc.dictionary(
      fc.constantFrom('to', 'mail', 'sla', 'for', 'arms', 'duration', 'moment', 'form', 'kind', 'of', 'condition'),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fc.constantFrom(...builtIn), json, ({ described }, config) => {
        const worded = wordSettings({ fields: described.fields, config: config as JsonObject, surroundings });
        for (const { lines } of worded) expect(lines.length).toBeGreaterThan(0);
      }),
    );
  });
});
