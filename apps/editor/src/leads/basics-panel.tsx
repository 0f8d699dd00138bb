import type { ReactNode } from 'react';
import { useFormats } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { Panel } from '../parts/panel.tsx';
import { usePersonLabel } from '../people/use-person-label.ts';
import { isBant } from './bant-panel.tsx';
import { BouncedNote } from './bounced-note.tsx';
import classes from './facts.module.css';
import type { LeadDetail } from './lead-types.ts';
import type { texts } from './texts.ja.ts';

/** Who and where: addresses, company, owner, own fields. What is not known is left out. */
export function BasicsPanel({ detail }: { detail: LeadDetail }) {
  const t = useTexts<typeof texts>('leads');
  const text = useText();
  const labelOf = usePersonLabel();
  const formats = useFormats();
  const { company } = detail;
  const size = company?.employees == null ? undefined : t('employees', { count: company.employees });
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('mail'), linked({ href: 'mailto:', to: detail.email })],
    [t('phone'), linked({ href: 'tel:', to: detail.phone })],
    [t('company'), company?.name],
    [t(company?.industry ? 'industry' : 'size'), [company?.industry, size].filter(Boolean).join(' · ')],
    [t('region'), detail.region ?? company?.region],
    [t('address'), detail.address],
    [t('owner'), detail.owner === null ? t('noOwner') : labelOf(detail.owner)],
    ...[...detail.own, ...detail.companyOwn]
      .filter(({ name, value }) => !isBant(name) && value !== null)
      .map(({ title, value }) => [text(title), wordValue({ value, formats, yes: t('yes'), no: t('no') })] as const),
  ];
  return (
    <Panel title={t('basics')}>
      {detail.bounced && <BouncedNote lead={detail.id} />}
      <dl className={classes.facts}>
        {facts
          .filter(([, value]) => value)
          .map(([title, value]) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {detail.masked && <p className={classes.hint}>{t('masked')}</p>}
    </Panel>
  );
}

function linked({ href, to }: { href: string; to: string | null }): ReactNode {
  return (
    to !== null && (
      <a className="link" href={`${href}${to}`}>
        {to}
      </a>
    )
  );
}

function wordValue({
  value,
  formats,
  yes,
  no,
}: {
  value: unknown;
  formats: ReturnType<typeof useFormats>;
  yes: string;
  no: string;
}): string {
  if (typeof value === 'boolean') return value ? yes : no;
  return typeof value === 'number' ? formats.number(value) : String(value);
}
