import type postgres from 'postgres';

type Client = postgres.Sql | postgres.TransactionSql;
type Unsafe = Client['unsafe'];
type Work = (client: postgres.TransactionSql) => Promise<unknown>;

/** A text used this often is worth a plan of its own on each connection. */
const oftenFrom = 3;
/** Lists of varying length make ever new texts: beyond this many, further ones are planned each time. */
const mostTexts = 400;

/**
 * The driver, having PostgreSQL parse and plan a statement once for each connection instead of each time. Drizzle asks for
 * that only of queries it prepares by name. A prepared statement also goes out without waiting for its description, so
 * that statements issued together share one round trip.
 */
export function prepareOftenUsed(client: postgres.Sql): postgres.Sql {
  const uses = new Map<string, number>();
  const isOften = (text: string) => {
    const used = uses.get(text) ?? 0;
    if (used >= oftenFrom) return true;
    if (used > 0 || uses.size < mostTexts) uses.set(text, used + 1);
    return false;
  };
  return wrap({ client, isOften });
}

function wrap<Wrapped extends Client>({
  client,
  isOften,
}: {
  client: Wrapped;
  isOften: (text: string) => boolean;
}): Wrapped {
  const inTransaction = (work: Work) => (inner: postgres.TransactionSql) => work(wrap({ client: inner, isOften }));
  const unsafe: Unsafe = (text, ...[parameters = [], options = {}]) =>
    client.unsafe(text, parameters, {
      ...options,
      prepare: options.prepare === true || (parameters.length > 0 && isOften(text)),
    });
  return new Proxy(client, {
    get: (target, name) => {
      switch (name) {
        case 'unsafe':
          return unsafe;
        case 'begin':
        case 'savepoint': {
          const begin = Reflect.get(target, name) as (work: Work) => Promise<unknown>;
          return (work: Work) => begin(inTransaction(work));
        }
        default:
          return Reflect.get(target, name);
      }
    },
  });
}
