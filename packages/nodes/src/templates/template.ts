import type { JourneySettings, Position } from '@sodate/journey/graph/graph';
import type { JsonObject } from '@sodate/journey/json';
import type { Language, Text } from '@sodate/journey/text';

export const templateIds = [
  'document-request',
  'document-follow-up',
  'first-reply',
  'price-visit',
  'webinar-follow-up',
  'dormant-lead',
] as const;

export type TemplateId = (typeof templateIds)[number];

/** Mails that an installation begins with, by what they are for. */
export const startingMails = ['thanks', 'tips', 'talk'] as const;

export type StartingMail = (typeof startingMails)[number];

/** A journey to begin with. What only a person can choose is left out, and shows as a problem with its mend. */
export interface Template {
  readonly id: TemplateId;
  readonly title: Text;
  /** One line: what it is good for. */
  readonly purpose: Text;
  /** Stands beside the first node: what to choose, and what has to be there. */
  readonly start: Text;
  readonly settings?: Partial<JourneySettings>;
  sketch(given: SketchGiven): readonly Sketch[];
}

export interface SketchGiven {
  readonly language: Language;
  /** The one that deadlines count by, where it is known already. */
  readonly calendar?: string;
  /** Ids of those that are there and could be sent. */
  readonly mails?: Readonly<Partial<Record<StartingMail, string>>>;
}

/** A node before it is worded. */
export interface Sketch {
  readonly id: string;
  readonly type: string;
  readonly title?: Text;
  readonly at: Position;
  readonly config: JsonObject;
  /** For a mail node: the one it sends, where that is there. */
  readonly mail?: StartingMail;
  /** Outcome → node. */
  readonly to?: Readonly<Record<string, string>>;
}
