import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { LeadName } from '../leads/lead-name.tsx';
import { Panel } from '../parts/panel.tsx';
import classes from './rules-preview.module.css';
import type { texts } from './texts.ja.ts';
import type { useRulesPreview } from './use-rules-preview.ts';

/** Who would be hot by the rules as they stand in the form, and how that differs from now. */
export function RulesPreview({
  preview,
  changed,
  ready,
}: {
  preview: ReturnType<typeof useRulesPreview>;
  changed: boolean;
  ready: boolean;
}) {
  const t = useTexts<typeof texts>('scores');
  const formats = useFormats();
  const { data } = preview;
  return (
    <Panel title={t('preview')} {...(changed ? { aside: t('previewAside') } : {})}>
      <div aria-busy={preview.isFetching} className={preview.isFetching || !ready ? classes.stale : ''}>
        {data !== undefined && (
          <>
            <p className={classes.count} aria-live="polite">
              <b>{formats.number(data.hot)}</b>
              {t('hotLeads', { count: data.hot })}
            </p>
            <p className={classes.change}>{t('hotNow', { count: data.hotNow })}</p>
            {(data.becomeHot > 0 || data.noLongerHot > 0) && (
              <p className={classes.change}>{t('change', { more: data.becomeHot, fewer: data.noLongerHot })}</p>
            )}
            <ol className={classes.leads}>
              {data.leads.map((lead) => (
                <li key={lead.id}>
                  <span>
                    <LeadName lead={lead} />
                    <small>{lead.company}</small>
                  </span>
                  <span className={classes.score}>
                    {lead.scoreNow !== lead.score && <small>{t('before', { score: lead.scoreNow })}</small>}
                    <b>{formats.number(lead.score)}</b>
                  </span>
                </li>
              ))}
            </ol>
            {data.hot > data.leads.length && (
              <p className={classes.change}>{t('andMore', { count: data.hot - data.leads.length })}</p>
            )}
            {data.hot === 0 && <p className="muted">{t('nobody')}</p>}
          </>
        )}
      </div>
    </Panel>
  );
}
