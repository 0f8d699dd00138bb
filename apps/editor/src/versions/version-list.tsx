import { Button } from '@mantine/core';
import type { JourneyId } from '@sodate/journey/id';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { type Against, compareWith, isSameComparison, listAgainst } from './compare-with.ts';
import type { texts } from './texts.ja.ts';
import { VersionNote } from './version-note.tsx';
import classes from './versions.module.css';
import type { Compared, ListedVersion, Look } from './versions-page.tsx';

/** The draft and the versions, the newest first; a press compares one with the one before it, or with another on offer. */
export function VersionList({
  journey,
  versions,
  live,
  look,
  onLook,
  more,
}: {
  journey: JourneyId;
  versions: readonly ListedVersion[];
  live: number | null;
  look: Look;
  onLook: (look: Look) => void;
  more: { show: () => void; busy: boolean } | undefined;
}) {
  const t = useTexts<typeof texts>('versions');
  return (
    <section className={classes.list} aria-label={t('versions')}>
      <ul>
        <li data-chosen={look.of === 'draft' || undefined}>
          <button
            type="button"
            className={classes.version}
            aria-pressed={look.of === 'draft'}
            onClick={() => onLook({ of: 'draft', compared: { before: live ?? 'nothing', after: 'draft' } })}
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
            live={live}
            compared={look.of === version.number ? look.compared : undefined}
            onCompare={(compared) => onLook({ of: version.number, compared })}
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

interface VersionGiven {
  readonly version: ListedVersion;
  readonly live: number | null;
  readonly onCompare: (compared: Compared) => void;
}

function VersionLine({
  journey,
  version,
  live,
  compared,
  onCompare,
}: VersionGiven & {
  journey: JourneyId;
  /** Absent: another one is looked at. */
  compared: Compared | undefined;
}) {
  const t = useTexts<typeof texts>('versions');
  const { dateTime } = useFormats();
  const { number, publishedAt, publishedBy, leads, testLeads } = version;
  const time = dateTime(publishedAt);
  const isChosen = compared !== undefined;
  return (
    <li data-chosen={isChosen || undefined}>
      <button
        type="button"
        className={classes.version}
        aria-pressed={isChosen}
        onClick={() => onCompare(compareWith({ number, against: 'before', live }))}
      >
        <b>
          {`v${number}`}
          {version.live && <i>{t('live')}</i>}
        </b>
        {number === 1 && <small>{t('firstVersion')}</small>}
        <span>{publishedBy === null ? t('byNobody', { time }) : t('byWhom', { time, name: publishedBy })}</span>
        <small>
          {leads === 0 ? t('nobody') : t('leads', { count: leads })}
          {testLeads > 0 && ` ${t('testLeads', { count: testLeads })}`}
        </small>
      </button>
      {isChosen && <CompareWith version={version} live={live} compared={compared} onCompare={onCompare} />}
      <VersionNote journey={journey} number={number} note={version.note} />
    </li>
  );
}

/** What else the version looked at can be held against. */
function CompareWith({ version: { number }, live, compared, onCompare }: VersionGiven & { compared: Compared }) {
  const t = useTexts<typeof texts>('versions');
  const words: Readonly<Record<Against, string>> = {
    before: t('withBefore', { number: number - 1 }),
    live: t('withLive', { number: live ?? 0 }),
    draft: t('withDraft'),
  };
  return (
    <fieldset className={classes.against} aria-label={t('compareWith', { number })}>
      {listAgainst({ number, live }).map((against) => {
        const other = compareWith({ number, against, live });
        const isShown = isSameComparison(other, compared);
        return (
          <Button
            key={against}
            size="compact-xs"
            variant={isShown ? 'light' : 'default'}
            aria-pressed={isShown}
            onClick={() => onCompare(other)}
          >
            {words[against]}
          </Button>
        );
      })}
    </fieldset>
  );
}
