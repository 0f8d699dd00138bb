import { expect, it } from 'vitest';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import { asId } from '../id.ts';
import { asInstant } from '../time/instant.ts';
import { asks } from './asks.ts';
import type { PassageState } from './passage.ts';

const office = asId<'calendar'>('office');
const spec = { duration: { amount: 1, unit: 'business-hours' }, zone: 'lead', calendar: office } as const;
const plan = planOf({
  ops: [
    {
      id: 'branch',
      kind: 'branch',
      arms: [
        { outcome: 'yes', key: asId('hot') },
        { outcome: 'again', key: asId('customer') },
      ],
      otherwise: 'no',
      next: { yes: 'wait', again: 'end', no: 'end' },
    },
    { id: 'wait', kind: 'wait', spec, next: { done: 'end' } },
    { id: 'end', kind: 'end' },
  ],
  exits: [{ id: 'left', key: asId('customer') }],
  goals: [{ node: asId('aim'), key: asId('met') }],
});
const at = (op: string, phase: PassageState['phase']): PassageState => ({
  enrollment: asId('e1'),
  phase,
  op: asId(op),
  visit: 1,
  visits: {},
  arrivedAt: asInstant(0),
  arrivedEvent: 0,
  until: null,
});

it('lists exits, goals and the op’s own conditions once each', () => {
  expect(asks({ plan, state: at('branch', 'moving') }).conditions).toEqual(['customer', 'met', 'hot']);
});

it('lists what measures the deadlines that the hop may arrive at, not the present one', () => {
  expect(asks({ plan, state: at('branch', 'moving') })).toMatchObject({ calendars: ['office'], leadZone: true });
  expect(asks({ plan, state: at('wait', 'resting') })).toMatchObject({ calendars: [], leadZone: false });
});

it('asks nothing of a passage that has ended', () => {
  expect(asks({ plan, state: at('end', 'ended') })).toEqual({ conditions: [], calendars: [], leadZone: false });
});
