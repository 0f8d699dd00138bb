import { describe, expect, it } from 'vitest';
import { ConfigError } from './config-error.ts';
import { parseConfig } from './parse-config.ts';
import type { Environment } from './parse-settings.ts';

const environment: Environment = {
  DATABASE_URL: 'postgres://sodate:secret@db.example/sodate',
  TEMPORAL_ADDRESS: 'temporal.example:7233',
  SMTP_URL: 'smtps://user:secret@mail.example:465',
};

function problemsOf(changed: Environment): readonly { ja: string; en: string }[] {
  try {
    parseConfig({ environment: { ...environment, ...changed } });
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('parseConfig', () => {
  it('fills in what is left out', () => {
    expect(parseConfig({ environment })).toEqual({
      host: '127.0.0.1',
      port: 4280,
      publicUrl: 'http://localhost:4280',
      databaseUrl: 'postgres://sodate:secret@db.example/sodate',
      temporalAddress: 'temporal.example:7233',
      temporalNamespace: 'default',
      smtpUrl: 'smtps://user:secret@mail.example:465',
      demo: false,
      logLevel: 'info',
    });
  });

  it('takes the slash off the public address', () => {
    const config = parseConfig({ environment: { ...environment, PUBLIC_URL: 'https://sodate.example.jp/' } });

    expect(config.publicUrl).toBe('https://sodate.example.jp');
  });

  it('lets nodes call addresses of the own network only where that is said', () => {
    expect(parseConfig({ environment }).allowPrivate).toBeUndefined();
    expect(parseConfig({ environment: { ...environment, ALLOW_PRIVATE_ADDRESSES: '1' } }).allowPrivate).toBe(true);
  });

  it('counts an empty variable as left out', () => {
    expect(parseConfig({ environment: { ...environment, PORT: ' ' } }).port).toBe(4280);
  });

  it.each([
    { name: 'DATABASE_URL', value: 'mysql://db.example/sodate', mend: 'postgres://user:password@host:5432/database' },
    { name: 'TEMPORAL_ADDRESS', value: 'http://temporal.example:7233', mend: 'host:7233' },
    { name: 'TEMPORAL_ADDRESS', value: 'temporal.example', mend: 'host:7233' },
    { name: 'TEMPORAL_ADDRESS', value: 'temporal.example:99999', mend: 'host:7233' },
    { name: 'SMTP_URL', value: 'mail.example', mend: 'smtp://' },
    { name: 'PUBLIC_URL', value: 'https://example.jp/sodate', mend: 'without a path' },
    { name: 'PUBLIC_URL', value: 'javascript:alert(1)', mend: 'without a path' },
    { name: 'ALLOW_PRIVATE_ADDRESSES', value: 'yes', mend: 'write 1' },
    { name: 'PORT', value: '80a', mend: '1 to 65535' },
    { name: 'PORT', value: '0', mend: '1 to 65535' },
    { name: 'LOG_LEVEL', value: 'loud', mend: 'debug, info, warn, error, silent' },
  ])('says which variable is wrong and how to mend it: $name=$value', ({ name, value, mend }) => {
    const [problem, ...others] = problemsOf({ [name]: value });

    expect(others).toEqual([]);
    expect(problem?.en).toContain(name);
    expect(problem?.en).toContain(mend);
    expect(problem?.ja).toContain(name);
  });

  it('names all that is missing at once, and the way without it', () => {
    const problems = problemsOf({ DATABASE_URL: undefined, TEMPORAL_ADDRESS: undefined, SMTP_URL: undefined });

    expect(problems.map(({ en }) => en.split(' ')[3])).toEqual(['DATABASE_URL', 'TEMPORAL_ADDRESS', 'SMTP_URL']);
    expect(problems[0]?.ja).toContain('npm start');
  });

  it('never repeats a value, which may hold a password', () => {
    const [problem] = problemsOf({ DATABASE_URL: 'mysql://sodate:hunter2@db/sodate' });

    expect(JSON.stringify(problem)).not.toContain('hunter2');
  });
});
