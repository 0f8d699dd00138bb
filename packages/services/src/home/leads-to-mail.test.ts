import type { Op, Plan } from '@sodate/journey/compile/plan';
import { asId, type OpId } from '@sodate/journey/id';
import { describe, expect, it } from 'vitest';
import { leadsToMail } from './leads-to-mail.ts';

const op = (id: string): OpId => asId(id);

/** Only what the function reads. */
function planOf(ops: Readonly<Record<string, object>>): Plan {
  return { ops } as unknown as Plan;
}

const wait = (next: string): Partial<Op> => ({ kind: 'wait', next: { done: op(next) } });
const inline = (next: string): Partial<Op> => ({ kind: 'act', next: { done: op(next) } });
const mail = {
  kind: 'act',
  next: {},
  external: { channel: 'mail', limitMs: 1, repeatable: false, onAmbiguous: 'go-on', attempts: 1 },
};

describe('the next mail', () => {
  it('is foreseen after a wait, over acts that decide nothing', () => {
    const plan = planOf({ w: wait('score'), score: inline('m'), m: mail });
    expect(leadsToMail({ plan, from: op('w') })).toBe(true);
  });

  it('is foreseen after the time-out of a listen, and not by its events', () => {
    const listen = { kind: 'listen', next: { seen: op('m'), late: op('end') }, timeout: { outcome: 'late' } };
    const plan = planOf({ l: listen, m: mail, end: { kind: 'end', next: {} } });
    expect(leadsToMail({ plan, from: op('l') })).toBe(false);
    const turned = { ...listen, next: { seen: op('end'), late: op('m') } };
    expect(leadsToMail({ plan: planOf({ l: turned, m: mail }), from: op('l') })).toBe(true);
  });

  it('is not foreseen beyond a branch, a second wait or the end', () => {
    for (const kind of ['branch', 'split', 'wait', 'end', 'goal']) {
      const plan = planOf({ w: wait('x'), x: { kind, next: { done: op('m') } }, m: mail });
      expect(leadsToMail({ plan, from: op('w') }), kind).toBe(false);
    }
  });

  it('is not foreseen on an endless way', () => {
    const plan = planOf({ w: wait('a'), a: inline('b'), b: inline('a') });
    expect(leadsToMail({ plan, from: op('w') })).toBe(false);
  });
});
