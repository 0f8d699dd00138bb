import type { NodeId } from '@sodate/journey/id';
import type { ShownMail } from '@sodate/services/journey/show-node-mail';
import { useQuery } from '@tanstack/react-query';
import { use } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { MailFrame } from '../mails/mail-frame.tsx';
import { trpc } from '../server/trpc.ts';
import { type MailSource, MailSourceContext } from './mail-source.ts';
import classes from './section-mail.module.css';
import type { texts } from './texts.ja.ts';

const kept = { staleTime: Number.POSITIVE_INFINITY, meta: { silent: true } } as const;

/** The mail that a node sends, as it looks with made-up words; on paper its words alone. */
export function SectionMail({ node }: { node: NodeId }) {
  const source = use(MailSourceContext);
  if (source === undefined) return null;
  return source.kind === 'share' ? <OfShare source={source} node={node} /> : <OfJourney source={source} node={node} />;
}

function OfShare({ source: { token }, node }: { source: Extract<MailSource, { kind: 'share' }>; node: NodeId }) {
  return <Shown mail={useQuery(trpc.shares.mail.queryOptions({ token, node }, kept)).data} />;
}

function OfJourney({
  source: { journey, side },
  node,
}: {
  source: Extract<MailSource, { kind: 'journey' }>;
  node: NodeId;
}) {
  return <Shown mail={useQuery(trpc.journeys.documentMail.queryOptions({ journey, side, node }, kept)).data} />;
}

function Shown({ mail }: { mail: ShownMail | null | undefined }) {
  const t = useTexts<typeof texts>('share');
  if (mail === undefined) return <p className="muted">{t('mailComes')}</p>;
  if (mail === null) return <p className="muted">{t('mailUnreadable')}</p>;
  return (
    <figure className={classes.mail}>
      <figcaption>{t('mailSample')}</figcaption>
      <div className={classes.frame}>
        <MailFrame title={t('mailTitle', { subject: mail.subject })} html={mail.html} />
      </div>
      <pre className={classes.words}>{mail.text}</pre>
    </figure>
  );
}
