// Makes the pictures of the sample benchmark from their invented spines: the same each time.
//     node setup/run.cjs bench/sample-benchmark/make-pictures.ts [SCENE…]
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { drawView } from './draw-view.ts';
import { pictureOf, type SceneName, scenes, spineOf } from './scenes.ts';

const folder = path.join(import.meta.dirname, '..', '..', 'sample', 'benchmark');
mkdirSync(path.join(folder, 'pictures'), { recursive: true });
const asked = process.argv.slice(2);
const names = (Object.keys(scenes) as SceneName[]).filter(
  name => asked.length === 0 || asked.includes(name),
);
for (const name of names) {
  const spine = spineOf(name);
  for (const view of scenes[name].views) {
    const picture = await drawView(spine, view);
    writeFileSync(path.join(folder, pictureOf(name, view)), picture);
    process.stdout.write(`${pictureOf(name, view)}: ${Math.round(picture.length / 1024)} KiB\n`);
  }
}
