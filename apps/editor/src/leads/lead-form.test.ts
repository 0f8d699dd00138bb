import { expect, it } from 'vitest';
import { changesOf, readForm } from './lead-form.ts';
import type { LeadDetail } from './lead-types.ts';

const detail = {
  id: 'x',
  name: '坂井 真理子',
  nameKana: null,
  email: 'm@example.jp',
  phone: null,
  department: '物流部',
  title: null,
  region: null,
  address: null,
  stage: 'lead',
  owner: null,
  company: { name: '星川食品' },
  companyOwn: [],
  own: [{ name: 'sites', value: 4 }],
} as unknown as LeadDetail;

const before = readForm(detail);

it('sends nothing where nothing was changed', () => {
  expect(changesOf({ before, after: readForm(detail) })).toBeUndefined();
});

it('sends only what was changed', () => {
  const after = { ...before, lines: { ...before.lines, title: '課長' }, owner: 'mizuno', own: { sites: 5 } };
  expect(changesOf({ before, after })).toEqual({ fields: { title: '課長', own: { sites: 5 } }, owner: 'mizuno' });
});

it('clears a field that was emptied', () => {
  const after = { ...before, lines: { ...before.lines, department: '' }, company: '', own: { sites: null } };
  expect(changesOf({ before, after })).toEqual({ fields: { department: '', own: { sites: null } }, company: '' });
});
