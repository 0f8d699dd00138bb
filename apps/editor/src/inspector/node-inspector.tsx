import { Button } from '@mantine/core';
import type { DescribedNode } from '@sodate/journey/graph/described-node';
import type { GraphNode } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import type { ReactNode } from 'react';
import { canvasIcons } from '../canvas/canvas-icons.ts';
import { useCounts } from '../journeys/counts-context.ts';
import { useCompany, useDraft, useJourney, useMayChange } from '../journeys/journey-context.ts';
import { PeopleList } from '../journeys/people-list.tsx';
import { rightOf } from '../journeys/right-of.ts';
import type { texts as journeyTexts } from '../journeys/texts.ja.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { FamilyTile } from '../parts/family-tile.tsx';
import { Icon } from '../parts/icon.tsx';
import { useIsWide } from '../parts/use-is-wide.ts';
import type { NodeTab, Panel } from '../stores/canvas/create-canvas-store.ts';
import { Comments } from './comments.tsx';
import { HeldNote } from './held-note.tsx';
import { HoldButton } from './hold-button.tsx';
import classes from './inspector.module.css';
import { LeftOutTypes } from './left-out-types.tsx';
import { isAtField, NodeForm } from './node-form.tsx';
import { NodeResults } from './node-results.tsx';
import { Origins } from './origins.tsx';
import { OutcomeTargets } from './outcome-targets.tsx';
import { keyOfProblem, ProblemNote } from './problem-note.tsx';
import type { texts } from './texts.ja.ts';
import { useHold } from './use-hold.ts';

/** One node: its title, its settings, where its outcomes lead, and the leads that are there now. */
export function NodeInspector({
  node,
  panel,
  close,
  whole,
}: {
  node: GraphNode;
  panel: Extract<Panel, { kind: 'node' }>;
  close: ReactNode;
  /** Also what lies below the settings. */
  whole: boolean;
}) {
  const text = useText();
  const { journey, types, role } = useJourney();
  const counts = useCounts();
  const count = counts?.nodes[node.id];
  const described = types.get(node.type);
  const mayChange = useMayChange(node.type);
  const family = described?.family ?? 'data';
  const showsPeople = counts !== undefined && described?.isTrigger !== true && role !== 'viewer';
  const shown = { settings: true, people: showsPeople, results: counts !== undefined, comments: true };
  const tabs = (['settings', 'people', 'results', 'comments'] as const).filter((one) => shown[one]);
  const tab = tabs.find((one) => one === panel.tab) ?? 'settings';
  return (
    <>
      <header className={classes.head}>
        <FamilyTile family={family} icon={described?.icon ?? canvasIcons.unknown} />
        <div className={classes.title}>
          <small>{described === undefined ? node.type : text(described.title)}</small>
          <NodeTitle node={node} disabled={!mayChange} />
        </div>
        {close}
      </header>
      <Tabs tabs={tabs} tab={tab} here={(count?.here ?? 0) + (count?.testHere ?? 0)} node={node.id} />
      <HeldNote node={node} />
      <div className={classes.body} role="tabpanel">
        {tab === 'people' && <PeopleList journey={journey} node={node.id} which={panel.people ?? 'open'} />}
        {tab === 'results' && <NodeResults node={node} />}
        {tab === 'comments' && <Comments node={node.id} />}
        {tab === 'settings' && (
          <>
            <Problems node={node} described={described} />
            {described === undefined ? (
              role === 'admin' && <LeftOutTypes />
            ) : (
              <>
                <p className={classes.about}>{text(described.description)}</p>
                {!mayChange && <WhyReadOnly />}
                <NodeForm node={node} described={described} disabled={!mayChange} />
              </>
            )}
            {whole && <OutcomeTargets node={node} disabled={!mayChange} />}
            {whole && described?.outcomes.length === 0 && <Origins node={node} />}
          </>
        )}
      </div>
      {tab === 'settings' && <Foot node={node} mayChange={mayChange} />}
    </>
  );
}

/** Fields out of use say why: by the device, or by the role. */
function WhyReadOnly() {
  const t = useTexts<typeof journeyTexts>('journeys');
  const { role } = useJourney();
  const mayElsewhere = !useIsWide() && rightOf(role) !== 'none';
  return <p className={classes.about}>{t(mayElsewhere ? 'readOnlyHere' : 'readOnly')}</p>;
}

function Tabs({
  tabs,
  tab: shown,
  here,
  node,
}: {
  tabs: readonly NodeTab[];
  tab: NodeTab;
  here: number;
  node: NodeId;
}) {
  const t = useTexts<typeof texts>('inspector');
  const { canvas } = useJourney();
  const comments = useCompany(({ openComments }) => openComments[node] ?? 0);
  const words: Readonly<Record<NodeTab, string>> = {
    settings: t('tabSettings'),
    people: t('tabPeople', { count: here }),
    results: t('tabResults'),
    comments: comments === 0 ? t('tabComments') : t('tabCommentsOpen', { count: comments }),
  };
  return (
    <div className={classes.tabs} role="tablist" aria-label={t('nodeSettings')}>
      {tabs.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          aria-selected={tab === shown}
          onClick={() => canvas.openPanel({ kind: 'node', tab, people: 'open' })}
        >
          {words[tab]}
        </button>
      ))}
    </div>
  );
}

/** The marketer's own title; emptied, it is the type's again. */
function NodeTitle({ node, disabled }: { node: GraphNode; disabled: boolean }) {
  const t = useTexts<typeof texts>('inspector');
  const text = useText();
  const { draft, types } = useJourney();
  const described = types.get(node.type);
  return (
    <input
      className={classes.titleInput}
      aria-label={t('title')}
      maxLength={60}
      disabled={disabled}
      placeholder={described === undefined ? node.type : text(described.title)}
      value={node.title ?? ''}
      onChange={(event) => {
        const title = event.target.value;
        draft.dispatch({ kind: 'rename-node', node: node.id, ...(title === '' ? {} : { title }) });
      }}
    />
  );
}

/** Problems of the node as a whole; what is wrong with a field or an exit stands there. */
function Problems({ node, described }: { node: GraphNode; described: DescribedNode | undefined }) {
  const problems = useDraft((state) => state.problems);
  const own = problems.filter(
    ({ node: at, path, outcome, severity }) =>
      at === node.id &&
      outcome === undefined &&
      (path === undefined || (severity === 'warning' && !isAtField({ path, node, described }))),
  );
  return own.map((problem) => <ProblemNote key={keyOfProblem(problem)} problem={problem} />);
}

function Foot({ node, mayChange }: { node: GraphNode; mayChange: boolean }) {
  const t = useTexts<typeof texts>('inspector');
  const { draft, canvas, right } = useJourney();
  const { mayHold, held } = useHold({ node });
  const offersHold = mayHold && held === undefined;
  if (!mayChange && !offersHold) return null;
  return (
    <footer className={classes.foot}>
      {mayChange && (
        <Button
          variant="subtle"
          color="danger"
          leftSection={<Icon name="trash" size={15} />}
          onClick={() => {
            canvas.select([]);
            draft.dispatch({ kind: 'remove-nodes', nodes: [node.id], heal: right === 'all' });
          }}
        >
          {t('removeNode')}
        </Button>
      )}
      {offersHold && <HoldButton node={node} />}
    </footer>
  );
}
