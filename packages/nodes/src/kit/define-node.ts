import type { DescribedNode, OutcomePart } from '@sodate/journey/graph/described-node';
import type {
  CheckProblem,
  Family,
  Lowered,
  Lowering,
  NodeContract,
  Surroundings,
} from '@sodate/journey/graph/node-contract';
import { rememberByContent } from '@sodate/journey/graph/remember-by-content';
import { resolveOutcomes } from '@sodate/journey/graph/resolve-outcomes';
import { isJsonObject, type JsonObject } from '@sodate/journey/json';
import type { Text } from '@sodate/journey/text';
import { z } from 'zod';
import { assertReturned } from './assert-returned.ts';
import { dropHidden } from './drop-hidden.ts';
import type { Effect } from './effect.ts';
import { describeFields } from './field.ts';
import { findChosenMail } from './find-chosen-mail.ts';
import { findConfigProblems } from './find-config-problems.ts';
import { findNamedNodes } from './find-named-nodes.ts';
import { findSpecFaults, withStandIns } from './find-spec-faults.ts';

interface OldConfig {
  readonly config: JsonObject;
  readonly revision: number;
}

/** All that a node type says of itself. `Config` is what its schema makes of a complete config. */
export interface NodeSpec<Schema extends z.ZodObject> {
  /** Kebab-case, unique, never changed: it is stored in journeys. */
  readonly type: string;
  /** Raised when the config's shape changes; `upgrade` then brings older configs along. 1 unless said. */
  readonly revision?: number;
  readonly family: Family;
  readonly title: Text;
  /** A word or two for the palette's rail, where the title is too long for it. */
  readonly short?: Text;
  readonly description: Text;
  readonly keywords?: readonly string[];
  /** Path data of a 24 × 24 outline. */
  readonly icon: string;
  /** Every key made with `field(…)`. */
  readonly config: Schema;
  /** The config of a node just drawn; may be incomplete. */
  readonly initial: JsonObject;
  readonly outcomes: readonly OutcomePart[];
  /** The lead always comes to rest here, so that a loop may lead through it. */
  readonly rests?: boolean;
  /** Triggers only: whoever enters has asked for nothing, so that a mail of the kind "reply" is not meant for them. */
  readonly isUnasked?: boolean;
  /** Works without being reached by an edge. Gets whatever a draft holds. */
  standsAlone?(config: JsonObject): boolean;
  /** What the schema cannot say. Gets only configs that the schema accepts. */
  check?(node: { readonly config: z.output<Schema>; readonly surroundings: Surroundings }): readonly CheckProblem[];
  /** One line of settings, to stand under the node's own `title`. Gets only configs that the schema accepts. */
  summary(node: {
    readonly config: z.output<Schema>;
    readonly surroundings: Surroundings;
    readonly title?: string | undefined;
  }): Text;
  lower(node: { readonly config: z.output<Schema>; readonly lowering: Lowering }): Lowered;
  /** Shares of the outcomes for the simulator, sum 1. Even shares unless given. */
  guess?(config: z.output<Schema>): Readonly<Record<string, number>>;
  upgrade?(old: OldConfig): JsonObject;
  /** For types that act: `() => import('./effect.ts').then((module) => module.myEffect)`. Loaded where journeys run. */
  readonly effect?: () => Promise<Effect>;
}

/** A node type, ready for the catalog. */
export interface NodeDefinition {
  readonly kind: 'node-definition';
  readonly contract: NodeContract;
  readonly described: DescribedNode;
  /** Whether its schema takes the config: then its `lower` must too. */
  accepts(config: JsonObject): boolean;
  readonly loadEffect?: () => Promise<Effect>;
  /** What its spec lacks, whatever its types said: it is then left out. */
  readonly faults: readonly Text[];
  /** For a type of `sodate.config.ts`: its place there and its file. */
  readonly from?: string;
}

const unset: Text = { ja: '設定がまだです', en: 'Not set up yet' };

/** Makes a node type from its spec. What the spec lacks is listed, never thrown: its author is to hear of all at once. */
export function defineNode<Schema extends z.ZodObject>(written: NodeSpec<Schema>): NodeDefinition {
  const faults = findSpecFaults(written);
  const spec = faults.length === 0 ? written : withStandIns(written);
  const described = describe(spec);
  const { fields } = described;
  const show = rememberByContent((config) => dropHidden({ fields, config }));
  const read = rememberByContent((config) => {
    const shown = show(config);
    const parsed = spec.config.safeParse(shown);
    return { parsed, problems: findConfigProblems({ fields, config: shown, issues: parsed.error?.issues ?? [] }) };
  });
  const outcomes = rememberByContent((config) => resolveOutcomes({ outcomes: spec.outcomes, config }));
  const { upgrade, standsAlone } = spec;
  const contract: NodeContract = {
    type: spec.type,
    family: spec.family,
    title: spec.title,
    revision: described.revision,
    isTrigger: described.isTrigger,
    isUnasked: spec.isUnasked === true,
    rests: described.rests,
    hasEffect: spec.effect !== undefined,
    outcomes,
    namesNodes: rememberByContent((config) => findNamedNodes({ fields, config: show(config), at: [] })),
    // Who has it at all is a node that sends a mail.
    ...(fields.some(({ hint }) => hint.kind === 'mail') && {
      mailOf: (config: JsonObject) => findChosenMail({ fields, config: show(config) }),
    }),
    problemsOf({ config, surroundings }) {
      const { parsed, problems } = read(config);
      if (problems.length > 0 || !parsed.success) return problems;
      const value = spec.check?.({ config: parsed.data, surroundings }) ?? [];
      return assertReturned({ type: spec.type, part: 'check', value });
    },
    summary({ config, surroundings, title }) {
      const { parsed } = read(config);
      if (!parsed.success) return unset;
      const value = spec.summary({ config: parsed.data, surroundings, title });
      return assertReturned({ type: spec.type, part: 'summary', value });
    },
    lower({ config, lowering }) {
      const value = spec.lower({ config: spec.config.parse(show(config)), lowering });
      return assertReturned({ type: spec.type, part: 'lower', value });
    },
    guess(config) {
      const { parsed } = read(config);
      if (parsed.success && spec.guess !== undefined)
        return assertReturned({ type: spec.type, part: 'guess', value: spec.guess(parsed.data) });
      return evenShares(outcomes(config).map(({ id }) => id));
    },
    ...(standsAlone === undefined ? {} : { standsAlone: (config) => standsAlone(config) }),
    ...(upgrade === undefined ? {} : { upgrade: (old) => upgradeOr({ old, upgrade }) }),
  };
  return {
    kind: 'node-definition',
    contract,
    described,
    accepts: (config) => read(config).parsed.success,
    faults,
    ...(typeof spec.effect === 'function' ? { loadEffect: spec.effect } : {}),
  };
}

/** A fault in an upgrade must not keep a journey from being shown: the old config then shows what is wrong with it. */
function upgradeOr({ old, upgrade }: { old: OldConfig; upgrade: (old: OldConfig) => JsonObject }): JsonObject {
  try {
    const upgraded: JsonObject | undefined = upgrade(old);
    return isJsonObject(upgraded) ? upgraded : old.config;
  } catch {
    return old.config;
  }
}

function describe<Schema extends z.ZodObject>(spec: NodeSpec<Schema>): DescribedNode {
  return {
    type: spec.type,
    revision: spec.revision ?? 1,
    family: spec.family,
    title: spec.title,
    ...(spec.short === undefined ? {} : { short: spec.short }),
    description: spec.description,
    keywords: spec.keywords ?? [],
    icon: spec.icon,
    isTrigger: spec.family === 'trigger',
    rests: spec.rests ?? false,
    fields: describeFields(spec.config),
    schema: asPlain(z.toJSONSchema(spec.config, { io: 'input', unrepresentable: 'any' })),
    initial: spec.initial,
    outcomes: spec.outcomes,
    custom: false,
  };
}

function evenShares(ids: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(ids.map((id) => [id, 1 / ids.length]));
}

/** A JSON Schema holds only plain data; a round trip also drops what is not. */
function asPlain(schema: object): JsonObject {
  return JSON.parse(JSON.stringify(schema)) as JsonObject;
}
