import { DrizzleQueryError } from 'drizzle-orm/errors';
import { describe, expect, it } from 'vitest';
import { describeFault } from './describe-fault.ts';

describe('describeFault', () => {
  it('gives the cause of a failed query, and none of its parameters', () => {
    const refused = Object.assign(new Error('duplicate key value violates unique constraint "lead_email"'), {
      code: '23505',
      detail: 'Key (email)=(mari@sodate.test) already exists.',
    });
    const described = describeFault(
      new DrizzleQueryError('insert into lead', ['坂井 真理子', 'mari@sodate.test'], refused),
    );
    expect(described).toMatchObject({
      message: 'duplicate key value violates unique constraint "lead_email"',
      code: '23505',
    });
    expect(JSON.stringify(described)).not.toMatch(/坂井|mari@/);
  });

  it('leaves the folders of packages in a stack', () => {
    const fault = new Error('no desk');
    fault.stack = 'Error: no desk\n    at send (file:///srv/node_modules/@acme/chat/effect.js:4:7)';
    expect(describeFault(fault).stack).toBe(fault.stack);
  });

  it('masks an address that a mail server repeats', () => {
    expect(describeFault(new Error('550 <mari@sodate.test>: no such user')).message).toBe('550 <…@…>: no such user');
    expect(describeFault('rejected: mari+news@sodate.test').message).toBe('rejected: …@…');
  });
});
