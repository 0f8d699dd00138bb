import { ActionIcon, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useGraph, useJourney } from '../journeys/journey-context.ts';
import { useSurroundings } from '../journeys/surroundings-context.ts';
import { useLanguage } from '../language/use-language.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import { isByHandOnly } from './is-by-hand-only.ts';
import classes from './publish-dialog.module.css';
import type { texts } from './texts.ja.ts';

/** After the first publish: how the first lead comes in, and where to see it. */
export function PublishedNext({ version, onClose }: { version: number; onClose: () => void }) {
  const t = useTexts<typeof texts>('publishing');
  const { types } = useJourney();
  const byHand = isByHandOnly({ graph: useGraph(), types });
  return (
    <section className={classes.dialog}>
      <header className={classes.head}>
        <div>
          <h2>{t('publishedTitle', { number: version })}</h2>
          <p>{t(byHand ? 'publishedByHand' : 'publishedHelp')}</p>
        </div>
        <ActionIcon variant="subtle" color="idle" size="lg" aria-label={t('close')} onClick={onClose}>
          <Icon name="close" />
        </ActionIcon>
      </header>
      <Steps />
      <footer className={classes.foot}>
        <p className={classes.watch}>{t('watchHelp')}</p>
        <Button size="md" onClick={onClose} autoFocus>
          {t('watchHere')}
        </Button>
      </footer>
    </section>
  );
}

function Steps() {
  const t = useTexts<typeof texts>('publishing');
  const language = useLanguage();
  const { demo } = useSession();
  const { data: sites } = useQuery(trpc.writeKeys.visitedSites.queryOptions());
  const { data: organisation } = useQuery(trpc.organisation.read.queryOptions());
  const { forms: known } = useSurroundings();
  const nodes = Object.values(useGraph().nodes);
  const text = useText();
  const forms = nodes.filter(({ type }) => type === 'form-submitted');
  const watchesSite = forms.length > 0 || nodes.some(({ type }) => type === 'page-visit');
  const onDemo = known.filter(
    ({ id, onDemoSite }) => onDemoSite === true && forms.some(({ config }) => config.form === id),
  );
  const [demoForm] = onDemo;
  const beginsOnDemo = demo && watchesSite && (forms.length === 0 || demoForm !== undefined);
  return (
    <ul className={classes.steps}>
      {beginsOnDemo && (
        <Step
          icon="external"
          title={t('nextDemo')}
          help={demoForm === undefined ? t('nextDemoPage') : t('nextDemoForm', { form: text(demoForm.title) })}
        >
          <a className="link" href={`/demo?language=${language}`} target="_blank" rel="noreferrer">
            {t('nextDemoDo')}
          </a>
        </Step>
      )}
      {watchesSite && sites?.every((site) => site.demo) && (
        <Step icon="tag" title={t('nextTag')} help={t('nextTagHelp')}>
          <Link className="link" to="/settings/tag">
            {t('nextTagDo')}
          </Link>
        </Step>
      )}
      {nodes.some(({ type }) => type === 'added-by-person') && (
        <Step icon="users" title={t('nextAdd')} help={t('nextAddHelp')}>
          <Link className="link" to="/leads">
            {t('nextAddDo')}
          </Link>
        </Step>
      )}
      {organisation?.testAddresses.length === 0 && (
        <Step icon="clock" title={t('nextTest')} help={t('nextTestHelp')}>
          <Link className="link" to="/settings/test-leads">
            {t('nextTestDo')}
          </Link>
        </Step>
      )}
    </ul>
  );
}

function Step({ icon, title, help, children }: { icon: IconName; title: string; help: string; children: ReactNode }) {
  return (
    <li className={classes.step}>
      <Icon name={icon} size={18} />
      <div>
        <h3>{title}</h3>
        <p>{help}</p>
      </div>
      {children}
    </li>
  );
}
