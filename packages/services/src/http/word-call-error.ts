import type { Text } from '@sodate/journey/text';

/** Words what `createHttpPort` and `readSendResult` say of a call that failed; any other error, a mail server's say, stays as it is. */
export function wordCallError(error: string): Text {
  const [, status, said] = /^the receiver answered (\d+)(?:: (.*))?$/.exec(error) ?? [];
  if (status !== undefined) {
    return { ja: `相手が ${status} を返しました${said === undefined ? '' : `：${said}`}`, en: error };
  }
  const [, type, returned] = /^what send of (\S+) returned cannot be read: (.*)$/s.exec(error) ?? [];
  if (type !== undefined) {
    const shape = "{ kind: 'sent' | 'surely-not' | 'unknown', … }";
    return {
      ja: `${type} の結果が読めません：send は ${shape} を返してください。返されたのは ${returned}`,
      en: `${error}. Its send must return ${shape}`,
    };
  }
  const [, seconds] = /^the receiver did not answer within ([\d.]+) s$/.exec(error) ?? [];
  if (seconds !== undefined) {
    return {
      ja: `相手が${seconds}秒以内に応えませんでした`,
      en: `the receiver did not answer within ${seconds} ${seconds === '1' ? 'second' : 'seconds'}`,
    };
  }
  if (/socket hang up|ECONNRESET/.test(error)) {
    return { ja: '相手が応えずに接続を切りました', en: 'the receiver hung up without an answer' };
  }
  if (/private address/.test(error)) {
    return {
      ja: '社内のアドレスなので呼び出しません。ALLOW_PRIVATE_ADDRESSES=1 を付けて起動すると呼び出せます',
      en: 'an address of your own network is not called; start with ALLOW_PRIVATE_ADDRESSES=1 to have it called',
    };
  }
  if (/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH/.test(error)) {
    return { ja: `相手につながりません（${error}）`, en: `the receiver cannot be reached (${error})` };
  }
  return { ja: error, en: error };
}
