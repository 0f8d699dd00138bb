import type { LoopState } from '@sodate/services/operation/read-loops';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Panel } from '../parts/panel.tsx';
import classes from './operations.module.css';
import { Standing, type Tone } from './standing.tsx';
import type { texts } from './texts.ja.ts';
import { useShortSpan } from './use-short-span.ts';

const tones = { well: 'ok', late: 'danger', failing: 'danger', never: 'idle' } as const satisfies Record<
  LoopState['state'],
  Tone
>;

/** What each loop of the workers did last. */
export function LoopsPanel({ loops }: { loops: readonly LoopState[] }) {
  const t = useTexts<typeof texts>('operations');
  const formats = useFormats();
  const span = useShortSpan();
  const bad = loops.some(({ state }) => state === 'late' || state === 'failing');
  return (
    <Panel title={t('loops')} aside={t('loopsHelp')} {...(bad ? { tone: 'danger' as const } : {})}>
      {/* Where no journey is live nothing else here takes the keyboard, by which the page and the table are scrolled. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={classes.scroll} aria-label={t('loopsTable')} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('loop')}</th>
              <th scope="col">{t('standing')}</th>
              <th scope="col">{t('lastTurn')}</th>
              <th scope="col" className={classes.number}>
                {t('took')}
              </th>
              <th scope="col">{t('lastFound')}</th>
              <th scope="col" className={classes.number}>
                {t('total')}
              </th>
            </tr>
          </thead>
          <tbody>
            {loops.map((loop) => (
              <tr key={loop.name}>
                <th scope="row">
                  {t(`loop.${loop.name}`)}
                  <small className={classes.what}>{t(`what.${loop.name}`)}</small>
                </th>
                <td data-label={t('standing')}>
                  <Standing tone={tones[loop.state]}>{t(`state.${loop.state}`)}</Standing>
                  {(loop.state === 'failing' || loop.state === 'late') && (
                    <small className={classes.failure}>{loop.failure ?? t('mend.loop')}</small>
                  )}
                </td>
                <td className="nowrap" data-label={t('lastTurn')}>
                  {loop.wellAt === null ? '—' : formats.dateTime(loop.wellAt)}
                </td>
                <td className={classes.number} data-label={t('took')}>
                  {loop.wellAt === null ? '—' : span(loop.tookMs)}
                </td>
                <td className="nowrap" data-label={t('lastFound')}>
                  {loop.didAt === null ? '—' : t('found', { count: loop.did, at: formats.dateTime(loop.didAt) })}
                </td>
                <td className={classes.number} data-label={t('total')}>
                  {formats.number(loop.total)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
}
