import { Button } from '@mantine/core';
import type { ReadableJourney } from '@sodate/services/journey/read-document';
import type { ReactNode } from 'react';
import { useFormatsIn } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { FamilyTile } from '../parts/family-tile.tsx';
import { StateChip } from '../parts/state-chip.tsx';
import { DocumentPicture } from './document-picture.tsx';
import classes from './journey-document.module.css';
import { JourneyRules } from './journey-rules.tsx';
import { type MailSource, MailSourceContext } from './mail-source.ts';
import { SectionBody } from './section-body.tsx';
import type { texts } from './texts.ja.ts';

/** A journey on paper: its head, its picture, its rules, and each node in the order of the flow. */
export function JourneyDocument({
  journey,
  mails,
  children,
}: {
  journey: ReadableJourney;
  mails: MailSource;
  children: ReactNode;
}) {
  const t = useTexts<typeof texts>('share');
  const text = useText();
  const { sections, name, version } = journey;
  // A browser names what it prints by this.
  const titled = t(version === null ? 'titleDraft' : 'titleVersion', { name, number: version ?? 0 });
  return (
    <div className={classes.screen}>
      <title>{`${titled} | Sodate`}</title>
      <nav className={classes.bar} aria-label={t('document')}>
        {children}
        <Button className={classes.print ?? ''} size="sm" onClick={() => window.print()}>
          {t('print')}
        </Button>
      </nav>
      <main className={classes.paper} data-theme="light">
        <h1>{name}</h1>
        <Head journey={journey} />
        <DocumentPicture journey={journey} />
        <section className={classes.rules}>
          <h2>{t('rules')}</h2>
          <JourneyRules journey={journey} />
        </section>
        <Notes journey={journey} />
        <h2>{t('sections')}</h2>
        {sections.length === 0 && <p>{t('noNodes')}</p>}
        {sections.map((section) => (
          <section key={section.node} id={`node-${section.number}`} className={classes.section}>
            <header>
              <FamilyTile family={section.family} icon={section.icon} />
              <div>
                <h3>{t('toNode', { number: section.number, title: text(section.title) })}</h3>
                <small>
                  {[section.type, section.summary]
                    .map((one) => one && text(one))
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </div>
            </header>
            <MailSourceContext value={mails}>
              <SectionBody section={section} sections={sections} />
            </MailSourceContext>
          </section>
        ))}
      </main>
    </div>
  );
}

/** The picture has room for their first words only. */
function Notes({ journey }: { journey: ReadableJourney }) {
  const t = useTexts<typeof texts>('share');
  const notes = Object.values(journey.graph.notes).filter(({ text }) => text.trim() !== '');
  if (notes.length === 0) return null;
  return (
    <section className={classes.rules}>
      <h2>{t('notes')}</h2>
      {notes.map(({ id, text }) => (
        <p key={id} className={classes.note}>
          {text}
        </p>
      ))}
    </section>
  );
}

function Head({ journey }: { journey: ReadableJourney }) {
  const t = useTexts<typeof texts>('share');
  const { dateTime } = useFormatsIn({ zone: journey.zone });
  const { organisation, state, version, at } = journey;
  return (
    <dl className={classes.head}>
      {organisation !== '' && (
        <div>
          <dt>{t('organisation')}</dt>
          <dd>{organisation}</dd>
        </div>
      )}
      <div>
        <dt>{t('state')}</dt>
        <dd>
          <StateChip state={state} />
        </dd>
      </div>
      <div>
        <dt>{t('version')}</dt>
        <dd>{version === null ? t('draft') : `v${version}`}</dd>
      </div>
      <div>
        <dt>{t('date')}</dt>
        <dd>{t(version === null ? 'draftAt' : 'publishedAt', { time: dateTime(at) })}</dd>
      </div>
    </dl>
  );
}
