import { Button } from '@mantine/core';
import type { JourneyId } from '@sodate/journey/id';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import type { texts } from './texts.ja.ts';
import { VersionNote } from './version-note.tsx';
import classes from './versions.module.css';
import type { Compared, ListedVersion } from './versions-page.tsx';

/** The draft and the versions, the newest first; a press compares one with the one before it. */
export function VersionList({
  journey,
  versions,
  compared,
  onCompare,
  more,
}: {
  journey: JourneyId;
  versions: readonly ListedVersion[];
  compared: Compared;
  onCompare: (compared: Compared) => void;
  more: { show: () => void; busy: boolean } | undefined;
}) {
  const t = useTexts<typeof texts>('versions');
  const live = versions.find((version) => version.live)?.number ?? 1;
  return (
    <section className={classes.list} aria-label={t('versions')}>
      <ul>
        <li data-chosen={compared.after === 'draft' || undefined}>
          <button
            type="button"
            className={classes.version}
            aria-pressed={compared.after === 'draft'}
            onClick={() => onCompare({ before: live, after: 'draft' })}
          >
            <b>{t('draft')}</b>
            <small>{t('draftHelp')}</small>
          </button>
        </li>
        {versions.map((version) => (
          <VersionLine
            key={version.number}
            journey={journey}
            version={version}
            chosen={compared.after === version.number}
            onChoose={() =>
              onCompare({ before: version.number > 1 ? version.number - 1 : 'nothing', after: version.number })
            }
          />
        ))}
      </ul>
      {more !== undefined && (
        <Button variant="subtle" size="compact-sm" loading={more.busy} onClick={more.show}>
          {t('showMore')}
        </Button>
      )}
    </section>
  );
}

function VersionLine({
  journey,
  version,
  chosen,
  onChoose,
}: {
  journey: JourneyId;
  version: ListedVersion;
  chosen: boolean;
  onChoose: () => void;
}) {
  const t = useTexts<typeof texts>('versions');
  const { dateTime } = useFormats();
  const { number, publishedAt, publishedBy, leads, testLeads } = version;
  const time = dateTime(publishedAt);
  return (
    <li data-chosen={chosen || undefined}>
      <button type="button" className={classes.version} aria-pressed={chosen} onClick={onChoose}>
        <b>
          {`v${number}`}
          {version.live && <i>{t('live')}</i>}
        </b>
        <span>{publishedBy === null ? t('byNobody', { time }) : t('byWhom', { time, name: publishedBy })}</span>
        <small>
          {leads === 0 ? t('nobody') : t('leads', { count: leads })}
          {testLeads > 0 && ` ${t('testLeads', { count: testLeads })}`}
        </small>
      </button>
      <VersionNote journey={journey} number={number} note={version.note} />
    </li>
  );
}
