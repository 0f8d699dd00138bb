import type { DescribedField, FieldHint } from '@sodate/journey/graph/described-node';
import type { Surroundings } from '@sodate/journey/graph/node-contract';
import { wordDuration, wordWindow } from '@sodate/journey/graph/word-duration';
import { wordUrl } from '@sodate/journey/graph/word-url';
import { isJsonObject, type Json, type JsonObject } from '@sodate/journey/json';
import { wordCategory } from '@sodate/journey/score/category-titles';
import { type Stage, stageTitles } from '@sodate/journey/stage';
import { sameText, type Text } from '@sodate/journey/text';
import { unreachable } from '@sodate/journey/unreachable';
import { z } from 'zod';
import {
  attributeValue,
  momentValue,
  peopleValue,
  receiverValue,
  urlPatternValue,
  weekdayValue,
} from './config-values.ts';
import { dropHidden } from './drop-hidden.ts';
import { wordForm } from './form.ts';
import { wordAsked } from './word-asked.ts';
import { wordMoment } from './word-moment.ts';
import { wordWeekdays } from './word-weekdays.ts';

interface Said<Hint extends FieldHint = FieldHint> {
  readonly hint: Hint;
  /** Whatever a draft holds. */
  readonly value: Json | undefined;
  readonly surroundings: Surroundings;
}

type Maybe = Text | undefined;

/** What a field holds, a line for each part of it; none where it holds nothing that can be said. */
export function wordValue(said: Said): readonly Text[] {
  const { hint, value, surroundings } = said;
  switch (hint.kind) {
    case 'lines':
      return Array.isArray(value) ? value.filter(isText).map(sameText) : [];
    case 'list':
      return Array.isArray(value)
        ? value
            .filter(isJsonObject)
            .map((config) => wordItem({ fields: hint.fields, config, surroundings }))
            .filter(({ ja }) => ja !== '')
        : [];
    default: {
      const words = wordOne({ ...said, hint });
      return words === undefined ? [] : [words];
    }
  }
}

/** An item's fields on one line, the first as its heading: 「製造業：業種が製造」. */
function wordItem({
  fields,
  config,
  surroundings,
}: {
  fields: readonly DescribedField[];
  config: JsonObject;
  surroundings: Surroundings;
}): Text {
  const shown = dropHidden({ fields, config });
  const parts = fields.flatMap(({ key, hint }) => wordValue({ hint, value: shown[key], surroundings }));
  return { ja: parts.map(({ ja }) => ja).join('：'), en: parts.map(({ en }) => en).join(': ') };
}

function wordOne({ hint, value, surroundings }: Said<Exclude<FieldHint, { kind: 'lines' | 'list' }>>): Maybe {
  switch (hint.kind) {
    case 'text':
      return isText(value) ? sameText(value) : undefined;
    case 'score-category':
      return isText(value) ? wordCategory(value) : undefined;
    case 'number':
      return wordNumber({ hint, value });
    case 'toggle':
      return typeof value === 'boolean' ? yesOrNo(value) : undefined;
    case 'select':
      return hint.options.find((option) => option.value === value)?.label;
    case 'duration':
      return wordDuration(value);
    case 'window':
      return wordWindow(value);
    case 'clock-time':
      return isText(value) ? sameText(value.replace(/^0(?=\d)/, '')) : undefined;
    case 'weekdays': {
      const days = z.array(weekdayValue).safeParse(value).data;
      return days === undefined ? undefined : (wordWeekdays(days) ?? { ja: '毎日', en: 'every day' });
    }
    case 'moment':
      return wordWholeMoment(value);
    case 'zone':
      return value === 'lead' ? { ja: 'リードの地域の時刻', en: 'the lead’s time' } : undefined;
    case 'url-pattern': {
      const pattern = urlPatternValue.safeParse(value).data;
      return pattern === undefined ? undefined : sameText(wordUrl(pattern));
    }
    case 'condition':
      return wordAsked({ value, surroundings });
    case 'attribute-value':
      return wordScalar(value);
    case 'stage':
      return typeof value === 'string' && Object.hasOwn(stageTitles, value) ? stageTitles[value as Stage] : undefined;
    default:
      return wordNamed({ hint, value, surroundings });
  }
}

type NamingHint = Extract<
  FieldHint,
  { kind: 'calendar' | 'form' | 'mail' | 'journey' | 'node' | 'user' | 'users' | 'team' | 'receiver' | 'attribute' }
>;

/** What is named by an id elsewhere, by the name it has there. */
function wordNamed({ hint, value, surroundings }: Said<NamingHint>): Maybe {
  switch (hint.kind) {
    case 'calendar':
      return nameIn({ list: surroundings.calendars, id: value });
    case 'form':
      return isText(value) ? wordForm({ form: value, surroundings }) : undefined;
    case 'mail':
      return nameIn({ list: surroundings.mails, id: value });
    case 'journey':
      return nameIn({ list: surroundings.journeys, id: value });
    case 'node':
      return surroundings.nodes.find(({ id }) => id === value)?.title;
    case 'user':
      return isText(value) ? (nameIn({ list: surroundings.users, id: value }) ?? somebody) : undefined;
    case 'users':
      return wordPeople({ people: peopleValue.safeParse(value).data ?? [], surroundings });
    case 'team':
      return nameIn({ list: surroundings.teams, id: value });
    case 'receiver': {
      const to = receiverValue.safeParse(value).data;
      if (to === undefined) return undefined;
      if (to.kind === 'team') return nameIn({ list: surroundings.teams, id: to.team });
      return nameIn({ list: surroundings.users, id: to.user }) ?? somebody;
    }
    case 'attribute': {
      const named = attributeValue.safeParse(value).data;
      if (named === undefined) return undefined;
      const known = surroundings.attributes.find(({ of, name }) => of === named.of && name === named.name);
      return known?.title ?? sameText(named.name);
    }
    default:
      return unreachable(hint);
  }
}

function wordPeople({ people, surroundings }: { people: readonly string[]; surroundings: Surroundings }): Maybe {
  if (people.length === 0) return undefined;
  const names = people.map((id) => nameIn({ list: surroundings.users, id }));
  const known = names.filter((name) => name !== undefined);
  const others = names.length - known.length;
  const all = others === 0 ? known : [...known, others === 1 ? somebody : someOf(others)];
  return { ja: all.map(({ ja }) => ja).join('、'), en: all.map(({ en }) => en).join(', ') };
}

function someOf(count: number): Text {
  return { ja: `担当者${count}人`, en: `${count} colleagues` };
}

/** One of our own people whose name is not to be said here, or not known any more. */
const somebody: Text = { ja: '担当者1人', en: 'one colleague' };

function nameIn({
  list,
  id,
}: {
  list: readonly { readonly id: string; readonly name: string }[];
  id: Json | undefined;
}): Maybe {
  const found = list.find((one) => one.id === id);
  return found === undefined ? undefined : sameText(found.name);
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function wordNumber({ hint, value }: { hint: Extract<FieldHint, { kind: 'number' }>; value: Json | undefined }): Maybe {
  if (typeof value !== 'number') return undefined;
  if (hint.unit === undefined) return sameText(String(value));
  return { ja: `${value}${hint.unit.ja}`, en: `${value} ${hint.unit.en}` };
}

function yesOrNo(value: boolean): Text {
  return value ? { ja: 'はい', en: 'Yes' } : { ja: 'いいえ', en: 'No' };
}

function wordScalar(value: Json | undefined): Maybe {
  if (typeof value === 'boolean') return yesOrNo(value);
  if (typeof value === 'number') return sameText(String(value));
  return isText(value) ? sameText(value) : undefined;
}

function wordWholeMoment(value: Json | undefined): Maybe {
  const moment = momentValue.safeParse(value).data;
  return moment === undefined ? undefined : wordMoment(moment);
}
