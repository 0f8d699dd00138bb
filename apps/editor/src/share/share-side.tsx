import type { NodeId } from '@sodate/journey/id';
import type { DocumentSection } from '@sodate/services/journey/describe-document';
import type { ReadableJourney } from '@sodate/services/journey/read-document';
import type { ShareCounts } from '@sodate/services/share/read-share-counts';
import { useEffect, useRef } from 'react';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { FamilyTile } from '../parts/family-tile.tsx';
import { Icon } from '../parts/icon.tsx';
import { JourneyRules } from './journey-rules.tsx';
import { SectionBody } from './section-body.tsx';
import classes from './share-page.module.css';
import type { texts } from './texts.ja.ts';

interface Side {
  readonly journey: ReadableJourney;
  readonly counts: ShareCounts | undefined;
  readonly node: NodeId | undefined;
  readonly onOpen: (node: NodeId | undefined) => void;
}

/** Beside the canvas: the node that was pressed in words, else the journey as a whole with all its nodes. */
export function ShareSide({ journey, counts, node, onOpen }: Side) {
  const section = journey.sections.find((one) => one.node === node);
  return (
    <aside className={classes.side}>
      {section === undefined ? (
        <About journey={journey} counts={counts} onOpen={onOpen} />
      ) : (
        <Opened key={section.node} section={section} sections={journey.sections} onOpen={onOpen} />
      )}
    </aside>
  );
}

function About({ journey, counts, onOpen }: Omit<Side, 'node'>) {
  const t = useTexts<typeof texts>('share');
  const text = useText();
  return (
    <>
      <h2>{t('about')}</h2>
      <p className="muted">{t('aboutHelp')}</p>
      {counts !== undefined && (
        <p>
          {t('inFlight', { count: counts.inFlight })}
          <br />
          {t('entered', { count: counts.entered })}
        </p>
      )}
      <JourneyRules journey={journey} />
      <h3>{t('nodes')}</h3>
      <ol className={classes.nodes}>
        {journey.sections.map(({ node, number, called }) => (
          <li key={node}>
            <button type="button" onClick={() => onOpen(node)}>
              {t('toNode', { number, title: text(called) })}
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}

function Opened({
  section,
  sections,
  onOpen,
}: {
  section: DocumentSection;
  sections: readonly DocumentSection[];
  onOpen: Side['onOpen'];
}) {
  const t = useTexts<typeof texts>('share');
  const text = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <button type="button" className={classes.back} onClick={() => onOpen(undefined)}>
        <Icon name="left" size={13} />
        {t('backToAbout')}
      </button>
      <div className={classes.head}>
        <FamilyTile family={section.family} icon={section.icon} />
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {t('toNode', { number: section.number, title: text(section.title) })}
          </h2>
          <small className="muted">
            {[section.type, section.summary]
              .map((one) => one && text(one))
              .filter(Boolean)
              .join(' · ')}
          </small>
        </div>
      </div>
      <SectionBody section={section} sections={sections} onOpen={onOpen} />
    </>
  );
}
