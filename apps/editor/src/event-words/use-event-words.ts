import type { Json } from '@sodate/journey/json';
import { type Stage, stageTitles } from '@sodate/journey/stage';
import { useReasonWords } from '../answer-reasons/use-reason-words.ts';
import { useNotSentWords } from '../enrollments/use-not-sent-words.ts';
import { useText } from '../language/use-text.ts';
import { type Translate, useTexts } from '../language/use-texts.ts';
import type { TimelineEvent } from '../leads/lead-types.ts';
import { useAttributeTitles } from '../leads/use-attribute-titles.ts';
import { useSession } from '../server/use-session.ts';
import type { texts } from './texts.ja.ts';

export interface EventWords {
  readonly title: string;
  readonly detail?: string | undefined;
}

/** As much of an event as its words are made of. */
export type WordedEvent = Pick<
  TimelineEvent,
  'name' | 'thing' | 'source' | 'mail' | 'journey' | 'handoff' | 'outcome' | 'properties'
> & { readonly restored?: boolean };

type T = Translate<typeof texts>;

/** Words an event for the history, in the language in use. */
export function useEventWords(): (event: WordedEvent) => EventWords {
  const t = useTexts<typeof texts>('event-words');
  const text = useText();
  const attributeTitle = useAttributeTitles();
  const notSentWords = useNotSentWords();
  const whyOf = useWhyOf();
  const unnamedForm = useUnnamedForm();
  return (event) => {
    switch (event.name) {
      case 'page-viewed':
        return {
          title: event.thing?.title ?? event.thing?.key ?? t('event.page-viewed'),
          detail: wordSource({ event, t }),
        };
      case 'form-submitted':
        return { title: t('event.form-submitted'), detail: formName(event) ?? unnamedForm(event) };
      case 'custom':
        return { title: thingName(event) ?? t('event.custom'), detail: wordProperties(event.properties) };
      case 'mail-sent':
      case 'mail-opened':
      case 'mail-bounced':
        return { title: t(`event.${event.name}`), detail: mailName(event) };
      case 'mail-clicked':
        return { title: t('event.mail-clicked'), detail: join([mailName(event), thingName(event)]) };
      case 'mail-withheld':
        return {
          title: t('event.mail-withheld', { mail: mailName(event) ?? '', why: notSentWords(event.outcome) ?? '' }),
          detail: event.journey?.name,
        };
      case 'stage-changed':
        return {
          title: t(event.restored === true ? 'event.stage-restored' : 'event.stage-changed', {
            stage: text(stageTitles[(event.outcome ?? 'lead') as Stage]),
          }),
          detail: event.journey?.name,
        };
      case 'handoff-accepted':
      case 'handoff-rejected':
        return {
          title: t(`event.${event.name}`),
          detail: join([whyOf(event), event.handoff?.by, event.journey?.name]),
        };
      case 'handoff-created':
      case 'handoff-overdue':
        return { title: t(`event.${event.name}`), detail: join([event.handoff?.owner, event.journey?.name]) };
      case 'handoff-closed':
        return {
          title: t('event.handoff-closed'),
          detail: join([closing({ event, t }), whyOf(event), event.handoff?.by]),
        };
      case 'journey-entered':
      case 'journey-ended':
        return { title: t(`event.${event.name}`, { journey: event.journey?.name ?? '' }) };
      case 'attribute-changed':
        return { title: t('event.attribute-changed'), detail: namesIn(event).map(attributeTitle).join(t('comma')) };
      case 'points-given':
        return { title: t('event.points-given'), detail: join([asText(event.properties.note), event.journey?.name]) };
      case 'consent-given':
      case 'consent-withdrawn':
        return { title: t(`event.${event.name}`), detail: wordTopic({ topic: event.properties.topic, t }) };
      case 'visitor-identified':
      case 'lead-created':
      case 'lead-merged':
        return { title: t(`event.${event.name}`) };
      default:
        return event.name satisfies never;
    }
  };
}

/** A form that came without a title: what it is called inside only those are told who can give it one. */
function useUnnamedForm(): (event: WordedEvent) => string {
  const t = useTexts<typeof texts>('event-words');
  const { role } = useSession().person;
  const sees = role === 'admin' || role === 'marketer';
  return ({ thing }) => (sees && thing !== null ? t('untitledFormOf', { form: thing.key }) : t('untitledForm'));
}

/** Why it was rejected or lost, in our words or in theirs. */
function useWhyOf(): (event: WordedEvent) => string | undefined {
  const reasonWords = useReasonWords();
  return ({ name, outcome, handoff }) => {
    if (handoff === null || (name !== 'handoff-rejected' && outcome !== 'lost')) return undefined;
    return reasonWords(handoff.why) ?? asText(handoff.note ?? undefined);
  };
}

function thingName({ thing }: WordedEvent): string | undefined {
  return thing?.title ?? thing?.key;
}

/** Its title, or else where on the site it stood: what a form is called inside says nothing to a reader. */
function formName({ thing, properties: { url } }: WordedEvent): string | undefined {
  return thing?.title ?? (typeof url === 'string' ? URL.parse(url)?.pathname : undefined);
}

function mailName({ mail }: WordedEvent): string | undefined {
  return mail?.subject ?? mail?.name;
}

function wordSource({ event, t }: { event: WordedEvent; t: T }): string | undefined {
  return event.source === null ? undefined : t('fromSource', { source: event.source });
}

function closing({ event, t }: { event: WordedEvent; t: T }): string | undefined {
  switch (event.outcome) {
    case 'met':
    case 'opportunity':
    case 'won':
    case 'lost':
      return t(`outcome.${event.outcome}`);
    default:
      return undefined;
  }
}

function wordTopic({ topic, t }: { topic: Json | undefined; t: T }): string | undefined {
  return topic === 'marketing' ? t('topic.marketing') : asText(topic);
}

/** A few plain values of a custom event, as they were sent. */
function wordProperties(properties: WordedEvent['properties']): string | undefined {
  const parts = Object.entries(properties).flatMap(([name, value]) => {
    const shown = asText(value);
    return shown === undefined ? [] : [`${name}: ${shown}`];
  });
  return parts.length === 0 ? undefined : parts.slice(0, 3).join(', ');
}

function asText(value: Json | undefined): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value.slice(0, 120) : undefined;
}

function join(parts: readonly (string | null | undefined)[]): string | undefined {
  const present = parts.filter(Boolean);
  return present.length === 0 ? undefined : present.join(' · ');
}

/** The attributes that were changed at once. */
function namesIn({ properties: { attribute } }: WordedEvent): readonly string[] {
  return String(attribute ?? '')
    .split(', ')
    .filter(Boolean);
}
