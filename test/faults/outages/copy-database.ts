import postgres from 'postgres';

/** An older copy of all that a store holds. */
export interface StoreCopy {
  /** Puts the copy in the store's place. Whoever is connected is cut off. */
  restore(): Promise<void>;
  remove(): Promise<void>;
}

/** Copies the database at the URL, by PostgreSQL itself, file by file. Whoever is connected is cut off; nobody may connect meanwhile. */
export async function copyDatabase({ url }: { url: string }): Promise<StoreCopy> {
  const name = new URL(url).pathname.slice(1);
  const copy = `${name}_copy`;
  const run = (statements: readonly string[]) => runAll({ url: url.replace(/[^/]+$/, 'postgres'), statements });
  const cutOff = `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`;
  await run([cutOff, `create database ${copy} template ${name} strategy file_copy`]);
  return {
    restore: () =>
      run([`drop database ${name} with (force)`, `create database ${name} template ${copy} strategy file_copy`]),
    remove: () => run([`drop database ${copy}`]),
  };
}

async function runAll({ url, statements }: { url: string; statements: readonly string[] }): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    for (const statement of statements) await client.unsafe(statement);
  } finally {
    await client.end();
  }
}
