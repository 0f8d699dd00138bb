import { type Stage, stageTitles } from '@sodate/journey/stage';
import { useQuery } from '@tanstack/react-query';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { readErrorText } from '../server/read-error.ts';
import { trpc } from '../server/trpc.ts';
import classes from './merge-preview.module.css';
import type { texts } from './texts.ja.ts';

/** What merging would leave: each field of both, what the one lead has afterwards, what moves and what ends. */
export function MergePreview({ pair }: { pair: { readonly keep: string; readonly merge: string } }) {
  const t = useTexts<typeof texts>('leads');
  const text = useText();
  const { data, error } = useQuery(trpc.leads.previewMerge.queryOptions(pair, { meta: { silent: true } }));
  if (error !== null) return <p role="alert">{text(readErrorText(error))}</p>;
  if (data === undefined) return null;
  const { moves, ends } = data;
  const shown = (field: string, value: string) => {
    if (value === '') return '–';
    return field === 'stage' ? text(stageTitles[value as Stage]) : value;
  };
  return (
    <div className={classes.preview}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('mergeField')}</th>
            <th scope="col">{t('mergeKept')}</th>
            <th scope="col">{t('mergeGone')}</th>
            <th scope="col">{t('mergeResult')}</th>
          </tr>
        </thead>
        <tbody>
          {data.fields.map(({ field, stays, goes, result }) => (
            <tr key={field}>
              <th scope="row">{t(field)}</th>
              <td>{shown(field, stays)}</td>
              <td data-dropped={goes !== '' && goes !== result}>{shown(field, goes)}</td>
              <td>
                <b>{shown(field, result)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul>
        <li>{t('mergeHistory')}</li>
        {moves.handoffs > 0 && <li>{t('mergeHandoffs', { count: moves.handoffs })}</li>}
        {moves.consents > 0 && <li>{t('mergeConsents', { count: moves.consents })}</li>}
        {moves.passages > 0 && <li>{t('mergePassages', { count: moves.passages })}</li>}
        {ends.map(({ id, name }) => (
          <li key={id}>{t('mergeEnds', { name })}</li>
        ))}
        <li>{t('mergeForGood')}</li>
      </ul>
    </div>
  );
}
