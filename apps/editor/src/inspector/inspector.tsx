import { ActionIcon } from '@mantine/core';
import { useDeferredValue } from 'react';
import { useCanvas, useDraft, useJourney } from '../journeys/journey-context.ts';
import { PeopleList } from '../journeys/people-list.tsx';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import type { Panel } from '../stores/canvas/create-canvas-store.ts';
import classes from './inspector.module.css';
import { JourneySettingsForm } from './journey-settings-form.tsx';
import { NodeInspector } from './node-inspector.tsx';
import type { texts } from './texts.ja.ts';
import { useCloseByEscape } from './use-close-by-escape.ts';

/** The panel at the right: the selected node, or the settings of the journey. On a phone a sheet. */
export function Inspector({ panel }: { panel: Panel }) {
  const t = useTexts<typeof texts>('inspector');
  const text = useText();
  const { canvas, journey } = useJourney();
  useCloseByEscape();
  const selected = useCanvas((state) => state.selected);
  const node = useDraft(({ graph }) => {
    const [only] = selected;
    return Object.values(graph.nodes).find(({ id }) => id === only);
  });
  // The settings come first, what lies below them in the next breath; while the panel is open, all at once.
  const whole = useDeferredValue(true, false);
  const close = (
    <ActionIcon
      variant="subtle"
      color="idle"
      size="lg"
      aria-label={t('close')}
      onClick={() => canvas.openPanel(undefined)}
    >
      <Icon name="close" />
    </ActionIcon>
  );
  if (panel.kind === 'settings') {
    return (
      <aside className={classes.inspector} data-inspector aria-label={t('journeySettings')}>
        <header className={classes.head}>
          <h2>{t('journeySettings')}</h2>
          {close}
        </header>
        <div className={classes.body}>
          <JourneySettingsForm />
        </div>
      </aside>
    );
  }
  if (panel.kind === 'gone') {
    return (
      <aside className={classes.inspector} data-inspector aria-label={t('nodeSettings')}>
        <header className={classes.head}>
          <h2>{t('goneTitle', { title: text(panel.title) })}</h2>
          {close}
        </header>
        <div className={classes.body}>
          <p className="muted">{t('goneHelp')}</p>
          <PeopleList journey={journey} node={panel.node} which="open" />
        </div>
      </aside>
    );
  }
  if (node === undefined) {
    return (
      <aside className={classes.inspector} data-inspector aria-label={t('nodeSettings')}>
        <header className={classes.head}>
          <h2>{t('nothingSelected')}</h2>
          {close}
        </header>
        <p className={`${classes.body} muted`}>{t('selectOne')}</p>
      </aside>
    );
  }
  return (
    <aside className={classes.inspector} data-inspector aria-label={t('nodeSettings')}>
      <NodeInspector key={node.id} node={node} panel={panel} close={close} whole={whole} />
    </aside>
  );
}
