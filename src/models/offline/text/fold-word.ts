/**
 * One form for the inflections of an English word: plurals, British spellings and the commonest
 * endings. It cuts little on purpose: what is cut too far makes strangers alike.
 */
export function foldWord(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  return word
    .replace(/^oe(?=dema|soph)/, 'e')
    .replace(/(?<=h)ae(?=m)|(?<=p)ae(?=d)|(?<=an)ae(?=m|s)|(?<=isch)ae(?=m)/, 'e')
    .replace(/(?<=tum|col|harb|behavi)our/, 'or')
    .replace(/^disk(?=s?$)/, 'disc')
    .replace(/(?<=[a-z]{3})is(?=e$|es$|ed$|ing$|ation$|ations$)/, 'iz')
    .replace(/(?<=[a-z]{3})ies$/, 'y')
    .replace(/(?<=[a-z](?:no|to|ta|li|ho|do|hro|ro))ses$/, 'sis')
    .replace(/(?<=vertebr|fasci|burs|scapul)ae$/, 'a')
    .replace(/(?<=ch|sh|x|ss)es$/, '')
    .replace(/(?<=[^isu])s$/, '')
    .replace(/(?<=[a-z]{4})(?:ing|ed)$/, '')
    .replace(/(?<=[a-z]{4})ly$/, '')
    .replace(/(?<=[a-z]{4})e$/, '')
    .replace(/([bdgmnprt])\1$/, '$1');
}
