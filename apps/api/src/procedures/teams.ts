import { deleteTeam } from '@sodate/services/team/delete-team';
import { listTeamHandoffs, listTeamHandoffsInput } from '@sodate/services/team/list-team-handoffs';
import { listTeams, listTeamsInput } from '@sodate/services/team/list-teams';
import { saveTeam } from '@sodate/services/team/save-team';
import { saveTeamInput, teamId } from '@sodate/services/team/team-input';
import { z } from 'zod';
import { allowEveryone } from './allow-everyone.ts';
import { allow, router } from './procedure.ts';

export const teamsRouter = router({
  list: allowEveryone()
    .input(listTeamsInput)
    .query(({ ctx, input }) => listTeams({ context: ctx.context, input })),
  handoffs: allow('sales-manager')
    .input(listTeamHandoffsInput)
    .query(({ ctx, input }) => listTeamHandoffs({ context: ctx.context, input })),
  save: allow('sales-manager')
    .input(saveTeamInput)
    .mutation(({ ctx, input }) => saveTeam({ context: ctx.context, input })),
  delete: allow('sales-manager')
    .input(z.object({ id: teamId }))
    .mutation(({ ctx, input }) => deleteTeam({ context: ctx.context, input })),
});
