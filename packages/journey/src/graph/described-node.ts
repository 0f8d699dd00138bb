import type { Json, JsonObject } from '../json.ts';
import type { Text } from '../text.ts';
import type { DurationUnit } from '../time/wait-spec.ts';
import type { Family } from './node-contract.ts';

/** A place inside a config: ["sla", "amount"]; numbers index lists. */
export type ConfigPath = readonly (string | number)[];

/** Holds where the value at `path` is one of `oneOf`; an absent value is `null`. */
export interface ConfigMatch {
  readonly path: ConfigPath;
  readonly oneOf: readonly Json[];
}

export interface SelectOption {
  readonly value: string;
  readonly label: Text;
}

/**
 * Which field component edits a value, and the shape of that value in the config. All values may be absent (cleared)
 * while `required` is false.
 */
export type FieldHint =
  | { readonly kind: 'text'; readonly lines?: number; readonly maxLength?: number }
  | { readonly kind: 'number'; readonly min?: number; readonly max?: number; readonly unit?: Text }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'select'; readonly options: readonly SelectOption[] }
  /** `Duration`: { amount, unit }. */
  | { readonly kind: 'duration'; readonly units: readonly DurationUnit[] }
  /** `Window`: { amount, unit }; only units that a window knows. */
  | { readonly kind: 'window'; readonly units: readonly DurationUnit[] }
  /** `ClockTime`: "HH:mm". */
  | { readonly kind: 'clock-time' }
  /** `Weekday[]`: 1 = Monday; empty: every day. */
  | { readonly kind: 'weekdays' }
  /** `Moment`: { time, weekdays, skipClosed }, or absent where it does not matter. */
  | { readonly kind: 'moment' }
  /** 'journey' or 'lead'. */
  | { readonly kind: 'zone' }
  /** The id of a calendar; the first of `Surroundings.calendars` is the default one and is filled in by the form. */
  | { readonly kind: 'calendar' }
  /** `UrlPattern`: { match, value }; offers pages seen. */
  | { readonly kind: 'url-pattern' }
  /** The form's id as marked on the page; offers forms seen, and takes any other. */
  | { readonly kind: 'form' }
  | { readonly kind: 'mail' }
  | { readonly kind: 'journey' }
  /** The id of another node of this journey, of one of the types. */
  | { readonly kind: 'node'; readonly types: readonly string[] }
  | { readonly kind: 'user' }
  /** Ids of people. `otherwise`: who is meant where it is empty. */
  | { readonly kind: 'users'; readonly otherwise?: 'sales-managers' }
  | { readonly kind: 'team' }
  /** { kind: 'user', user } or { kind: 'team', team }. */
  | { readonly kind: 'receiver' }
  /** { of: 'lead' | 'company', name }. */
  | { readonly kind: 'attribute' }
  /** A value for the attribute chosen at `attribute`, a path from the config's root. */
  | { readonly kind: 'attribute-value'; readonly attribute: ConfigPath }
  | { readonly kind: 'stage' }
  /** A category of the score: offers those of the score rules, and takes any other. */
  | { readonly kind: 'score-category'; readonly maxLength?: number }
  /** `Condition`: a tree. */
  | { readonly kind: 'condition' }
  /** string[]: one text a line. */
  | { readonly kind: 'lines'; readonly max: number }
  /** A list of objects, each edited by `fields`. `idField` gets a fresh short id for every item that is added. */
  | {
      readonly kind: 'list';
      readonly fields: readonly DescribedField[];
      readonly newItem: JsonObject;
      readonly addLabel: Text;
      readonly min: number;
      readonly max: number;
      readonly idField?: string;
    };

/** Every kind of hint, for whoever must not trust the types. */
export const fieldKinds = Object.keys({
  text: true,
  number: true,
  toggle: true,
  select: true,
  duration: true,
  window: true,
  'clock-time': true,
  weekdays: true,
  moment: true,
  zone: true,
  calendar: true,
  'url-pattern': true,
  form: true,
  mail: true,
  journey: true,
  node: true,
  user: true,
  users: true,
  team: true,
  receiver: true,
  attribute: true,
  'attribute-value': true,
  stage: true,
  'score-category': true,
  condition: true,
  lines: true,
  list: true,
} satisfies Record<FieldHint['kind'], true>);

/** One field of a node's form. `key` is its place in the config (or in the list's item). */
export interface DescribedField {
  readonly key: string;
  readonly title: Text;
  readonly help?: Text;
  readonly example?: Text;
  readonly hint: FieldHint;
  /** Must be filled in before the journey can be published. */
  readonly required: boolean;
  /** Shown only where one of these holds; absent: always. Paths count from the item inside a list, else from the config. */
  readonly when?: readonly ConfigMatch[];
}

/** How an outcome's label comes from the config, as data, so that the browser needs no code of the node type. */
export type LabelSpec =
  | Text
  /** The item's own text, or another label where it is empty. */
  | { readonly kind: 'field'; readonly field: string; readonly otherwise: LabelSpec }
  /** By the value of one of the item's fields. */
  | { readonly kind: 'lookup'; readonly field: string; readonly labels: Readonly<Record<string, Text>> }
  /** Score bands from the highest down: "60 or more", "30–59". */
  | { readonly kind: 'band'; readonly field: string }
  /** What lies below the lowest band of the list: "Below 30". */
  | { readonly kind: 'below-bands'; readonly list: ConfigPath; readonly field: string; readonly otherwise: Text }
  /** The item's name and its share of all weights: "A 50%". */
  | { readonly kind: 'share'; readonly name: string; readonly weight: string }
  /** A duration in words, put in place of `{}`: "{} passed". */
  | { readonly kind: 'duration'; readonly path: ConfigPath; readonly text: Text };

/** A part of a node's exits: one that is always there (or where `when` holds), or one for each item of a list. */
export type OutcomePart =
  | {
      readonly kind: 'fixed';
      readonly id: string;
      readonly label: LabelSpec;
      readonly optional?: boolean;
      /** What becomes of a lead where an optional one leads nowhere: a sentence, said where the way is chosen. */
      readonly unconnected?: Text;
      readonly required?: boolean;
      readonly when?: ConfigMatch;
      /** Present only where the config holds something at this path. */
      readonly whenSet?: ConfigPath;
    }
  | { readonly kind: 'each'; readonly list: ConfigPath; readonly idField: string; readonly label: LabelSpec };

/** A node type as the browser knows it: plain data. */
export interface DescribedNode {
  readonly type: string;
  readonly revision: number;
  readonly family: Family;
  readonly title: Text;
  /** A word or two for the palette's rail; the title where absent. */
  readonly short?: Text;
  /** What it is for, in a sentence. */
  readonly description: Text;
  /** More words that a search in the palette finds it by. */
  readonly keywords: readonly string[];
  /** Path data of a 24 × 24 outline, stroked, not filled. */
  readonly icon: string;
  readonly isTrigger: boolean;
  readonly rests: boolean;
  readonly fields: readonly DescribedField[];
  /** JSON Schema (2020-12) of a complete config, for other programs. */
  readonly schema: JsonObject;
  /** The config of a node just drawn. */
  readonly initial: JsonObject;
  readonly outcomes: readonly OutcomePart[];
  /** True for a type that is not built in. */
  readonly custom: boolean;
}
