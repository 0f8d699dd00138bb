import { ActionIcon, useComputedColorScheme } from '@mantine/core';
import type { ReadableJourney } from '@sodate/services/journey/read-document';
import { Link } from '@tanstack/react-router';
import { useFormatsIn } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { LanguageSwitch } from '../parts/language-switch.tsx';
import { Mark } from '../parts/mark.tsx';
import { useColourScheme } from '../theme/use-colour-scheme.ts';
import classes from './share-page.module.css';
import type { texts } from './texts.ja.ts';

/** Whose journey this is and how it stands, the document, and the reader's own language and colours. */
export function ShareBar({ journey, token }: { journey: ReadableJourney; token: string }) {
  const t = useTexts<typeof texts>('share');
  const { dateTime } = useFormatsIn({ zone: journey.zone });
  const dark = useComputedColorScheme('light') === 'dark';
  const setScheme = useColourScheme();
  const time = dateTime(journey.at);
  const stands = journey.version === null ? t('draftAt', { time }) : t('published', { number: journey.version });
  return (
    <header className={classes.bar}>
      <Mark />
      <div className={classes.place}>
        <h1>{journey.name}</h1>
        <small>{[journey.organisation, stands].filter(Boolean).join(' · ')}</small>
      </div>
      <div className={classes.acts}>
        <Link className="link" to="/share/$token/document" params={{ token }}>
          {t('toDocument')}
        </Link>
        <ActionIcon
          variant="subtle"
          color="idle"
          size="lg"
          aria-label={t(dark ? 'light' : 'dark')}
          onClick={() => setScheme(dark ? 'light' : 'dark')}
        >
          <Icon name="moon" />
        </ActionIcon>
        <LanguageSwitch />
      </div>
    </header>
  );
}
