import type { JourneyId, NodeId } from '@sodate/journey/id';
import type { NamedLedger } from '@sodate/services/operation/read-ledger';
import { useQuery } from '@tanstack/react-query';
import { useFormats } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { Panel } from '../parts/panel.tsx';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import classes from './ledger-panel.module.css';
import type { texts } from './texts.ja.ts';

/** Whom a number of the ledger stands for: those at a node, or those who ended by a reason. */
export type LedgerChoice =
  | { readonly kind: 'node'; readonly node: NodeId }
  | { readonly kind: 'reason'; readonly reason: NamedLedger['reasons'][number]['reason'] };

/** Entered = on the way + ended, counted twice; each number shows its leads. */
export function LedgerPanel({
  journey,
  choice,
  onChoose,
}: {
  journey: JourneyId;
  choice: LedgerChoice | undefined;
  onChoose: (choice: LedgerChoice | undefined) => void;
}) {
  const t = useTexts<typeof texts>('journeys');
  const text = useText();
  const { number } = useFormats();
  const { role } = useSession().person;
  const { data } = useQuery({
    ...trpc.operations.ledger.queryOptions({ journey }),
    enabled: role !== 'sales-rep',
  });
  if (data == null) return null;
  const { rows, steps, nodes, reasons, balanced } = data;
  const places = [
    ...nodes.map((line) => ({
      key: `node ${line.node}`,
      choice: { kind: 'node', node: line.node } as const,
      title: text(line.name.title),
      count: line.rows,
      bySteps: line.steps,
    })),
    ...reasons.map(({ reason, count }) => ({
      key: `reason ${reason}`,
      choice: { kind: 'reason', reason } as const,
      title: t(`reason-${reason}`),
      count,
      bySteps: count,
    })),
  ];
  const chosen = choice === undefined ? '' : `${choice.kind} ${choice.kind === 'node' ? choice.node : choice.reason}`;
  return (
    <Panel title={t('ledger')} {...(balanced ? {} : { tone: 'danger' as const })}>
      <p className={classes.sum}>
        {t('ledgerSum', { entered: rows.entered, inFlight: rows.inFlight, ended: rows.ended })}
        <span className={balanced ? classes.ok : classes.danger}>
          <Icon name={balanced ? 'check' : 'alert'} size={14} />
          {t(balanced ? 'ledgerBalances' : 'ledgerDoesNot')}
        </span>
      </p>
      {!balanced && (
        <p className={classes.danger}>
          {t('ledgerBySteps', { entered: steps.entered, inFlight: steps.inFlight, ended: steps.ended })}
        </p>
      )}
      <ul className={classes.places}>
        {places.map((place) => (
          <li key={place.key}>
            <button
              type="button"
              className={classes.place}
              aria-pressed={place.key === chosen}
              onClick={() => onChoose(place.key === chosen ? undefined : place.choice)}
            >
              {place.title} <b>{number(place.count)}</b>
              {place.bySteps !== place.count && (
                <small className={classes.danger}>{t('ledgerStepsSay', { count: place.bySteps })}</small>
              )}
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
