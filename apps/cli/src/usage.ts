import type { Text } from '@sodate/journey/text';

/** What `sodate --help` says. */
export const usage: Text = {
  ja: `使い方: sodate コマンド [オプション]

  start              すべてをこのマシンで起動します
    --port 4280        待ち受けるポート
    --host 127.0.0.1   待ち受けるアドレス
    --data .sodate     データを置くフォルダ（seed など、ほかのコマンドにも同じものを付けます）
    --no-open          ブラウザを開きません
  api                API とエディターだけを起動します
  worker             ワーカーだけを起動します
  migrate            DATABASE_URL のデータベースを更新します
  seed               架空の会社、人、行動履歴、営業チームと引き渡しを追加します
    --leads 1000       人数
    --remove           追加した架空のデータを取り除きます
  backup             データ一式をフォルダに保存します（動いたままで使えます）
    --to フォルダ      保存先
  restore フォルダ   バックアップを戻します（止めてから使います）
    --force            すでにあるデータを別のフォルダに移して置き換えます
  create-admin       管理者を作ります（パスワードは入力するか、標準入力で渡します）
    --email --name     メールアドレスと名前
    --organisation     会社名（はじめの管理者のとき）
  hold-sends         送信を止めます（データを手作業で戻すときに使います）
  release-sends      止まっている送信を再開します
  new-node 名前      自作ノードのひな形を my-nodes に作ります
  doctor             動かない原因と直し方を調べます
  --version          この Sodate の版を表示します

環境変数: DATABASE_URL TEMPORAL_ADDRESS TEMPORAL_NAMESPACE SMTP_URL MAILS_PER_SECOND ALLOW_PRIVATE_ADDRESSES
PUBLIC_URL HOST PORT LOG_LEVEL`,
  en: `Usage: sodate COMMAND [options]

  start              runs everything on this machine
    --port 4280        the port to listen on
    --host 127.0.0.1   the address to listen on
    --data .sodate     the folder that keeps all data (give seed and the other commands the same)
    --no-open          opens no browser
  api                runs the API and the editor alone
  worker             runs a worker alone
  migrate            brings the database of DATABASE_URL up to date
  seed               adds made-up companies, people, their past, a sales team and hand-offs
    --leads 1000       how many people
    --remove           takes them out again
  backup             copies everything into a folder, also while it runs
    --to FOLDER        where to
  restore FOLDER     brings a backup back (stop Sodate first)
    --force            replaces what is there, which is kept in a folder aside
  create-admin       makes an admin (type the password, or pipe it in)
    --email --name     the mail address and the name
    --organisation     the company's name (for the first admin)
  hold-sends         holds all sending, for when you put a store back by hand
  release-sends      lets mails go out again that are on hold
  new-node NAME      makes the folder of a node type of your own, in my-nodes
  doctor             looks for what keeps Sodate from running, and says how to mend it
  --version          says which Sodate this is

Environment: DATABASE_URL TEMPORAL_ADDRESS TEMPORAL_NAMESPACE SMTP_URL MAILS_PER_SECOND ALLOW_PRIVATE_ADDRESSES
PUBLIC_URL HOST PORT LOG_LEVEL`,
};
