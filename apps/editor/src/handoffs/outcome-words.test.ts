import { handOff } from '@sodate/nodes/hand-off/definition';
import { expect, it } from 'vitest';
import { texts as leadsEn } from '../event-words/texts.en.ts';
import { texts as leadsJa } from '../event-words/texts.ja.ts';
import { texts as inspectorEn } from '../inspector/texts.en.ts';
import { texts as inspectorJa } from '../inspector/texts.ja.ts';
import { texts as inboxEn } from './texts.en.ts';
import { texts as inboxJa } from './texts.ja.ts';

const labels = new Map(handOff.contract.outcomes({}).map((one) => [one.id, one.label]));

it.each(['met', 'opportunity', 'won', 'lost'] as const)(
  'calls %s the same on the node, in conditions, in the inbox and in a lead’s history',
  (outcome) => {
    const { ja, en } = labels.get(outcome) ?? {};
    expect([inboxJa[`outcome.${outcome}`], inspectorJa[`handoff-${outcome}`], leadsJa[`outcome.${outcome}`]]).toEqual(
      Array(3).fill(ja),
    );
    expect([inboxEn[`outcome.${outcome}`], inspectorEn[`handoff-${outcome}`], leadsEn[`outcome.${outcome}`]]).toEqual(
      Array(3).fill(en),
    );
  },
);

it.each(['accepted', 'rejected', 'overdue'] as const)('calls %s the same on the node and in conditions', (outcome) => {
  const { ja, en } = labels.get(outcome) ?? {};
  expect([inspectorJa[`handoff-${outcome}`], inspectorEn[`handoff-${outcome}`]]).toEqual([ja, en]);
});
