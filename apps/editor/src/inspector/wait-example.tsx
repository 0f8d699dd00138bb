import { useDebouncedValue } from '@mantine/hooks';
import type { DescribedNode } from '@sodate/journey/graph/described-node';
import type { JsonObject } from '@sodate/journey/json';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDraft } from '../journeys/journey-context.ts';
import { useFormatsIn } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import type { texts } from './texts.ja.ts';
import classes from './wait-example.module.css';
import { type WaitSettings, waitOf } from './wait-of.ts';

/** When a lead who arrived now would go on: what days, hours and a calendar come to is hard to reckon in the head. */
export function WaitExample({ described, config }: { described: DescribedNode; config: JsonObject }) {
  const wait = waitOf({ described, config });
  return wait === undefined ? null : <Example wait={wait} />;
}

function Example({ wait }: { wait: WaitSettings }) {
  const t = useTexts<typeof texts>('inspector');
  const own = useSession().organisation.zone;
  const zone = useDraft(({ graph }) => graph.settings.zone) ?? own;
  const formats = useFormatsIn({ zone });
  const [{ byLead, ...spec }] = useDebouncedValue(wait, 250);
  const { data, error } = useQuery(
    trpc.calendars.measureWait.queryOptions(
      { spec, zone },
      { meta: { silent: true }, retry: false, placeholderData: keepPreviousData },
    ),
  );
  if (data?.until === undefined || error !== null) return null;
  return (
    <p role="status" className={classes.example}>
      <span>{t(byLead ? 'waitExampleByLead' : 'waitExample', { at: formats.dateTime(data.until) })}</span>
      {spec.duration !== undefined && spec.moment !== undefined && (
        <small>{t('waitPast', { time: spec.moment.time.replace(/^0(?=\d)/, '') })}</small>
      )}
    </p>
  );
}
