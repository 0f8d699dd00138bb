import { router } from './procedure.ts';
import { sessionRouter } from './session.ts';

/** One router per entity; the editor takes its types from here. */
export const rootRouter = router({
  session: sessionRouter,
});

export type RootRouter = typeof rootRouter;
