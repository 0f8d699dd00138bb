import { noticesRouter } from './notices.ts';
import { organisationRouter } from './organisation.ts';
import { peopleRouter } from './people.ts';
import { router } from './procedure.ts';
import { sessionRouter } from './session.ts';
import { teamsRouter } from './teams.ts';

/** One router per entity; the editor takes its types from here. */
export const rootRouter = router({
  notices: noticesRouter,
  organisation: organisationRouter,
  people: peopleRouter,
  session: sessionRouter,
  teams: teamsRouter,
});

export type RootRouter = typeof rootRouter;
