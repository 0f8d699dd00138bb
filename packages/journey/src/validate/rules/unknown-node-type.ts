import type { Rule } from '../rule.ts';

/** Every node's type must be installed, and at least as new as the node. */
export const unknownNodeType: Rule = ({ nodes }) =>
  nodes.flatMap(({ node, contract }) => {
    if (contract === undefined) {
      return {
        severity: 'error',
        node: node.id,
        message: { ja: '読み込めない種類です', en: 'Node type could not be loaded' },
        mend: {
          ja: `ノードの種類「${node.type}」を読み込めていません。ファイルに誤りがあるか、sodate.config.ts にありません。管理者が直して起動し直すと使えます。要らなければノードを消してください。`,
          en: `The node type “${node.type}” could not be loaded: its file has a fault, or sodate.config.ts does not name it. It works again once an administrator mends that and restarts. If it is not needed, remove the node.`,
        },
      };
    }
    if (node.revision <= contract.revision) return [];
    return {
      severity: 'error',
      node: node.id,
      message: { ja: 'より新しい版のノードです', en: 'Made by a newer version' },
      mend: {
        ja: `このノードは新しい版の「${contract.title.ja}」で作られています。サーバーを更新するか、作り直してください。`,
        en: `This node was made by a newer “${contract.title.en}”. Update the server, or draw it again.`,
      },
    };
  });
