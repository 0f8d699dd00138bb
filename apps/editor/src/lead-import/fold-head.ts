/** The name of a column without what people write differently: width, case, spaces and marks. */
export function foldHead(head: string): string {
  return head
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-.:：*＊()（）]/g, '');
}
