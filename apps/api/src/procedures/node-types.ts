import { allow, router } from './procedure.ts';

/** The node types installed, as data: palette, cards and forms are made from it. */
export const nodeTypesRouter = router({
  list: allow('marketer', 'sales-manager', 'sales-rep', 'viewer').query(({ ctx }) => {
    const { described, broken } = ctx.context.nodeTypes;
    return { described, broken };
  }),
});
