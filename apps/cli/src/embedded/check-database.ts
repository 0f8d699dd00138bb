import postgres from 'postgres';
import { CommandError } from '../terminal/command-error.ts';

/** `uuidv7()` came with PostgreSQL 18. */
const oldestVersion = 18;

/** Makes sure that the database at DATABASE_URL can be used. @throws CommandError saying why not, and the remedy. */
export async function checkDatabase({ url }: { url: string }): Promise<void> {
  const { host, pathname } = new URL(url);
  const place = `${host}${pathname}`;
  const client = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    const [row] = await client`select current_setting('server_version_num')::int / 10000 as version`;
    const version = Number(row?.version);
    if (version >= oldestVersion) return;
    throw new CommandError({
      ja: `DATABASE_URL の PostgreSQL（${place}）はバージョン ${version} です。${oldestVersion} 以上が必要です。`,
      en: `The PostgreSQL of DATABASE_URL (${place}) is version ${version}; ${oldestVersion} or newer is needed.`,
    });
  } catch (error) {
    throw error instanceof CommandError ? error : refused({ place, error });
  } finally {
    await client.end({ timeout: 1 });
  }
}

function refused({ place, error }: { place: string; error: unknown }): CommandError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = reasons[code] ?? {
    ja: `接続できません（${code || String(error)}）。動いているか、アドレスが正しいかを確かめてください`,
    en: `it cannot be reached (${code || String(error)}); see that it runs, and that the address is right`,
  };
  return new CommandError(
    {
      ja: `DATABASE_URL のデータベース（${place}）を使えません。${reason.ja}。「npm start」では、DATABASE_URL を外すと内蔵の PostgreSQL を使います。`,
      en: `The database of DATABASE_URL (${place}) cannot be used: ${reason.en}. With "npm start", leave DATABASE_URL out to use the embedded PostgreSQL.`,
    },
    { cause: error },
  );
}

const wrongLogin = {
  ja: 'ユーザー名かパスワードが違います',
  en: 'the user or the password is wrong',
};

const reasons: Readonly<Record<string, { ja: string; en: string }>> = {
  '28P01': wrongLogin,
  '28000': wrongLogin,
  '3D000': {
    ja: 'その名前のデータベースがありません。「createdb」で作ってください',
    en: 'there is no database of that name; make one with "createdb"',
  },
};
