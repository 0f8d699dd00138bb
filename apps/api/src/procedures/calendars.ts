import { listCalendars } from '@sodate/services/calendar/list-calendars';
import { measureWait, measureWaitInput } from '@sodate/services/calendar/measure-wait';
import { saveCalendar, saveCalendarInput } from '@sodate/services/calendar/save-calendar';
import { tryCalendar, tryCalendarInput } from '@sodate/services/calendar/try-calendar';
import { allow, router } from './procedure.ts';

/** Calendars of business time: open hours, holidays, extra days. */
export const calendarsRouter = router({
  list: allow('marketer', 'sales-manager', 'sales-rep', 'viewer').query(({ ctx }) =>
    listCalendars({ context: ctx.context }),
  ),
  try: allow('marketer', 'sales-manager')
    .input(tryCalendarInput)
    .query(({ ctx, input }) => tryCalendar({ context: ctx.context, input })),
  /** For whoever may see a journey: its settings are open to all of them. */
  measureWait: allow('marketer', 'sales-manager', 'sales-rep', 'viewer')
    .input(measureWaitInput)
    .query(({ ctx, input }) => measureWait({ context: ctx.context, input })),
  save: allow('marketer', 'sales-manager')
    .input(saveCalendarInput)
    .mutation(({ ctx, input }) => saveCalendar({ context: ctx.context, input })),
});
