import { router } from './procedure.ts';

/** One router per entity; the editor takes its types from here. */
export const rootRouter = router({});

export type RootRouter = typeof rootRouter;
