import type { NodeChoice } from '@sodate/database/schema/journey';
import type { NodeId } from '@sodate/journey/id';
import type { PublishPlan } from '@sodate/services/journey/read-publish-plan';
import { canvasIcons } from '../canvas/canvas-icons.ts';
import { useJourney } from '../journeys/journey-context.ts';
import { useFormats } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { FamilyTile } from '../parts/family-tile.tsx';
import { RuleChanges } from '../share/rule-changes.tsx';
import classes from './publish-side.module.css';
import { SendOutlook } from './send-outlook.tsx';
import type { texts } from './texts.ja.ts';

const fates = ['follow', 'finish', 'move'] as const;

/** The changes in a list, how many leads go which way, and the mails to come. */
export function PublishSide({ plan, choices }: { plan: PublishPlan; choices: Readonly<Record<NodeId, NodeChoice>> }) {
  const t = useTexts<typeof texts>('publishing');
  const text = useText();
  const { number } = useFormats();
  const { types } = useJourney();
  const isRuled = (plan.rules?.changed.length ?? 0) > 0;
  const counts = fates.map((kind) => ({
    kind,
    count: plan.nodes.reduce(
      (sum, { node, leads, testLeads, standard }) =>
        sum + ((choices[node] ?? standard).kind === kind ? leads - testLeads : 0),
      0,
    ),
  }));
  return (
    <aside className={classes.side}>
      <section>
        <h3>
          {t('changeList')}{' '}
          {plan.liveVersion !== null && <small>{`v${plan.liveVersion} → v${plan.nextVersion}`}</small>}
        </h3>
        {plan.changes.length === 0 && !isRuled && (
          <p className="muted">{t(plan.moved > 0 ? 'onlyMoved' : 'noChanges')}</p>
        )}
        <ul className={classes.diff}>
          {plan.rules !== null && isRuled && (
            <li className={classes.rules}>
              <RuleChanges rules={plan.rules} />
            </li>
          )}
          {plan.changes.map((change) => {
            const type = types.get(change.type);
            return (
              <li key={change.node} data-change={change.kind}>
                <FamilyTile family={type?.family ?? 'data'} icon={type?.icon ?? canvasIcons.unknown} size="sm" />
                <span className={classes.words}>
                  <b>{text(change.title)}</b>
                  <ChangeWords change={change} />
                </span>
              </li>
            );
          })}
        </ul>
      </section>
      {plan.inFlight > 0 && (
        <section>
          <h3>{t('fateTitle', { count: plan.inFlight })}</h3>
          <div className={classes.fate}>
            {counts
              .filter(({ count }) => count > 0)
              .map(({ kind, count }) => (
                <span key={kind} data-fate={kind} style={{ flex: count }}>
                  {number(count)}
                </span>
              ))}
          </div>
          <p className={classes.legend}>
            {fates.map((kind) => (
              <span key={kind}>
                <i data-fate={kind} />
                {t(`fate-${kind}`)}
              </span>
            ))}
          </p>
        </section>
      )}
      {plan.outlook !== null && <SendOutlook whole={plan.outlook} nodes={plan.nodes} choices={choices} />}
    </aside>
  );
}

function ChangeWords({ change }: { change: PublishPlan['changes'][number] }) {
  const t = useTexts<typeof texts>('publishing');
  const { kind, before, after, rewritten, relowered, settings } = change;
  const { types } = useJourney();
  const text = useText();
  const type = types.get(change.type)?.title;
  const isOutside = rewritten !== null || relowered;
  const outside = isOutside && (
    <>
      {rewritten !== null && <span>{t('change-rewritten', { mail: rewritten })}</span>}
      {relowered && <span>{t('change-relowered', { type: type === undefined ? change.type : text(type) })}</span>}
    </>
  );
  const isWorded = kind === 'changed' && before !== null && after !== null && text(before) !== text(after);
  if (kind === 'changed' && settings.length > 0) {
    return (
      <>
        {settings.map((setting) => (
          <Setting key={setting.title.en} setting={setting} />
        ))}
        {outside}
      </>
    );
  }
  if (!isWorded) return outside || <span>{t(`change-${kind}`)}</span>;
  return (
    <>
      <span>
        <s>{text(before)}</s> → {text(after)}
      </span>
      {outside}
    </>
  );
}

/** A setting that the card does not show: what it was, and what it is. */
function Setting({
  setting: { title, before, after },
}: {
  setting: PublishPlan['changes'][number]['settings'][number];
}) {
  const t = useTexts<typeof texts>('publishing');
  const text = useText();
  if (before === null && after === null) return <span>{t('settingChanged', { title: text(title) })}</span>;
  return (
    <span>
      {t('settingNow', { title: text(title) })} <s>{before === null ? t('notSet') : text(before)}</s> →{' '}
      {after === null ? t('notSet') : text(after)}
    </span>
  );
}
