import type { MailKind } from '@sodate/database/schema/mail';
import { emptyGraph } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import { linkPlaceholder } from '@sodate/mail/compile/number-links';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { readMakersLanguage } from '../organisation/read-makers-language.ts';
import { readOrganisation } from '../organisation/read-organisation.ts';
import { type comparedSide, differenceInput } from './read-difference.ts';
import { readNodeMail } from './read-node-mail.ts';
import { readPins } from './read-pins.ts';
import { readSide } from './read-side.ts';
import { wordWrittenMail } from './word-written-mail.ts';

export const mailChangeInput = differenceInput.extend({
  node: z
    .string()
    .min(1)
    .max(100)
    .transform(asId<'node'>),
});

/** A mail in words, what is filled in for each lead as a variable, and its links by their targets. */
export interface WrittenMail {
  readonly kind: MailKind;
  readonly subject: string;
  readonly preview: string;
  readonly text: string;
}

export interface MailChange {
  /** Null: the side sends no mail there, or one with errors that cannot be shown. */
  readonly before: WrittenMail | null;
  readonly after: WrittenMail | null;
}

/** What a node's mail said on either side of a comparison. @throws RequestError 'not-found'. */
export async function readMailChange({
  context,
  input: { journey, node, before, after },
}: {
  context: Context;
  input: z.output<typeof mailChangeInput>;
}): Promise<MailChange> {
  const mailOf = async (side: z.output<typeof comparedSide>): Promise<WrittenMail | null> => {
    const graph = side === 'nothing' ? emptyGraph : await readSide({ context, journey, side });
    const mails = side === 'nothing' ? {} : await readPins({ context, journey, side });
    const mail = await readNodeMail({ context, source: { graph, mails }, node });
    if (mail === undefined) return null;
    const { kind, subject, preview, text, links } = mail;
    return { kind, subject, preview, text: withTargets({ text, links }) };
  };
  const raw = { before: await mailOf(before), after: await mailOf(after) };
  const { sender } = await readOrganisation({ context });
  const language = await readMakersLanguage({ context });
  const asRead = (mail: WrittenMail | null) =>
    mail && wordWrittenMail({ mail, sender: { ...sender, postal_address: sender.postalAddress }, language });
  const worded = { before: asRead(raw.before), after: asRead(raw.after) };
  // A change in what only some leads read is shown as it was written: nothing else would tell of it.
  return isSame(worded) && !isSame(raw) ? raw : worded;
}

function isSame({ before, after }: MailChange): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

function withTargets({ text, links }: { text: string; links: readonly { number: number; target: string }[] }): string {
  const targets = new Map(links.map(({ number, target }) => [linkPlaceholder(number), target]));
  return text.replaceAll(/sodate-link:\d+/g, (placeholder) => targets.get(placeholder) ?? placeholder);
}
