import type { JourneyId, NodeId } from '@sodate/journey/id';
import { parseInstant } from '@sodate/journey/time/instant';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { PeopleRows } from '../journeys/people-rows.tsx';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { usePaging } from '../parts/use-paging.ts';
import { trpc } from '../server/trpc.ts';
import type { ResultChoice } from './node-results.tsx';
import type { texts } from './texts.ja.ts';

/** The leads that a number of a node's results counts. */
export function ResultPeople({
  journey,
  node,
  title,
  choice,
}: {
  journey: JourneyId;
  node: NodeId;
  title: string;
  choice: ResultChoice;
}) {
  const t = useTexts<typeof texts>('inspector');
  const { dateTime } = useFormats();
  const paging = usePaging({ reset: `${node}/${title}` });
  const { data } = useQuery({
    ...trpc.journeys.listNodeResults.queryOptions({
      journey,
      node,
      ...choice,
      limit: 30,
      ...(paging.after === undefined ? {} : { after: paging.after }),
    }),
    placeholderData: keepPreviousData,
  });
  if (data === undefined) return null;
  const rows = data.rows.map(({ at, ...row }, index) => ({
    ...row,
    key: `${row.enrollment} ${index}`,
    test: false,
    line: at === null ? '' : dateTime(parseInstant(at)),
  }));
  return (
    <section aria-label={title}>
      <h3>{t('resultPeople', { what: title })}</h3>
      {rows.length === 0 ? (
        <p className="muted">{t('resultNobody')}</p>
      ) : (
        <PeopleRows rows={rows} next={data.next} paging={paging} />
      )}
    </section>
  );
}
