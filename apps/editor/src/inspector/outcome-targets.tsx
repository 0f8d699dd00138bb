import { Select } from '@mantine/core';
import { edgeIdOf, type GraphNode } from '@sodate/journey/graph/graph';
import type { Outcome } from '@sodate/journey/graph/node-contract';
import { asId, type NodeId } from '@sodate/journey/id';
import type { Problem } from '@sodate/journey/validate/problem';
import { useState } from 'react';
import { outcomesOf } from '../canvas/outcomes-of.ts';
import { useAddNode } from '../canvas/use-add-node.ts';
import { useDrawableTypes } from '../canvas/use-drawable-types.ts';
import { useCanvas, useDraft, useGraph, useJourney } from '../journeys/journey-context.ts';
import { useCalledNode } from '../journeys/use-called-node.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import classes from './inspector.module.css';
import { listOrigins } from './list-origins.ts';
import { listTargets } from './list-targets.ts';
import type { texts } from './texts.ja.ts';

/** A choice in the list of nodes that is none: nodes' ids begin otherwise. */
const newEnd = 'new end';

/** Each outcome and the node it leads to; edges can be drawn here without a mouse. */
export function OutcomeTargets({ node, disabled }: { node: GraphNode; disabled: boolean }) {
  const t = useTexts<typeof texts>('inspector');
  const text = useText();
  const { draft, types } = useJourney();
  const graph = useGraph();
  const called = useCalledNode();
  const isFresh = useCanvas(({ fresh }) => fresh.has(node.id));
  const [opened, setOpened] = useState<string>();
  const problems = useDraft((state) => state.problems);
  const add = useAddNode();
  // The one that needs no settings: a goal is set up first.
  const ending = useDrawableTypes().find(({ family, fields }) => family === 'end' && fields.length === 0);
  const outcomes = outcomesOf({ node, types, graph });
  if (outcomes.length === 0) return null;
  const help = ({ problem, outcome, leads }: { problem: Problem | undefined; outcome: Outcome; leads: boolean }) => {
    if (problem !== undefined) return text(problem.mend);
    return !leads && outcome.unconnected !== undefined && text(outcome.unconnected);
  };
  // A thousand lines are made only for the list that is open.
  const targetsOf = ({ outcome, chosen }: { outcome: string; chosen: NodeId | undefined }) => {
    const offered = opened === outcome ? listTargets({ graph, types, from: node }) : [];
    const own = chosen === undefined || offered.some(({ id }) => id === chosen) ? undefined : graph.nodes[chosen];
    const lines = [...offered, ...(own === undefined ? [] : [own])].map((one) => ({
      value: one.id,
      label: called(one),
    }));
    // Last, as what is done where no node fits; a way mostly ends there.
    return ending === undefined || opened !== outcome
      ? lines
      : [...lines, { value: newEnd, label: t('newEnd', { end: text(ending.title) }) }];
  };
  // Of several that are called alike, it is said what leads there.
  const tellApart = ({ value, alike }: { value: string; alike: boolean }) => {
    const [origin] = alike ? listOrigins({ graph, types, node: asId<'node'>(value) }) : [];
    if (origin === undefined) return undefined;
    if (origin.outcome === undefined) return t('targetAfter', { from: text(origin.title) });
    if (origin.from === node.id) return t('targetAfter', { from: text(origin.outcome) });
    return t('targetAfterExit', { from: text(origin.title), exit: text(origin.outcome) });
  };
  const lead = ({ outcome, to }: { outcome: string; to: string | null }) => {
    if (to === newEnd && ending !== undefined)
      add({ described: ending, spot: { kind: 'after', node: node.id, outcome }, quietly: true });
    else if (to === null) draft.dispatch({ kind: 'disconnect', edge: edgeIdOf({ from: node.id, outcome }) });
    else draft.dispatch({ kind: 'connect', from: node.id, outcome, to: asId<'node'>(to) });
  };
  return (
    <section className={classes.targets} data-targets>
      <h3>{t('targets')}</h3>
      {outcomes.map((outcome) => {
        const edge = edgeIdOf({ from: node.id, outcome: outcome.id });
        const problem = problems.find((one) => one.node === node.id && one.outcome === outcome.id);
        const isError = problem?.severity === 'error' && !(isFresh && problem.unfilled === true);
        const data = targetsOf({ outcome: outcome.id, chosen: graph.edges[edge]?.to });
        const seen = new Set<string>();
        const twice = new Set(data.filter(({ label }) => seen.size === seen.add(label).size).map(({ label }) => label));
        return (
          <Select
            key={outcome.id}
            wrapperProps={{ 'data-exit': outcome.id }}
            label={text(outcome.label)}
            disabled={disabled}
            data={data}
            renderOption={({ option: { value, label } }) => (
              <span>
                {label} <small className="muted">{tellApart({ value, alike: twice.has(label) })}</small>
              </span>
            )}
            onDropdownOpen={() => setOpened(outcome.id)}
            onFocus={() => setOpened(outcome.id)}
            value={graph.edges[edge]?.to ?? null}
            placeholder={t(outcome.optional === true ? 'goesOn' : 'endsHere')}
            error={isError && text(problem.mend)}
            description={help({
              problem: isError ? undefined : problem,
              outcome,
              leads: graph.edges[edge] !== undefined,
            })}
            clearable
            searchable={Object.keys(graph.nodes).length > 8}
            nothingFoundMessage={t(Object.keys(graph.nodes).length > 1 ? 'noneFound' : 'noneToLeadTo')}
            onChange={(to) => lead({ outcome: outcome.id, to })}
          />
        );
      })}
    </section>
  );
}
