import type { Json } from '@sodate/journey/json';
import type { Stage } from '@sodate/journey/stage';
import type { LeadDetail } from './lead-types.ts';

const lineNames = ['name', 'nameKana', 'email', 'phone', 'department', 'title', 'region', 'address'] as const;

type LineName = (typeof lineNames)[number];

/** What the form holds: every field as its input shows it. */
export interface LeadForm {
  readonly lines: Readonly<Record<LineName, string>>;
  readonly company: string;
  readonly stage: Stage;
  readonly owner: string | null;
  readonly own: Readonly<Record<string, Json>>;
  readonly companyOwn: Readonly<Record<string, Json>>;
}

export function readForm(detail: LeadDetail): LeadForm {
  return {
    lines: Object.fromEntries(lineNames.map((name) => [name, detail[name] ?? ''])) as Record<LineName, string>,
    company: detail.company?.name ?? '',
    stage: detail.stage,
    owner: detail.owner?.id ?? null,
    own: Object.fromEntries(detail.own.map(({ name, value }) => [name, value])),
    companyOwn: Object.fromEntries(detail.companyOwn.map(({ name, value }) => [name, value])),
  };
}

/** The request for what differs; undefined where nothing does. */
export function changesOf({ before, after }: { before: LeadForm; after: LeadForm }) {
  const lines = lineNames.filter((name) => after.lines[name] !== before.lines[name]);
  const own = changedOf({ before: before.own, after: after.own });
  const companyOwn = changedOf({ before: before.companyOwn, after: after.companyOwn });
  const fields = {
    ...Object.fromEntries(lines.map((name) => [name, after.lines[name]])),
    ...(own === undefined ? {} : { own }),
  };
  const changes = {
    ...(Object.keys(fields).length === 0 ? {} : { fields }),
    ...(after.company === before.company ? {} : { company: after.company }),
    ...(companyOwn === undefined ? {} : { companyOwn }),
    ...(after.stage === before.stage ? {} : { stage: after.stage }),
    ...(after.owner === before.owner ? {} : { owner: after.owner }),
  };
  return Object.keys(changes).length === 0 ? undefined : changes;
}

/** The values that differ, by name; undefined where none does. */
function changedOf({ before, after }: Record<'before' | 'after', LeadForm['own']>) {
  const names = Object.keys(after).filter((name) => after[name] !== before[name]);
  return names.length === 0 ? undefined : Object.fromEntries(names.map((name) => [name, asPlain(after[name])]));
}

/** Inputs of own fields give plain values only. */
function asPlain(value: Json | undefined): string | number | boolean | null {
  return typeof value === 'object' || value === undefined ? null : value;
}
