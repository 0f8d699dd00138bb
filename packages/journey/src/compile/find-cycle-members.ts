interface Visit<Name> {
  readonly name: Name;
  readonly rest: Iterator<Name>;
}

/**
 * The names that lie on a cycle: those that can reach themselves. Tarjan, "Depth-First Search and Linear Graph
 * Algorithms" (1972), with a stack of its own, since journeys may be longer than the call stack is deep.
 */
export function findCycleMembers<Name>(successors: ReadonlyMap<Name, ReadonlySet<Name>>): ReadonlySet<Name> {
  const members = new Set<Name>();
  const order = new Map<Name, number>();
  const lowest = new Map<Name, number>();
  const open: Name[] = [];
  const isOpen = new Set<Name>();

  const begin = (name: Name): Visit<Name> => {
    lowest.set(name, order.size);
    order.set(name, order.size);
    open.push(name);
    isOpen.add(name);
    return { name, rest: (successors.get(name) ?? new Set<Name>()).values() };
  };
  const lower = (name: Name, to: number | undefined) => {
    lowest.set(name, Math.min(lowest.get(name) ?? 0, to ?? 0));
  };
  const close = (name: Name) => {
    const component = open.splice(open.lastIndexOf(name));
    for (const member of component) {
      isOpen.delete(member);
      if (component.length > 1 || successors.get(member)?.has(member)) members.add(member);
    }
  };

  const walk = (visits: Visit<Name>[]) => {
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const { value: next, done } = visit.rest.next();
      if (done) {
        visits.pop();
        const parent = visits.at(-1);
        if (parent !== undefined) lower(parent.name, lowest.get(visit.name));
        if (lowest.get(visit.name) === order.get(visit.name)) close(visit.name);
      } else if (!order.has(next)) visits.push(begin(next));
      else if (isOpen.has(next)) lower(visit.name, order.get(next));
    }
  };
  for (const root of successors.keys()) if (!order.has(root)) walk([begin(root)]);
  return members;
}
