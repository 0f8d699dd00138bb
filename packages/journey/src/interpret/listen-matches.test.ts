import { expect, it } from 'vitest';
import type { ListenOp } from '../compile/plan.ts';
import type { LeadEvent } from '../event/event.ts';
import { asId } from '../id.ts';
import { asInstant } from '../time/instant.ts';
import { listenMatches } from './listen-matches.ts';
import type { PassageState } from './passage.ts';

const sale = asId<'node'>('sale');
const pattern = { kind: 'handoff', node: sale, outcome: 'won' } as const;
const listenAt = (node: string): ListenOp => ({
  kind: 'listen',
  id: asId(`${node}.hear`),
  node: asId(node),
  events: [{ outcome: 'won', pattern }],
  conditions: [],
  next: {},
  asks: [],
  onCycle: true,
  calendars: [],
  leadZone: false,
});
const state: PassageState = {
  enrollment: asId('e1'),
  phase: 'resting',
  op: asId('other.hear'),
  visit: 1,
  visits: { [sale]: 2 },
  arrivedAt: asInstant(0),
  arrivedEvent: 0,
  until: null,
};
const won = (visit: number): LeadEvent => ({
  id: 1,
  name: 'handoff-closed',
  outcome: 'won',
  enrollment: asId('e1'),
  node: sale,
  visit,
  storedAt: asInstant(1),
  occurredAt: asInstant(1),
  properties: {},
});

it('hears of the hand-off that another node made on its latest visit', () => {
  expect(listenMatches({ op: listenAt('other'), event: won(2), state })).toBe('won');
  expect(listenMatches({ op: listenAt('other'), event: won(1), state })).toBeUndefined();
});

it('hears of its own node’s hand-off on the present visit', () => {
  expect(listenMatches({ op: listenAt('sale'), event: won(1), state })).toBe('won');
  expect(listenMatches({ op: listenAt('sale'), event: won(2), state })).toBeUndefined();
});
