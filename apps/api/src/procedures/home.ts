import { countAnsweredToday } from '@sodate/services/home/count-answered-today';
import { countAnswersByOwner } from '@sodate/services/home/count-answers-by-owner';
import { countHandoffsOfWeek } from '@sodate/services/home/count-handoffs-of-week';
import { countJourneys } from '@sodate/services/home/count-journeys';
import { countRecentMails } from '@sodate/services/home/count-recent-mails';
import { readDueContacts } from '@sodate/services/home/read-due-contacts';
import { readDueHandoffs } from '@sodate/services/home/read-due-handoffs';
import { flowPicturesInput, readFlowPictures } from '@sodate/services/home/read-flow-pictures';
import { readMonthFunnel } from '@sodate/services/home/read-month-funnel';
import { readNeeds } from '@sodate/services/home/read-needs';
import { readWeekOfSends } from '@sodate/services/home/read-week-of-sends';
import { allowEveryone } from './allow-everyone.ts';
import { allow, router } from './procedure.ts';

export const homeRouter = router({
  answeredToday: allow('sales-rep').query(({ ctx }) => countAnsweredToday({ context: ctx.context })),
  answersByOwner: allow('sales-manager', 'sales-rep').query(({ ctx }) => countAnswersByOwner({ context: ctx.context })),
  dueContacts: allowEveryone().query(({ ctx }) => readDueContacts({ context: ctx.context })),
  dueHandoffs: allowEveryone().query(({ ctx }) => readDueHandoffs({ context: ctx.context })),
  flowPictures: allowEveryone()
    .input(flowPicturesInput)
    .query(({ ctx, input }) => readFlowPictures({ context: ctx.context, input })),
  funnel: allowEveryone().query(({ ctx }) => readMonthFunnel({ context: ctx.context })),
  handoffsOfWeek: allowEveryone().query(({ ctx }) => countHandoffsOfWeek({ context: ctx.context })),
  journeys: allowEveryone().query(({ ctx }) => countJourneys({ context: ctx.context })),
  needs: allowEveryone().query(({ ctx }) => readNeeds({ context: ctx.context })),
  recentMails: allowEveryone().query(({ ctx }) => countRecentMails({ context: ctx.context })),
  weekOfSends: allowEveryone().query(({ ctx }) => readWeekOfSends({ context: ctx.context })),
});
