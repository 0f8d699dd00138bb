import type { Command } from '@sodate/journey/edit/command';
import type { ConfigPath, DescribedField, DescribedNode } from '@sodate/journey/graph/described-node';
import type { GraphNode } from '@sodate/journey/graph/graph';
import { matchesConfig } from '@sodate/journey/graph/resolve-outcomes';
import type { Json, JsonObject } from '@sodate/journey/json';
import { useCallback, useMemo } from 'react';
import { useCanvas, useDraft, useJourney } from '../journeys/journey-context.ts';
import { useSurroundings } from '../journeys/surroundings-context.ts';
import { useText } from '../language/use-text.ts';
import { FieldEditor } from './field-editor.tsx';
import classes from './node-form.module.css';
import { keyOfProblem, ProblemNote } from './problem-note.tsx';
import { WaitExample } from './wait-example.tsx';
import { withPath } from './with-path.ts';

/** A node's settings as a form made from its type's description. Every change is a command. */
export function NodeForm({
  node,
  described,
  disabled,
}: {
  node: GraphNode;
  described: DescribedNode;
  disabled: boolean;
}) {
  const set = useSetConfig({ node, described });
  const errorAt = useErrors(node);
  const warnings = useDraft((state) => state.problems).filter(
    ({ node: at, severity }) => at === node.id && severity === 'warning',
  );
  return described.fields
    .filter((field) => isShown({ field, config: node.config }))
    .map((field) => (
      <div key={field.key} className={classes.place} data-field={field.key}>
        <FieldEditor
          field={field}
          value={node.config[field.key]}
          set={(value) => set([field.key], value)}
          setBelow={(path, value) => set([field.key, ...path], value)}
          config={node.config}
          disabled={disabled}
          error={errorAt([field.key])}
          errorBelow={(path) => errorAt([field.key, ...path])}
        />
        {warnings
          .filter(({ path }) => path?.[0] === field.key)
          .map((problem) => (
            <ProblemNote key={keyOfProblem(problem)} problem={problem} />
          ))}
        {field.hint.kind === 'moment' && <WaitExample described={described} config={node.config} />}
      </div>
    ));
}

/** Whether a place of the config has its field in the form, which then tells of it. */
export function isAtField({
  path,
  node,
  described,
}: {
  path: ConfigPath;
  node: GraphNode;
  described: DescribedNode | undefined;
}): boolean {
  return described?.fields.some((field) => field.key === path[0] && isShown({ field, config: node.config })) === true;
}

function isShown({ field, config }: { field: DescribedField; config: JsonObject }): boolean {
  return field.when === undefined || field.when.some((match) => matchesConfig({ match, config }));
}

/** Sets a place; a calendar that becomes needed by it is filled in with the default one, as the same step. */
function useSetConfig({ node, described }: { node: GraphNode; described: DescribedNode }) {
  const { draft } = useJourney();
  const calendar = useSurroundings().calendars[0]?.id;
  return useCallback(
    (path: ConfigPath, value: Json | undefined) => {
      const command: Command = {
        kind: 'set-config',
        node: node.id,
        path,
        ...(value === undefined ? {} : { value }),
      };
      const config = withPath({ config: node.config, path, value });
      const needed = described.fields.filter(
        (field) =>
          field.hint.kind === 'calendar' &&
          field.required &&
          config[field.key] === undefined &&
          isShown({ field, config }),
      );
      if (needed.length === 0 || calendar === undefined) {
        draft.dispatch(command);
        return;
      }
      const fills = needed.map(
        ({ key }): Command => ({ kind: 'set-config', node: node.id, path: [key], value: calendar }),
      );
      draft.dispatch({ kind: 'batch', commands: [command, ...fills] });
    },
    [draft, node, described, calendar],
  );
}

/** What is wrong at a place of the config; a problem deeper down is shown at the nearest field that knows it. */
function useErrors(node: GraphNode): (path: ConfigPath) => string | undefined {
  const text = useText();
  const problems = useDraft((state) => state.problems);
  const isFresh = useCanvas(({ fresh }) => fresh.has(node.id));
  const byPath = useMemo(() => {
    const found = new Map<string, string>();
    // What is merely not filled in, somebody is about to fill in where the node was just added.
    const own = problems.filter(
      (one) => one.node === node.id && one.severity === 'error' && !(isFresh && one.unfilled === true),
    );
    for (const problem of own) {
      if (problem.path === undefined) continue;
      const key = problem.path.join('/');
      if (!found.has(key)) found.set(key, text(problem.mend));
      // A part of a composite value: its field shows it as well.
      for (let length = problem.path.length - 1; length > 0; length--) {
        const above = problem.path.slice(0, length).join('/');
        if (!found.has(above) && !isListItem(problem.path.slice(0, length + 1))) found.set(above, text(problem.mend));
        else break;
      }
    }
    return found;
  }, [problems, node.id, isFresh, text]);
  return useCallback((path) => byPath.get(path.join('/')), [byPath]);
}

/** Below a list each item shows its own problems. */
function isListItem(path: ConfigPath): boolean {
  return path.some((part) => typeof part === 'number') && typeof path.at(-1) === 'number';
}
