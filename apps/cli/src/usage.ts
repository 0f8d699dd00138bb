import type { Text } from '@sodate/journey/text';

/** What `sodate --help` says. */
export const usage: Text = {
  ja: `使い方: sodate コマンド [オプション]

  start              すべてをこのマシンで起動します
    --port 4280        待ち受けるポート
    --host 127.0.0.1   待ち受けるアドレス
    --data .sodate     データを置くフォルダ
    --no-open          ブラウザを開きません
  api                API とエディターだけを起動します
  worker             ワーカーだけを起動します
  migrate            DATABASE_URL のデータベースを更新します

環境変数: DATABASE_URL TEMPORAL_ADDRESS TEMPORAL_NAMESPACE SMTP_URL PUBLIC_URL HOST PORT LOG_LEVEL`,
  en: `Usage: sodate COMMAND [options]

  start              runs everything on this machine
    --port 4280        the port to listen on
    --host 127.0.0.1   the address to listen on
    --data .sodate     the folder that keeps all data
    --no-open          opens no browser
  api                runs the API and the editor alone
  worker             runs a worker alone
  migrate            brings the database of DATABASE_URL up to date

Environment: DATABASE_URL TEMPORAL_ADDRESS TEMPORAL_NAMESPACE SMTP_URL PUBLIC_URL HOST PORT LOG_LEVEL`,
};
