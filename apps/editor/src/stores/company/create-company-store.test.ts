import { asId } from '@sodate/journey/id';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createCompanyStore } from './create-company-store.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const person = (clientId: string) => ({ clientId, user: asId<'user'>('u'), name: '森田', node: null });
const moved = (clientId: string, ...nodes: string[]) => ({
  revision: 1,
  id: `c-${clientId}`,
  clientId,
  command: { kind: 'move-nodes', to: Object.fromEntries(nodes.map((node) => [node, { x: 0, y: 0 }])) } as const,
});

it('knows everybody but this tab', () => {
  const company = createCompanyStore({ clientId: 'mine' });
  company.meet({ people: [person('mine'), person('theirs')], openComments: {} });
  expect(company.getState().people.map(({ clientId }) => clientId)).toEqual(['theirs']);
});

it('meets no ghost of this tab, which may count as present after it was loaded anew', () => {
  const company = createCompanyStore({ clientId: 'mine', former: ['was mine'] });
  company.meet({ people: [person('was mine'), person('theirs')], openComments: {} });
  expect(company.getState().people.map(({ clientId }) => clientId)).toEqual(['theirs']);
});

it('marks for a while what others have changed, and nothing that was changed here', () => {
  const company = createCompanyStore({ clientId: 'mine' });
  company.see([moved('mine', 'a')]);
  expect(company.getState()).toMatchObject({ touched: {}, latest: undefined });
  company.see([moved('theirs', 'b', 'c'), moved('mine', 'a')]);
  expect(company.getState()).toMatchObject({ touched: { b: 'theirs', c: 'theirs' }, latest: { clientId: 'theirs' } });
  vi.advanceTimersByTime(6_000);
  expect(company.getState().touched).toEqual({});
});
