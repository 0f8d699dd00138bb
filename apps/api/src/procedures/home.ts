import { countHandoffsOfWeek } from '@sodate/services/home/count-handoffs-of-week';
import { readDueHandoffs } from '@sodate/services/home/read-due-handoffs';
import { readMonthFunnel } from '@sodate/services/home/read-month-funnel';
import { readNeeds } from '@sodate/services/home/read-needs';
import { readWeekOfSends } from '@sodate/services/home/read-week-of-sends';
import { allowEveryone } from './allow-everyone.ts';
import { router } from './procedure.ts';

export const homeRouter = router({
  dueHandoffs: allowEveryone().query(({ ctx }) => readDueHandoffs({ context: ctx.context })),
  funnel: allowEveryone().query(({ ctx }) => readMonthFunnel({ context: ctx.context })),
  handoffsOfWeek: allowEveryone().query(({ ctx }) => countHandoffsOfWeek({ context: ctx.context })),
  needs: allowEveryone().query(({ ctx }) => readNeeds({ context: ctx.context })),
  weekOfSends: allowEveryone().query(({ ctx }) => readWeekOfSends({ context: ctx.context })),
});
