import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { productFolder } from '../config/index.ts';
import { knownStages, loadRecipe, recipeNames } from './load-recipe.ts';

function recipeFile(text: string, name = 'mine.ts'): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-recipe-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

const from = (place: string) => JSON.stringify(path.join(productFolder, place));
const mine = `
import { collectFolder } from ${from('src/sources/index.ts')};
import { defineRecipe } from ${from('src/store/index.ts')};
export default defineRecipe({ name: 'mine', about: '', steps: [collectFolder({ path: 'sources' })] });
`;

test('a recipe is found by its name, and by the path of a file of one’s own', async () => {
  expect((await loadRecipe('sample')).name).toBe('sample');
  const file = recipeFile(mine);
  expect((await loadRecipe(file)).name).toBe('mine');
  expect((await loadRecipe('mine.ts', path.dirname(file))).name).toBe('mine');
});

test('an unknown name is told which there are; a name is no way to other files', async () => {
  const names = [
    'sampel',
    '',
    '../src/store/index',
    '../recipes/sample',
    'sample.test',
    '/etc/passwd',
  ];
  for (const name of names) {
    await expect(loadRecipe(name), name).rejects.toMatchObject({
      code: 'no-such-recipe',
      mender: 'user',
      hint: expect.stringContaining(recipeNames().join(', ')),
    });
  }
  await expect(loadRecipe('not-there.ts', '/tmp')).rejects.toMatchObject({
    code: 'no-such-recipe',
    place: '/tmp/not-there.ts',
  });
});

test('a file that is no recipe is told why and, where it breaks, in which line', async () => {
  const broken: Array<[text: string, why: RegExp]> = [
    ['export const recipe = 1;', /no default export made by defineRecipe/],
    ['export default {};', /no default export made by defineRecipe/],
    ['export default { name: "x", steps: [1] };', /no default export made by defineRecipe/],
    ['export default null;', /no default export made by defineRecipe/],
    ['\n\nthrow new Error("the folder is not mounted");', /the folder is not mounted/],
    [`import ${from('src/store/no-such-file.ts')};`, /no-such-file/],
    ['export default 5 5', /not a recipe: ./],
    [
      `import { collectFolder } from ${from('src/sources/index.ts')};\n\ncollectFolder({ paht: 1 });`,
      /not a recipe: path: Invalid input/,
    ],
  ];
  for (const [text, why] of broken) {
    await expect(loadRecipe(recipeFile(text)), text).rejects.toMatchObject({
      code: 'recipe-invalid',
      mender: 'user',
      message: expect.stringMatching(why),
      place: expect.stringContaining('mine.ts'),
    });
  }
  await expect(
    loadRecipe(recipeFile('const a = 1;\n\nthrow new Error(String(a));')),
  ).rejects.toMatchObject({ place: expect.stringMatching(/mine\.ts:\d+$/) });
});

test('a step that nothing feeds is an error of the recipe, also where it was not defined as one', async () => {
  const text = `
    import { identify } from ${from('src/sources/index.ts')};
    export default { name: 'hungry', about: '', steps: [identify()] };
  `;
  await expect(loadRecipe(recipeFile(text))).rejects.toMatchObject({
    code: 'recipe-invalid',
    message: expect.stringContaining('nothing before identify'),
  });
});

test('a worker knows the stages of every recipe there is and of those it is given, each once', async () => {
  const text = `
    import { z } from ${from('node_modules/zod/index.js')};
    import { collectFolder, identify } from ${from('src/sources/index.ts')};
    import { defineStage, made } from ${from('src/store/index.ts')};
    const kind = { name: 'identified-file', schema: z.any() };
    const own = defineStage({ name: 'own', version: 3, takes: kind, makes: [kind],
      settings: z.object({}), rejects: [], each: ({ data }) => made(kind, data) });
    export default { name: 'mine', about: '', steps: [collectFolder({ path: '.' }), identify(), own()] };
  `;
  const names = (await knownStages([await loadRecipe(recipeFile(text))])).map(stage => stage.name);
  expect(names).toContain('own');
  expect(names.filter(name => name === 'identify')).toHaveLength(1);
});
