import { rightOf } from '../journeys/right-of.ts';
import { useLanguage } from '../language/use-language.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { Icon } from '../parts/icon.tsx';
import { Mark } from '../parts/mark.tsx';
import { Page } from '../parts/page.tsx';
import { RichText } from '../parts/rich-text.tsx';
import { useSession } from '../server/use-session.ts';
import { TemplateButtons } from '../templates/template-buttons.tsx';
import classes from './empty-home.module.css';
import { Readiness } from './readiness.tsx';
import { Starter } from './starter.tsx';
import type { texts } from './texts.ja.ts';
import { useStartJourney } from './use-start-journey.ts';

/** Before the first journey: a template to begin with, other ways, and what must be ready to publish. */
export function EmptyHome() {
  const t = useTexts<typeof texts>('home');
  const language = useLanguage();
  const { person, demo } = useSession();
  const text = useText();
  const { start, starting } = useStartJourney();
  if (rightOf(person.role) !== 'all') {
    return <EmptyState title={t('empty.viewer')} help={t('empty.viewerHelp')} />;
  }
  return (
    <Page>
      <title>{`${t('title')} | Sodate`}</title>
      <div className={classes.empty}>
        <header className={classes.head}>
          <Mark size={44} />
          <h1>{t('empty.title')}</h1>
          <p>
            <RichText text={t('empty.help')} />
          </p>
        </header>
        <Starter />
        <ul className={classes.ways}>
          <li>
            <button type="button" className={classes.way} onClick={() => start({ name: t('empty.blankName') })}>
              <Icon name="plus" size={24} />
              <b>{t('empty.blank')}</b>
              <span>{t('empty.blankHelp')}</span>
            </button>
          </li>
          {demo && (
            <li>
              <a className={classes.way} href={`/demo?language=${language}`} target="_blank" rel="noopener">
                <Icon name="external" size={24} />
                <b>{t('empty.demo')}</b>
                <span>{t('empty.demoHelp')}</span>
              </a>
            </li>
          )}
        </ul>
        <h2 className={classes.others}>{t('empty.others')}</h2>
        <TemplateButtons
          but={['document-request']}
          busy={starting}
          onChoose={({ id, title }) => start({ name: text(title), template: id })}
        />
        <Readiness />
      </div>
    </Page>
  );
}
