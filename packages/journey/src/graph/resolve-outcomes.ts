import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { sameText, type Text } from '../text.ts';
import type { ConfigMatch, LabelSpec, OutcomePart } from './described-node.ts';
import type { Outcome } from './node-contract.ts';
import { readPath } from './read-path.ts';
import { wordDuration } from './word-duration.ts';

interface Scope {
  readonly config: JsonObject;
  readonly items: readonly JsonObject[];
  readonly index: number;
}

/**
 * The exits of a node with this config, in the order they are drawn. Needs only data, so the browser and the server
 * agree; takes whatever a draft holds, and leaves out items without an id of their own.
 */
export function resolveOutcomes(node: {
  readonly outcomes: readonly OutcomePart[];
  readonly config: JsonObject;
}): readonly Outcome[] {
  const found = new Map<string, Outcome>();
  for (const part of node.outcomes) {
    for (const outcome of resolvePart({ part, config: node.config })) {
      if (!found.has(outcome.id)) found.set(outcome.id, outcome);
    }
  }
  return [...found.values()];
}

/** Whether a field is shown or an outcome present with this config. */
export function matchesConfig({ match, config }: { match: ConfigMatch; config: JsonObject }): boolean {
  return match.oneOf.includes(readPath({ value: config, path: match.path }) ?? null);
}

function resolvePart({ part, config }: { part: OutcomePart; config: JsonObject }): readonly Outcome[] {
  if (part.kind === 'fixed') {
    if (part.when !== undefined && !matchesConfig({ match: part.when, config })) return [];
    if (part.whenSet !== undefined && (readPath({ value: config, path: part.whenSet }) ?? null) === null) return [];
    const label = resolveLabel({ label: part.label, scope: { config, items: [], index: 0 } });
    return [
      {
        id: part.id,
        label,
        ...(part.optional === true ? { optional: true } : {}),
        ...(part.unconnected === undefined ? {} : { unconnected: part.unconnected }),
        ...(part.required === true ? { required: true } : {}),
      },
    ];
  }
  const items = readItems(readPath({ value: config, path: part.list }));
  return items.flatMap((item, index) => {
    const id = item[part.idField];
    if (typeof id !== 'string' || id === '') return [];
    return [{ id, label: resolveLabel({ label: part.label, scope: { config, items, index } }) }];
  });
}

function readItems(list: Json | undefined): readonly JsonObject[] {
  if (!Array.isArray(list)) return [];
  return list.filter(isJsonObject);
}

function resolveLabel({ label, scope }: { label: LabelSpec; scope: Scope }): Text {
  if (!('kind' in label)) return label;
  const item = scope.items[scope.index] ?? {};
  switch (label.kind) {
    case 'field': {
      const own = item[label.field];
      const text = typeof own === 'string' ? own.trim() : '';
      return text === '' ? resolveLabel({ label: label.otherwise, scope }) : sameText(text);
    }
    case 'lookup': {
      const value = item[label.field];
      return (typeof value === 'string' ? label.labels[value] : undefined) ?? numbered(scope.index);
    }
    case 'band':
      return labelBand({ from: numberOf(item[label.field]), above: higherBand({ field: label.field, scope }), scope });
    case 'below-bands': {
      const bands = readItems(readPath({ value: scope.config, path: label.list }));
      const lowest = lowestOf(bands.map((band) => numberOf(band[label.field])));
      return lowest === undefined ? label.otherwise : { ja: `${lowest - 1}以下`, en: `Below ${lowest}` };
    }
    case 'share':
      return labelShare({ ...label, scope });
    case 'duration': {
      const words = wordDuration(readPath({ value: scope.config, path: label.path })) ?? { ja: '期限', en: 'time' };
      return { ja: label.text.ja.replace('{}', words.ja), en: label.text.en.replace('{}', words.en) };
    }
  }
}

function labelBand({
  from,
  above,
  scope,
}: {
  from: number | undefined;
  above: number | undefined;
  scope: Scope;
}): Text {
  if (from === undefined) return numbered(scope.index);
  if (above === undefined) return { ja: `${from}以上`, en: `${from} or more` };
  return above - 1 === from ? sameText(`${from}`) : { ja: `${from}〜${above - 1}`, en: `${from}–${above - 1}` };
}

/** The lower end of the next band up: bands may stand in any order. */
function higherBand({ field, scope }: { field: string; scope: Scope }): number | undefined {
  const own = numberOf(scope.items[scope.index]?.[field]);
  if (own === undefined) return undefined;
  const others = scope.items.map((item) => numberOf(item[field]));
  return lowestOf(others.filter((other) => other !== undefined && other > own));
}

function labelShare({ name, weight, scope }: { name: string; weight: string; scope: Scope }): Text {
  const item = scope.items[scope.index] ?? {};
  const weights = scope.items.map((other) => Math.max(0, numberOf(other[weight]) ?? 0));
  const sum = weights.reduce((total, value) => total + value, 0);
  const own = item[name];
  const title = typeof own === 'string' && own.trim() !== '' ? own.trim() : letter(scope.index);
  if (sum === 0) return sameText(title);
  return sameText(`${title} ${Math.round(((weights[scope.index] ?? 0) / sum) * 100)}%`);
}

function lowestOf(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

function numberOf(value: Json | undefined): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function numbered(index: number): Text {
  return { ja: `${index + 1}つ目`, en: `No. ${index + 1}` };
}

function letter(index: number): string {
  return String.fromCharCode(65 + (index % 26));
}
