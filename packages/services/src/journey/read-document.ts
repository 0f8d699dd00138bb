import { type JourneyState, version } from '@sodate/database/schema/journey';
import { organisation } from '@sodate/database/schema/organisation';
import type { Graph } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import type { Instant } from '@sodate/journey/time/instant';
import type { Zone } from '@sodate/journey/time/wait-spec';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { readZone } from '../organisation/read-zone.ts';
import { describeDocument, type JourneyDocument } from './describe-document.ts';
import { findJourney, journeyMissing } from './find-journey.ts';
import { journeyInput } from './journey-input.ts';
import { readMailWords } from './read-mail-words.ts';
import { sideInput } from './read-side.ts';
import { readSurroundings } from './read-surroundings.ts';
import { versionMissing } from './version-missing.ts';

export const documentInput = journeyInput.extend({ side: sideInput });

/** A graph with what it belongs to. */
export interface DocumentSource {
  readonly name: string;
  readonly state: JourneyState;
  /** Null: a draft. */
  readonly version: number | null;
  /** When the version was published, or the draft stood so. */
  readonly at: Instant;
  readonly graph: Graph;
  /** Node → the mail version it sends; none for a draft. */
  readonly mails: Readonly<Record<NodeId, string>>;
}

export interface ReadableJourney extends JourneyDocument, Omit<DocumentSource, 'graph' | 'mails'> {
  readonly organisation: string;
  readonly zone: Zone;
}

/** A version or the draft as a document. @throws RequestError 'not-found'. */
export async function readDocument({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof documentInput>;
}): Promise<ReadableJourney> {
  return await writeDocument({ context, source: await readDocumentSource({ context, input }), people: true });
}

/** What a document is written from. @throws RequestError 'not-found'. */
export async function readDocumentSource({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof documentInput>;
}): Promise<DocumentSource> {
  const row = await findJourney({ context, id: input.journey });
  if (row === undefined) throw journeyMissing();
  const { name, state } = row;
  if (input.side === 'draft') {
    return { name, state, version: null, at: row.updatedAt, graph: row.draft, mails: {} };
  }
  const [found] = await context.database
    .select({ version: version.number, at: version.publishedAt, graph: version.graph, mails: version.mails })
    .from(version)
    .where(and(eq(version.journeyId, row.id), eq(version.number, input.side)));
  if (found === undefined) throw versionMissing();
  return { name, state, ...found };
}

/** The document of a graph. Without `people` no colleague is named: for readers from outside. */
export async function writeDocument({
  context,
  source,
  people,
}: {
  context: Context;
  source: DocumentSource;
  people: boolean;
}): Promise<ReadableJourney> {
  const { graph, mails: pins, ...head } = source;
  const outside = await readSurroundings({ context });
  const mails = await readMailWords({ context, graph, pins });
  const subjects = new Map([...mails.values()].map(({ id, subject }) => [String(id), subject]));
  const [own] = await context.database.select({ name: organisation.name }).from(organisation);
  const document = describeDocument({
    graph,
    nodeTypes: context.nodeTypes,
    mails,
    outside: {
      ...outside,
      users: people ? outside.users : [],
      // A card names the subject that is sent, not one written since.
      mails: outside.mails.map((one) => ({ ...one, subject: subjects.get(one.id) ?? one.subject })),
    },
  });
  return { ...head, organisation: own?.name ?? '', zone: await readZone({ context }), ...document };
}
