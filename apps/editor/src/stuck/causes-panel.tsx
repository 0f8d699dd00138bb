import type { StuckGroup } from '@sodate/services/enrollment/group-stuck';
import { useFormats } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { Panel } from '../parts/panel.tsx';
import classes from './causes-panel.module.css';
import type { StuckSearch } from './routes.ts';
import type { texts } from './texts.ja.ts';

/** What holds leads up: by journey, node and fault. Choosing one shows its leads alone. */
export function CausesPanel({
  groups,
  search,
  onChoose,
}: {
  groups: readonly StuckGroup[];
  search: StuckSearch;
  onChoose: (search: StuckSearch) => void;
}) {
  const t = useTexts<typeof texts>('stuck');
  const text = useText();
  const formats = useFormats();
  const filtered = Object.keys(search).length > 0;
  return (
    <Panel
      title={t('causes')}
      tone="danger"
      actions={
        filtered && (
          <button type="button" className="link" onClick={() => onChoose({})}>
            {t('showAll')}
          </button>
        )
      }
    >
      <ul className={classes.causes}>
        {groups.map(({ journey, node, error, why, count, tests, since }) => {
          const own = { journey: journey.id, node: node.id, error };
          const chosen = search.journey === journey.id && search.node === node.id && search.error === error;
          return (
            <li key={`${journey.id} ${node.id} ${error}`}>
              <button type="button" className={classes.cause} aria-pressed={chosen} onClick={() => onChoose(own)}>
                <b>{t('people', { count })}</b>
                {tests > 0 && <small className="muted">{t('tests', { count: tests })}</small>}
                <span className={classes.place}>
                  {journey.name} <span aria-hidden="true">›</span> {text(node.title)}
                </span>
                <span className={classes.why}>{why === null ? t('unknownWhy') : text(why)}</span>
                {since !== null && <small className="muted">{t('since', { at: formats.dateTime(since) })}</small>}
              </button>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
