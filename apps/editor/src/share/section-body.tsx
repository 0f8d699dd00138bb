import type { NodeId } from '@sodate/journey/id';
import type { DocumentSection } from '@sodate/services/journey/describe-document';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import classes from './section-body.module.css';
import { SectionMail } from './section-mail.tsx';
import type { texts } from './texts.ja.ts';

/** One node in words: what it does, its settings, its mail, where it leads. With `onOpen` the ways can be followed. */
export function SectionBody({
  section,
  sections,
  onOpen,
}: {
  section: DocumentSection;
  sections: readonly DocumentSection[];
  onOpen?: (node: NodeId) => void;
}) {
  const t = useTexts<typeof texts>('share');
  const text = useText();
  const { does, settings, mail, ways } = section;
  return (
    <div className={classes.body}>
      {does !== null && <p>{text(does)}</p>}
      {(settings.length > 0 || mail !== null) && (
        <dl className={classes.settings}>
          {settings.map(({ title, lines }) => (
            <div key={title.ja}>
              <dt>{text(title)}</dt>
              {lines.map((line) => (
                <dd key={line.ja}>{text(line)}</dd>
              ))}
            </div>
          ))}
          {mail !== null && (
            <>
              <div>
                <dt>{t('subject')}</dt>
                <dd>{text(mail.subject) || t('empty')}</dd>
              </div>
              <div>
                <dt>{t('preview')}</dt>
                <dd>{text(mail.preview) || t('empty')}</dd>
              </div>
            </>
          )}
        </dl>
      )}
      {mail !== null && <SectionMail node={section.node} />}
      {ways.length === 0 ? (
        <p>{t('ends')}</p>
      ) : (
        <>
          <h4>{t('ways')}</h4>
          <ul>
            {ways.map(({ label, to }) => (
              <li key={label.ja}>
                {text(label)} → <Target to={sections.find(({ number }) => number === to)} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Target({ to, onOpen }: { to: DocumentSection | undefined; onOpen: ((node: NodeId) => void) | undefined }) {
  const t = useTexts<typeof texts>('share');
  const text = useText();
  if (to === undefined) return <span className="muted">{t('nowhere')}</span>;
  const words = t('toNode', { number: to.number, title: text(to.called) });
  if (onOpen === undefined) return <a href={`#node-${to.number}`}>{words}</a>;
  return (
    <button type="button" className="link" onClick={() => onOpen(to.node)}>
      {words}
    </button>
  );
}
